import { parseArgs } from 'node:util';
import { readProfileChoice } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';

export const USAGE = `Usage: npm run test:faults -- [--runs N] [--seed S] [--threads T] [--profile ID=ANSWER,…] [--path P]
    --runs N       how many schedules to play; 500 unless said
    --seed S       draws the same schedules again; another each time unless said
    --threads T    how many play at once; as many as the machine has processors unless said
    --profile …    questions of the org profile with one answer each, such as unique-key=absent,web-locks=missing
    --path P       plays the one schedule that a failure printed, with the same --seed and --profile, and tells it
    --help         prints this`;

export interface FaultArguments {
    readonly runs: number;
    readonly seed: number;
    readonly threads: number;
    readonly profile: Partial<ModelProfile>;
    /** Where fast-check found one schedule: that one is played, and told. */
    readonly path?: string;
}

function whole(name: string, given: string | undefined, otherwise: number): number {
    if (given === undefined) return otherwise;
    const value = Number(given);
    if (!Number.isInteger(value) || value < 1) {
        throw new Error(`--${name} is "${given}"; it must be a whole number, 1 or more`);
    }
    return value;
}

/** As everywhere: whatever else is given with it. */
export function asksForHelp(given: readonly string[]): boolean {
    return given.includes('--help') || given.includes('-h');
}

/** Throws naming the argument that is not understood. */
export function readArguments(
    given: readonly string[],
    otherwise: { readonly seed: number; readonly threads: number }
): FaultArguments {
    const { values } = parseArgs({
        args: [...given],
        options: {
            runs: { type: 'string' },
            seed: { type: 'string' },
            threads: { type: 'string' },
            profile: { type: 'string' },
            path: { type: 'string' }
        }
    });
    const { path } = values;
    if (path !== undefined && !/^\d+(:\d+)*$/.test(path)) {
        throw new Error(`--path is "${path}"; it must be numbers between colons, as a failure printed it`);
    }
    if (path !== undefined && values.seed === undefined) throw new Error('--path needs the --seed of the same failure');
    return {
        ...(path === undefined ? {} : { path }),
        runs: whole('runs', values.runs, 500),
        seed: whole('seed', values.seed, otherwise.seed),
        threads: whole('threads', values.threads, otherwise.threads),
        profile: readProfileChoice(values.profile ?? '')
    };
}

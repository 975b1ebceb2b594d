import { parseArgs } from 'node:util';
import { readProfileChoice } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';

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

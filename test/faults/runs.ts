import fc from 'fast-check';
import type { RunDetails } from 'fast-check';
import { BROKEN_ENGINES, SOUND } from './engine.ts';
import type { EngineChange } from './engine.ts';
import { verdictOn } from './oracle.ts';
import type { ModelProfile } from './org/profile.ts';
import { play } from './play.ts';
import { readable } from './readable.ts';
import { schedules } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { count } from './tally.ts';
import type { Tally, Verdict } from './tally.ts';

export interface RunOptions {
    readonly runs: number;
    readonly seed: number;
    readonly profile?: Partial<ModelProfile>;
    readonly engine?: EngineChange;
    /** False: the first failure is good enough. */
    readonly shrink?: boolean;
    /** Told after each schedule that was drawn; those that shrinking tries are not. */
    readonly onPlayed?: (schedule: Schedule) => void;
}

export interface RunResult {
    readonly runs: number;
    /** Of the schedules that were drawn. */
    readonly tally: Readonly<Tally>;
    readonly failure?: {
        readonly seed: number;
        readonly path: string;
        readonly wrong: readonly string[];
        readonly lines: readonly string[];
        readonly schedule: Schedule;
        readonly shrinks: number;
    };
}

async function verdictIn(schedule: Schedule, engine: EngineChange): Promise<Verdict> {
    try {
        return verdictOn(await play(schedule, engine));
    } catch (error) {
        const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { wrong: [`the model stopped: ${told}`], by: [] };
    }
}

/** A broken engine is caught by what the sound one does right. */
async function verdictBy(schedule: Schedule, engine: EngineChange): Promise<Verdict> {
    const { wrong, by } = await verdictIn(schedule, engine);
    const isSound = engine !== SOUND && wrong.length > 0 && (await verdictIn(schedule, SOUND)).wrong.length > 0;
    return { wrong: isSound ? [] : wrong, by };
}

/** Plays random schedules until one breaks a promise, and shrinks that one. */
export async function runSchedules(options: RunOptions): Promise<RunResult> {
    const { runs, seed, engine = SOUND, shrink = true } = options;
    const tally: Tally = {};
    let isShrinking = false;
    const property = fc.asyncProperty(schedules(options.profile), async (schedule) => {
        const verdict = await verdictBy(schedule, engine);
        if (!isShrinking) {
            options.onPlayed?.(schedule);
            count(tally, verdict);
        }
        isShrinking ||= verdict.wrong.length > 0;
        if (verdict.wrong.length > 0) throw new Error(verdict.wrong.join('\n'));
    });
    const details: RunDetails<[Schedule]> = await fc.check(property, {
        numRuns: runs,
        seed,
        endOnFailure: !shrink
    });
    if (!details.failed || details.counterexample === null) return { runs: details.numRuns, tally };
    const [schedule] = details.counterexample;
    return {
        runs: details.numRuns,
        tally,
        failure: {
            seed,
            path: details.counterexamplePath ?? '',
            wrong: (await verdictBy(schedule, engine)).wrong,
            lines: readable(schedule),
            schedule,
            shrinks: details.numShrinks
        }
    };
}

/** After how many schedules each broken engine was caught; `undefined` when it was not. */
export async function catchBrokenEngines(
    seed: number,
    most: number
): Promise<{ name: string; caughtAfter: number | undefined; by: string }[]> {
    const caught = [];
    for (const engine of BROKEN_ENGINES) {
        const { runs, failure } = await runSchedules({ runs: most, seed, engine, shrink: false });
        caught.push({
            name: engine.name,
            caughtAfter: failure === undefined ? undefined : runs,
            by: failure?.wrong[0] ?? ''
        });
    }
    return caught;
}

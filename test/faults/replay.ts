/** One schedule once more, by the seed and the path that a failure printed, with all that happened in it. */
import fc from 'fast-check';
import { chronicle } from './chronicle.ts';
import { judge } from './oracle.ts';
import type { ModelProfile } from './org/profile.ts';
import { play } from './play.ts';
import { readable } from './readable.ts';
import { schedules } from './schedule.ts';
import type { Schedule } from './schedule.ts';

export interface Replayed {
    readonly schedule: readonly string[];
    readonly happened: readonly string[];
    readonly wrong: readonly string[];
}

/**
 * Throws when the path leads to no schedule. A property that is checked at a path and holds goes on to what else the last
 * shrinking could have tried, up to the last of it; a sample takes the one that is there.
 */
export function scheduleAt(seed: number, path: string, profile: Partial<ModelProfile>): Schedule {
    const [found] = fc.sample(schedules(profile), { seed, path, numRuns: 1 });
    if (found === undefined) throw new Error(`--path is "${path}"; seed ${seed} has no schedule there`);
    return found;
}

export async function replay(seed: number, path: string, profile: Partial<ModelProfile>): Promise<Replayed> {
    const schedule = scheduleAt(seed, path, profile);
    const evidence = await play(schedule);
    return { schedule: readable(schedule), happened: chronicle(evidence), wrong: judge(evidence) };
}

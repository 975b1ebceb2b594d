/** One schedule once more, by the seed and the path that a failure printed, with all that happened in it. */
import fc from 'fast-check';
import { chronicle } from './chronicle.ts';
import { judge } from './oracle.ts';
import type { ModelProfile } from './org/profile.ts';
import { play } from './play.ts';
import { readable, schedules } from './schedule.ts';
import type { Schedule } from './schedule.ts';

export interface Replayed {
    readonly schedule: readonly string[];
    readonly happened: readonly string[];
    readonly wrong: readonly string[];
}

/** Throws when the path leads to no schedule. */
export async function scheduleAt(seed: number, path: string, profile: Partial<ModelProfile>): Promise<Schedule> {
    let found: Schedule | undefined;
    const note = fc.asyncProperty(schedules(profile), (schedule) => {
        found = schedule;
        return Promise.resolve();
    });
    await fc.check(note, { seed, path, numRuns: 1, endOnFailure: true });
    if (found === undefined) throw new Error(`--path is "${path}"; seed ${seed} has no schedule there`);
    return found;
}

export async function replay(seed: number, path: string, profile: Partial<ModelProfile>): Promise<Replayed> {
    const schedule = await scheduleAt(seed, path, profile);
    const evidence = await play(schedule);
    return { schedule: readable(schedule), happened: chronicle(evidence), wrong: judge(evidence) };
}

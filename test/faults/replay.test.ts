import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ModelProfile } from './org/profile.ts';
import './productModules.ts';
import type { Schedule } from './schedule.ts';

const { scheduleAt } = await import('./replay.ts');
const { schedules } = await import('./schedule.ts');

const count = ({ steps }: Schedule, what: string): number => steps.filter((step) => step.do === what).length;

/** What might break a promise, judged without playing. */
const BROKEN: readonly [string, (schedule: Schedule) => boolean][] = [
    ['has notes, and ends with a merge', (one) => count(one, 'notes') > 2 && one.last === 'retriesAndMerges'],
    ['has tabs, a parting fault and sleepers', (one) => count(one, 'tab') > 1 && !!one.parting && !one.sleepersWake],
    ['is long, in follow mode', (one) => one.steps.length > 12 && one.profile['write-mode'] === 'follow'],
    ['is broken for no reason that shrinking could follow', (one) => JSON.stringify(one).length % 31 === 3]
];

/** As `runSchedules` finds and shrinks what breaks a promise: the schedule, and the path that is printed. */
async function firstBroken(
    seed: number,
    from: number,
    isBroken: (schedule: Schedule) => boolean,
    profile: Partial<ModelProfile>
): Promise<{ readonly schedule: Schedule | undefined; readonly path: string }> {
    let played = 0;
    const property = fc.asyncProperty(schedules(profile), (schedule) => {
        played += 1;
        return Promise.resolve(played <= from || !isBroken(schedule));
    });
    const { counterexample, counterexamplePath } = await fc.check(property, { numRuns: from + 10_000, seed });
    return { schedule: counterexample?.[0], path: counterexamplePath ?? '' };
}

for (const [what, isBroken] of BROKEN) {
    test(`a developer who replays the path of a schedule that ${what} gets the schedule that was printed`, async () => {
        const profiles: readonly Partial<ModelProfile>[] = [{}, { 'write-mode': 'follow', 'web-locks': 'missing' }];
        for (const profile of profiles) {
            for (const [seed, from] of [
                [1, 3_000],
                [2, 0],
                [3, 300],
                [4, 40]
            ] as const) {
                const { path, schedule } = await firstBroken(seed, from, isBroken, profile);
                assert.match(path, /^\d+(:\d+)+$/);
                assert.deepEqual(scheduleAt(seed, path, profile), schedule, `seed ${seed}, path ${path}`);
            }
        }
    });
}

test('a developer who replays a path that leads nowhere is told so', () => {
    assert.throws(() => scheduleAt(1, '3:100000', {}), /3:100000/);
    assert.throws(() => scheduleAt(1, '3:100000:1', {}), /3:100000:1/);
});

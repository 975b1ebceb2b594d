import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFILE_QUESTIONS, QUESTIONS } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import './productModules.ts';

const { replay } = await import('./replay.ts');
const { catchBrokenEngines, runSchedules } = await import('./runs.ts');

const RUNS = 500;
const SEED = 20_260_115;
const USUAL = Object.fromEntries(QUESTIONS.map((id) => [id, PROFILE_QUESTIONS[id][0]])) as unknown as ModelProfile;

test(`an agent gets one Task with the last values for each handled interaction, in ${RUNS} random schedules of faults`, async (t) => {
    // The same 500 each time; `npm run test:faults` draws others.
    const { failure } = await runSchedules({ runs: RUNS, seed: SEED });
    t.diagnostic(`seed ${SEED}: npm run test:faults -- --runs ${RUNS} --threads 1 --seed ${SEED}`);
    const told = failure === undefined ? '' : [`seed ${SEED}`, ...failure.wrong, ...failure.lines].join('\n');
    assert.equal(told, '');
});

test('a developer who replays a path sees the same schedule, each commit and each look-up again', async () => {
    const [first, again] = [await replay(SEED, '3', USUAL), await replay(SEED, '3', USUAL)];
    assert.deepEqual(again, first);
    const happened = first.happened.join('\n');
    for (const part of [/COMMIT create/, /look-up by tab/, /heard a step/, /shown for/]) assert.match(happened, part);
});

test('a developer whose engine has no lock, acknowledges before the commit, or looks up in a cache, is caught', async (t) => {
    const caught = await catchBrokenEngines(SEED, 2_000);
    for (const { name, caughtAfter, by } of caught)
        t.diagnostic(`${name}: caught after ${caughtAfter} schedules, ${by}`);
    assert.deepEqual(
        caught.filter(({ caughtAfter }) => caughtAfter === undefined).map(({ name }) => name),
        []
    );
});

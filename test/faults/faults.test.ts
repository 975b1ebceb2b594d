import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USUAL_PROFILE } from './org/profile.ts';
import './productModules.ts';
import { sumOf, told } from './tally.ts';

const { replay } = await import('./replay.ts');
const { catchBrokenEngines, runSchedules } = await import('./runs.ts');

const RUNS = 500;
const SEED = 20_260_115;

// The same 500 each time; `npm run test:faults` draws others.
const played = runSchedules({ runs: RUNS, seed: SEED });

test(`an agent gets one Task with the last values for each handled interaction, in ${RUNS} random schedules of faults`, async (t) => {
    const { failure } = await played;
    t.diagnostic(`seed ${SEED}: npm run test:faults -- --runs ${RUNS} --threads 1 --seed ${SEED}`);
    assert.deepEqual(failure === undefined ? [] : [`seed ${SEED}`, ...failure.wrong, ...failure.lines], []);
});

test('most handlings and fields of these schedules are judged by what the Task says, and few are excused', async (t) => {
    const { tally } = await played;
    for (const line of told(tally)) t.diagnostic(line);
    const [handlings, fields] = [sumOf(tally, 'handlings'), sumOf(tally, 'fields')];
    const excused = sumOf(tally, 'handlings excused') - (tally['unheard'] ?? 0);
    assert.ok((tally['fieldByField'] ?? 0) > 300, 'handlings judged field by field');
    assert.ok(sumOf(tally, 'handlings judged') > 0.68 * handlings, 'handlings judged');
    assert.ok(excused < 0.04 * handlings, 'handlings excused although a page heard them');
    assert.ok((tally['equal'] ?? 0) > 0.6 * fields, 'fields that have the one value that they must have');
    assert.ok(sumOf(tally, 'fields judged') > 0.7 * fields, 'fields judged');
    assert.ok(sumOf(tally, 'fields excused') < 0.08 * fields, 'fields excused');
});

test('a developer who replays a path sees the same schedule, each commit and each look-up again', async () => {
    const [first, again] = [await replay(SEED, '3', USUAL_PROFILE), await replay(SEED, '3', USUAL_PROFILE)];
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

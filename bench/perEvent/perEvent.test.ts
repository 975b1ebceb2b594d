import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveCalls } from './liveCalls.ts';
import { slope } from './perEvent.ts';
import { loadPipeline } from './pipeline.ts';

const pipeline = await loadPipeline();

test('an event goes through the mapping: each rule whose attribute is told fills its field', () => {
    const calls = createLiveCalls(pipeline, { live: 3, rules: 200 });
    calls.event();
    assert.equal(calls.mapped(), 150);
});

test('the values of each call that goes on are kept until they are written', async () => {
    const calls = createLiveCalls(pipeline, { live: 3, rules: 200 });
    await calls.settle();
    assert.deepEqual([calls.writes(), calls.kept()], [3, 0]);
    for (let turn = 0; turn < 2; turn += 1) calls.event();
    assert.equal(calls.kept(), 2);
});

test('every event that is timed changes something', () => {
    const calls = createLiveCalls(pipeline, { live: 2, rules: 4 });
    assert.doesNotThrow(() => {
        for (let turn = 0; turn < 100; turn += 1) calls.event();
    });
});

test('a slope is 0 where nothing grows, and 1 where time grows as the number does', () => {
    assert.deepEqual([slope(1), slope(2), slope(4)], [0, 1, 2]);
});

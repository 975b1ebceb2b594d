import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineChange } from './engine.ts';
import './productModules.ts';

const { runSchedules } = await import('./runs.ts');

const DEAD: EngineChange = {
    name: 'dead',
    locks: () => {
        throw new Error('No page opens.');
    }
};

test('a developer reads counts of the schedules that were drawn, not of those that shrinking tried', async () => {
    let told = 0;
    const counted = await runSchedules({ runs: 5, seed: 1, engine: DEAD, onPlayed: () => (told += 1) });
    const first = await runSchedules({ runs: 5, seed: 1, engine: DEAD, shrink: false });
    assert.ok((counted.failure?.shrinks ?? 0) > 0);
    assert.equal(told, 1);
    assert.deepEqual(counted.tally, first.tally);
});

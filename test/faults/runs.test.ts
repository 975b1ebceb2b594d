import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { EngineChange } from './engine.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import './productModules.ts';

const { play } = await import('./play.ts');
const { scheduleAt } = await import('./replay.ts');
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

test('a hundred thousand schedules fit into the memory, because nothing of one that was played is kept', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const tabs: WeakRef<object>[] = [];
    let ofLast = 0;
    for (let which = 0; which < 5; which += 1) {
        const { asks } = await play(scheduleAt(3, String(which), USUAL_PROFILE));
        tabs.push(...asks.map(({ tab }) => new WeakRef(tab)));
        ofLast = asks.length;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    const before = tabs.slice(0, -ofLast);
    assert.ok(before.length > 0);
    assert.equal(before.filter((tab) => tab.deref() !== undefined).length, 0);
});

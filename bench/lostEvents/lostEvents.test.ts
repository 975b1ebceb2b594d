import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientEventsOnPage, keepingNothing } from './connects.ts';
import { countLost } from './lostEvents.ts';
import { compared } from './numbered.ts';
import { scheduleOf } from './schedule.ts';

test('a developer who adds the first handler late loses no event of c/clientEvents, in any of 1000 schedules', async () => {
    const { lost, disturbed, early } = await countLost(await clientEventsOnPage());
    assert.deepEqual({ lost, disturbed }, { lost: 0, disturbed: 0 });
    assert.ok(early > 1_000, `only ${early} events were early`);
});

test('the count sees losses: a bare subscription has them', async () => {
    const { lost, early, published } = await countLost(keepingNothing, 100);
    assert.ok(lost > 0 && lost <= early && early < published, JSON.stringify({ lost, early, published }));
});

test('what comes twice or too early is counted', () => {
    assert.deepEqual(compared([1, 2, 3], [1, 1, 3, 2]), { lost: 0, disturbed: 2 });
    assert.deepEqual(compared([1, 2, 3], [3]), { lost: 2, disturbed: 0 });
});

test('the same seed gives the same schedule, and each connects once, then listens', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
        const steps = scheduleOf(seed).turns.flatMap((turn) => turn.steps.map((step) => step.do));
        assert.deepEqual(
            steps.filter((step) => step !== 'publish'),
            ['connect', 'listen']
        );
    }
    assert.deepEqual(scheduleOf(7), scheduleOf(7));
    assert.notDeepEqual(scheduleOf(7), scheduleOf(8));
});

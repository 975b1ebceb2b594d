import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureShift } from '../bench/shift/shift.ts';

test('an agent who works for a while has a Task for every conversation, and the page holds no more than at first', async () => {
    const shift = await measureShift({ interactions: 40, hours: 0.3 }, { code: () => Promise.resolve(0) });
    assert.ok('tasks' in shift, JSON.stringify(shift));
    assert.equal(shift.tasks, shift.connected);
    assert.ok(shift.writes <= 3 * shift.connected, `${shift.writes} writes`);
    assert.ok(shift.end.nodes < shift.start.nodes + 2_000, `${shift.start.nodes} to ${shift.end.nodes} nodes`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReported } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

/** A person deletes the Task at 50, the agent tries again at 100: is what the page then says of it enough? */
function isDeletionToldAfterRetry(looksAt: readonly number[]): boolean {
    const table = createTaskTable(USUAL_PROFILE, () => 50);
    const task = table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' });
    table.remove(task, { by: 'person', user: 'somebody' });
    const evidence = {
        profile: USUAL_PROFILE,
        log: table.log,
        lookUps: looksAt.map((at) => ({ askedAt: at, at: at + 1, about: ['call-1', task], found: [] })),
        asks: [{ at: 100, how: 'retry' }],
        causes: new Set(['taskDeleted']),
        retried: true
    };
    const shown = { last: [{ phase: 'notSaved', failure: 'taskDeleted' }] };
    return isReported({ evidence, shown, handling: createHandling('agent', 'call-1', 1) } as unknown as Case);
}

test('an agent whose Try again finds the Task deleted is told so, and is asked before another one is made', () => {
    assert.equal(isDeletionToldAfterRetry([10, 100]), true);
});

test('an agent who knew of the deletion, and tried again, is not told it once more', () => {
    assert.equal(isDeletionToldAfterRetry([10, 60, 100]), false);
    assert.equal(isDeletionToldAfterRetry([10, 60]), false);
});

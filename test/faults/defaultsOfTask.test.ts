import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongDefaults } from './defaultsOfTask.ts';
import type { TaskRow } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const HALF = { CallObject: 'call-1', Subject: 'Missed: Call 1/15/2026, 9:00:00 AM', Type: 'Call', TaskSubtype: 'Call' };
const TASK: TaskRow = { id: '00T1', values: HALF };

test('an agent’s missed call whose Task was made in parts may lack the last ones where nobody remembers the call', () => {
    const handling = createHandling('u', 'call-1', 1);
    assert.deepEqual(wrongDefaults(handling, TASK), []);
    handling.missed = true;
    assert.deepEqual(wrongDefaults(handling, TASK, true), []);
    assert.deepEqual(wrongDefaults(handling, TASK), [
        'u call-1 part 1: Status is null, by no rule',
        'u call-1 part 1: CallType is null, by no rule'
    ]);
});

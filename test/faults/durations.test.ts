import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelled } from './defaultsOfTask.ts';
import { evidenceWith } from './evidenceWith.ts';
import { judge } from './oracle.ts';
import { createTaskTable } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling, keyOf, tell } from './truth.ts';

const CONNECTED_AT = Date.parse('2026-01-15T09:00:00.000Z');
const OVER_AT = CONNECTED_AT + 9_000;

/** A page makes the Task two minutes later, without a duration; the end was told to a page of this computer. */
function withoutDuration(mode: ModelProfile['write-mode'], told: number): string[] {
    const table = createTaskTable(USUAL_PROFILE, () => CONNECTED_AT + 120_000);
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = CONNECTED_AT;
    handling.endedAt = OVER_AT;
    tell(handling, 'CallDurationInSeconds', 9, true);
    const [maker, other] = [0, told].map((device, index) => {
        return { name: `tab ${index + 1}`, device, sleeps: [], endedAt: Infinity };
    });
    const defaults = { Subject: spelled(CONNECTED_AT), CallObject: 'call-1', Type: 'Call' };
    const key = { SwitchboardKey__c: keyOf(handling) };
    table.create({ ...key, ...defaults }, { by: 'page', user: 'agent', request: 1 });
    const sentAt = CONNECTED_AT + 119_000;
    const evidence = evidenceWith({
        profile: { ...USUAL_PROFILE, 'write-mode': mode },
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        flights: [{ request: 1, tab: maker, target: 'call-1 new', sentAt, overAt: sentAt + 10, lost: false }],
        asks: [
            { at: OVER_AT + 20, tab: maker, how: 'step', isEnd: false, handling },
            { at: OVER_AT, tab: other, how: 'step', isEnd: true, handling }
        ]
    });
    return judge(evidence).filter((wrong) => wrong.includes('CallDurationInSeconds is empty and should'));
}

test('an agent’s Task without the duration of its call is found out', () => {
    assert.equal(withoutDuration('follow', 0).length, 1);
    assert.equal(withoutDuration('own', 1).length, 1);
});

test('the computer that made a Task in follow mode does not know of an end that only another one heard', () => {
    assert.deepEqual(withoutDuration('follow', 1), []);
});

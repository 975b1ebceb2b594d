import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { judge } from './oracle.ts';
import { createTaskTable } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling, keyOf, tell } from './truth.ts';

const PROFILE: ModelProfile = { ...USUAL_PROFILE, 'unsaved-field': 'there' };
const CONNECTED_AT = Date.parse('2026-01-15T09:00:00.000Z');

/** Tab 1 names Score__c on the Task as not saved; the last tab, of another browser, empties the list. */
function emptiedBy(heardBy: readonly string[]): string[] {
    const table = createTaskTable(PROFILE, () => CONNECTED_AT);
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = CONNECTED_AT;
    heardBy.forEach((name) => handling.heardBy.add(name));
    tell(handling, 'Score__c', 5, true);
    const [first, other] = [0, 1].map((device) => ({
        name: `tab ${device + 1}`,
        device,
        sleeps: [],
        endedAt: Number.POSITIVE_INFINITY
    }));
    const key = { SwitchboardKey__c: keyOf(handling), CallObject: 'call-1' };
    const list = { SwitchboardUnsaved__c: 'Score__c: valueDoesNotFit' };
    const task = table.create({ ...key, ...list }, { by: 'page', user: 'agent', request: 1 });
    table.update(task, { SwitchboardUnsaved__c: null }, { by: 'page', user: 'agent', request: 2 });
    const evidence = evidenceWith({
        profile: PROFILE,
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        flights: [
            { request: 1, tab: first, target: 'call-1', sentAt: CONNECTED_AT, overAt: CONNECTED_AT, lost: false },
            { request: 2, tab: other, target: task, sentAt: CONNECTED_AT, overAt: CONNECTED_AT, lost: false }
        ]
    });
    return judge(evidence).filter((wrong) => wrong.includes('the Task does not say'));
}

test("an agent's page that heard a call and empties the list of what is not saved is found out", () => {
    assert.deepEqual(emptiedBy(['tab 1', 'tab 2']), [
        'agent call-1 part 1: Score__c is empty, and the Task does not say that it is not saved'
    ]);
});

test("an agent's page that never heard a call does not know what another browser could not save of it", () => {
    assert.deepEqual(emptiedBy(['tab 1']), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { judge } from './oracle.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const PROFILE: ModelProfile = { ...USUAL_PROFILE, 'log-missed': 'yes' };
const WHOLE = {
    CallObject: 'call-1',
    Subject: 'Missed: Call 1/15/2026, 9:00:00 AM',
    Type: 'Call',
    TaskSubtype: 'Call',
    Status: 'Completed',
    CallType: 'Inbound'
};
const LEFT = { CallObject: 'call-1', Queue__c: 'Q|agent call-1 part 1|1' };

/** Tab 1 heard the missed call and made its Task, a person may have deleted that one, and the next page made another one. */
function madeAnew(by: string, { deleted }: { readonly deleted: boolean }): string[] {
    const table = createTaskTable(PROFILE, () => 0);
    const handling = createHandling('agent', 'call-1', 1);
    handling.missed = true;
    handling.heardBy.add('tab 1');
    if (deleted) {
        const first = table.create(WHOLE, { by: 'page', user: 'agent', request: 1 });
        table.remove(first, { by: 'person', user: 'colleague' });
    }
    table.create(LEFT, { by: 'page', user: 'agent', request: 2 });
    const tab = (name: string): object => ({ name, device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY });
    const flight = { target: 'call-1', sentAt: 0, overAt: 0, lost: false };
    const evidence = evidenceWith({
        profile: PROFILE,
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        flights: [
            { ...flight, request: 1, tab: tab('tab 1') },
            { ...flight, request: 2, tab: tab(by) }
        ],
        memoryLost: true
    });
    return judge(evidence).filter((wrong) => wrong.includes('Subject'));
}

test('an agent’s missed call whose Task was deleted has no Subject any more where a page that never heard it makes another one', () => {
    assert.deepEqual(madeAnew('tab 2', { deleted: true }), []);
});

test('an agent’s missed call has its Subject again where a page that heard it makes another Task, or none was deleted', () => {
    const wrong = ['agent call-1 part 1: Subject is null, by no rule'];
    assert.deepEqual(madeAnew('tab 1', { deleted: true }), wrong);
    assert.deepEqual(madeAnew('tab 2', { deleted: false }), wrong);
});

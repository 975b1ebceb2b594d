import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from './evidence.ts';
import { verdictOn } from './oracle.ts';
import { PROFILE_QUESTIONS, QUESTIONS } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const USUAL = Object.fromEntries(QUESTIONS.map((id) => [id, PROFILE_QUESTIONS[id][0]])) as unknown as ModelProfile;

/** A call was handled, rang again and was missed; the phone logged it, and a page wrote to that Task or not. */
function missedBeside(mode: ModelProfile['write-mode'], isWritten: boolean): readonly string[] {
    const profile: ModelProfile = { ...USUAL, 'write-mode': mode, 'log-missed': 'yes' };
    const [handled, missed] = [createHandling('agent', 'call-1', 1), createHandling('agent', 'call-1', 2)];
    handled.connectedTime = 1_000;
    Object.assign(missed, { missed: true, endedAt: 2_000 });
    const table = createTaskTable(profile, () => 3_000);
    handled.phoneTasks.push(table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' }));
    if (isWritten) {
        const values = { Queue__c: `Q|${handled.name}|1` };
        table.update(handled.phoneTasks[0] ?? '', values, { by: 'page', user: 'agent', request: 1 });
    }
    const lists = ['flights', 'lookUps', 'errors', 'leaks', 'unheeded', 'undrawn', 'merges', 'asks', 'openTabs'];
    const evidence = {
        profile,
        handlings: [handled, missed],
        rows: table.rows(),
        log: table.log,
        shown: new Map(),
        ...Object.fromEntries(lists.map((name) => [name, []])),
        forgotten: new Set(),
        causes: new Set(),
        grantedAt: 0,
        pages: 1
    };
    return verdictOn(evidence as unknown as Evidence).wrong.filter((one) => one.includes('was missed'));
}

test('an agent’s missed call may leave the phone’s own Task of any part as it is, in follow mode, where no page wrote to it', () => {
    assert.deepEqual(missedBeside('follow', false), []);
    assert.equal(missedBeside('follow', true).length, 1);
    assert.equal(missedBeside('own', false).length, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { verdictOn } from './oracle.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import type { Values } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const QUEUE: Values = { Queue__c: 'Q|agent call-1 part 1|1' };
const LIST: Values = { SwitchboardUnsaved__c: 'Queue__c: fieldNotWriteable' };

/** A call was handled, rang again and was missed; the phone logged it, and a page wrote to that Task or not. */
function missedBeside(mode: ModelProfile['write-mode'], written?: Values): readonly string[] {
    const profile: ModelProfile = { ...USUAL_PROFILE, 'write-mode': mode, 'log-missed': 'yes' };
    const [handled, missed] = [createHandling('agent', 'call-1', 1), createHandling('agent', 'call-1', 2)];
    handled.connectedTime = 1_000;
    Object.assign(missed, { missed: true, endedAt: 2_000 });
    const table = createTaskTable(profile, () => 3_000);
    handled.phoneTasks.push(table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' }));
    if (written !== undefined) {
        table.update(handled.phoneTasks[0] ?? '', written, { by: 'page', user: 'agent', request: 1 });
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
    return verdictOn(evidenceWith(evidence)).wrong.filter((one) => one.includes('was missed'));
}

test('an agent’s missed call may leave the phone’s own Task of any part as it is, in follow mode, where no page wrote to it', () => {
    assert.deepEqual(missedBeside('follow'), []);
    assert.equal(missedBeside('follow', QUEUE).length, 1);
    assert.equal(missedBeside('own').length, 1);
});

test('and where a page wrote nothing there but which fields the agent may not write', () => {
    assert.deepEqual(missedBeside('follow', LIST), []);
    assert.equal(missedBeside('follow', { ...QUEUE, ...LIST }).length, 1);
    assert.equal(missedBeside('own', LIST).length, 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { overwritten } from './leftAlone.ts';
import { createTaskTable } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';

const GRANTED_AT = -1_000_000;

/** A page looked at 10 and heard at 25, a person edits at 20, another page of the browser looks at 30 and writes at 40. */
function wroteOver(
    firstLookAbout: (task: string) => readonly string[],
    sleeps: readonly { readonly from: number; readonly until: number }[] = [],
    beside: {
        readonly older?: string;
        readonly key?: ModelProfile['unique-key'];
        readonly then?: readonly string[];
    } = {}
): string[] {
    let now = 0;
    const table = createTaskTable(USUAL_PROFILE, () => now);
    const tab = { device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY };
    const looking = { ...tab, sleeps };
    const task = table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' });
    const found = beside.older === undefined ? [task] : [beside.older, task];
    const lookUps = [
        { tab: looking, askedAt: 9, at: 10, heardAt: 25, found, about: firstLookAbout(task) },
        ...(beside.then === undefined
            ? []
            : [{ tab, askedAt: 14, at: 15, heardAt: 16, found: [task], about: beside.then }]),
        { tab, askedAt: 29, at: 30, heardAt: 31, found: [task], about: ['call-1'] }
    ];
    now = 20;
    table.update(task, { Queue__c: 'By hand' }, { by: 'person', user: 'agent' });
    now = 40;
    table.update(task, { Queue__c: 'Sales' }, { by: 'page', user: 'agent', request: 1 });
    const flights = [{ request: 1, tab, sentAt: 35, lost: false }];
    const evidence = {
        log: table.log,
        profile: { ...USUAL_PROFILE, 'unique-key': beside.key ?? 'accepted' },
        memoryLost: false,
        grantedAt: GRANTED_AT,
        flights,
        lookUps
    };
    return overwritten(evidenceWith(evidence));
}

test("an agent's page that writes over what a person put on a Task it had seen is found out", () => {
    assert.deepEqual(
        wroteOver((task) => ['call-1', task]),
        ['Queue__c that a person had written 15 ms before was overwritten']
    );
});

test("an agent's page that had only looked for another part's Task had not seen this one", () => {
    assert.deepEqual(
        wroteOver(() => ['call-1', '00T000000000009AAA']),
        []
    );
});

test("an agent's page that slept until it was answered had not seen the Task", () => {
    assert.deepEqual(
        wroteOver((task) => ['call-1', task], [{ from: 12, until: 24 }]),
        []
    );
});

test("an agent's page that had another Task for the call's own when a person wrote had not seen what this one says", () => {
    const written = (key: ModelProfile['unique-key']): number =>
        wroteOver(() => ['call-1'], [], { key, then: ['call-1', '00T000000000009AAA'] }).length;
    assert.deepEqual([written('absent'), written('accepted')], [0, 1]);
});

test("an agent's page that had only seen a Task beside an older one had not seen what it says, but where the org keeps the key", () => {
    const older = '00T000000000000AAA';
    assert.deepEqual(
        wroteOver(() => ['call-1'], [], { older, key: 'absent' }),
        []
    );
    assert.equal(wroteOver((task) => ['call-1', task], [], { older, key: 'absent' }).length, 1);
    assert.equal(wroteOver(() => ['call-1'], [], { older }).length, 1);
});

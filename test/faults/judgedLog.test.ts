import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { judgeLog } from './judgedLog.ts';
import { createTaskTable } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling, tell } from './truth.ts';

const UNDESCRIBED: ModelProfile = { ...USUAL_PROFILE, 'task-object-infos': 'refused' };

/** A page makes a Task and gives it the same value again, where the org does not describe Task. */
function saidAgain(
    answeredAt: number,
    field = 'Queue__c',
    picks: readonly (readonly [string, number])[] = []
): string[] {
    let now = 10;
    const table = createTaskTable(UNDESCRIBED, () => now);
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY };
    const values = { CallObject: 'call-1', [field]: 'first' };
    const task = table.create(values, { by: 'page', user: 'agent', request: 1 });
    now = 100_000;
    table.update(task, { [field]: 'first' }, { by: 'page', user: 'agent', request: 2 });
    const flights = [
        { request: 1, tab, target: 'call-1 new', sentAt: 9, overAt: answeredAt, lost: false, failed: false },
        { request: 2, tab, target: task, sentAt: 99_999, overAt: 100_001, lost: false, failed: false }
    ];
    const handling = createHandling('agent', 'call-1', 1);
    for (const [value, at] of picks) tell(handling, field, value, false, true, at);
    const evidence = {
        profile: UNDESCRIBED,
        log: table.log,
        flights,
        lookUps: [{ askedAt: 6, at: 8, tab, about: ['call-1'], found: [] }],
        handlings: [handling],
        asks: [],
        refused: new Set(),
        forgotten: new Set(),
        memoryLost: true,
        pages: 1,
        grantedAt: 0
    };
    return judgeLog(evidenceWith(evidence));
}

test("an agent's page that gives a Task what it has given it before is found out", () => {
    assert.deepEqual(saidAgain(11), ['a write changed nothing (Queue__c)']);
});

test("an agent's page that was answered when it waited no longer may give a Task what it has", () => {
    assert.deepEqual(saidAgain(70_000), []);
});

/** Two tabs save a call at once where the browser has no locks; the first one has its answer at 20, and saves once more. */
function savedAgainBeside(other: {
    readonly device: number;
    readonly answeredAt: number;
    readonly makes?: string;
}): string[] {
    const table = createTaskTable(UNDESCRIBED, () => 15);
    const tab = (name: string, device: number): object => ({ name, device, sleeps: [], endedAt: Infinity });
    const [first, second] = [tab('tab 1', 0), tab('tab 2', other.device)];
    const task = table.create({ CallObject: 'call-1', Queue__c: 'Sales' }, { by: 'page', user: 'agent', request: 1 });
    const page = { by: 'page', user: 'agent', request: 2 } as const;
    if (other.makes === undefined) table.update(task, { Wrap__c: 'Sold' }, page);
    else table.create({ CallObject: other.makes }, page);
    table.update(task, { Queue__c: 'Sales' }, { by: 'page', user: 'agent', request: 3 });
    const flight = { target: 'call-1', lost: false, failed: false };
    const evidence = {
        profile: { ...UNDESCRIBED, 'web-locks': 'missing' },
        log: table.log,
        flights: [
            { ...flight, request: 1, tab: first, sentAt: 12, overAt: 20 },
            { ...flight, request: 2, tab: second, sentAt: 8, overAt: other.answeredAt },
            { ...flight, request: 3, tab: first, sentAt: 40, overAt: 50 }
        ],
        lookUps: [{ askedAt: 10, at: 11, tab: first, about: ['call-1'], found: [] }],
        handlings: [],
        asks: [],
        refused: new Set(),
        forgotten: new Set(),
        memoryLost: false,
        pages: 2,
        grantedAt: 0
    };
    return judgeLog(evidenceWith(evidence));
}

test("an agent's tab may save once more what it saved while another tab of the browser did", () => {
    assert.deepEqual(savedAgainBeside({ device: 0, answeredAt: 18 }), []);
    assert.deepEqual(savedAgainBeside({ device: 0, answeredAt: 18, makes: 'call-1' }), []);
    const needless = ['a write changed nothing (Queue__c)'];
    assert.deepEqual(savedAgainBeside({ device: 0, answeredAt: 9 }), needless);
    assert.deepEqual(savedAgainBeside({ device: 0, answeredAt: 30 }), needless);
    assert.deepEqual(savedAgainBeside({ device: 1, answeredAt: 18 }), needless);
    assert.deepEqual(savedAgainBeside({ device: 0, answeredAt: 18, makes: 'call-2' }), needless);
});

/** Two tabs of a browser that keeps nothing write one Task at once, while a third sleeps for so long, in milliseconds. */
function writtenAtOnce(asleepFor: number): string[] {
    const table = createTaskTable(USUAL_PROFILE, () => 30);
    const tab = (name: string, sleeps: unknown[] = []): object => ({ name, device: 0, sleeps, endedAt: Infinity });
    const task = table.create({ CallObject: 'call-1', Queue__c: 'Sales' }, { by: 'page', user: 'agent', request: 1 });
    table.update(task, { Wrap__c: 'Sold' }, { by: 'page', user: 'agent', request: 2 });
    const flight = { target: 'call-1', overAt: 40, lost: false, failed: false };
    const evidence = {
        profile: { ...USUAL_PROFILE, 'browser-storage': 'disabled' },
        log: table.log,
        flights: [
            { ...flight, request: 1, tab: tab('tab 1'), sentAt: 10 },
            { ...flight, request: 2, tab: tab('tab 2'), sentAt: 20 }
        ],
        lookUps: [],
        handlings: [],
        asks: [{ at: 0, how: 'step', tab: tab('tab 3', [{ from: 0, until: asleepFor }]) }],
        refused: new Set(),
        forgotten: new Set(),
        memoryLost: true,
        pages: 3,
        grantedAt: 0
    };
    return judgeLog(evidenceWith(evidence));
}

test('two tabs that write at once are found out, but where a lock was stolen from a tab whose look-up never arrived', () => {
    assert.deepEqual(writtenAtOnce(5_000), ['two pages wrote call-1 at the same time']);
    assert.deepEqual(writtenAtOnce(Infinity), []);
});

test('an agent who picks another record and then the first one again may have that one saved again', () => {
    const first = ['first', 5] as const;
    assert.deepEqual(saidAgain(11, 'WhoId', [first, ['other', 20], ['first', 30]]), []);
    assert.deepEqual(saidAgain(11, 'WhoId', [first]), ['a write changed nothing (WhoId)']);
});

test('an agent who picks while a save is under way what that save has anyway may have it saved again', () => {
    assert.deepEqual(saidAgain(11, 'WhoId', [['first', 7]]), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from './evidence.ts';
import { judgeLog } from './judgedLog.ts';
import { createTaskTable } from './org/taskTable.ts';
import { PROFILE_QUESTIONS, QUESTIONS } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';

const USUAL = Object.fromEntries(QUESTIONS.map((id) => [id, PROFILE_QUESTIONS[id][0]])) as unknown as ModelProfile;
const UNDESCRIBED: ModelProfile = { ...USUAL, 'task-object-infos': 'refused' };

/** A page makes a Task and gives it the same Queue__c again, where the org does not describe Task. */
function saidAgain(answeredAt: number): string[] {
    let now = 10;
    const table = createTaskTable(UNDESCRIBED, () => now);
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY };
    const values = { CallObject: 'call-1', Queue__c: 'Sales' };
    const task = table.create(values, { by: 'page', user: 'agent', request: 1 });
    now = 100_000;
    table.update(task, { Queue__c: 'Sales' }, { by: 'page', user: 'agent', request: 2 });
    const flights = [
        { request: 1, tab, target: 'call-1 new', sentAt: 9, overAt: answeredAt, lost: false, failed: false },
        { request: 2, tab, target: task, sentAt: 99_999, overAt: 100_001, lost: false, failed: false }
    ];
    const evidence = {
        profile: UNDESCRIBED,
        log: table.log,
        flights,
        lookUps: [],
        handlings: [],
        asks: [],
        refused: new Set(),
        forgotten: new Set(),
        memoryLost: true,
        pages: 1,
        grantedAt: 0
    };
    return judgeLog(evidence as unknown as Evidence);
}

test("an agent's page that gives a Task what it has given it before is found out", () => {
    assert.deepEqual(saidAgain(11), ['a write changed nothing (Queue__c)']);
});

test("an agent's page that was answered when it waited no longer may give a Task what it has", () => {
    assert.deepEqual(saidAgain(70_000), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { isSwappedTask, isTakenForPhones } from './knowledge.ts';
import { createTaskTable } from './org/taskTable.ts';
import { ownerOf } from './owners.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling } from './truth.ts';

/** A page makes the Task of a connected part at 60 s and dies; whether it may be taken for a missed part that is over then. */
function isTakenForMissed(endedAt: number, uniqueKey: ModelProfile['unique-key']): boolean {
    const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': uniqueKey };
    const [connected, missed] = [createHandling('agent', 'call-1', 1), createHandling('agent', 'call-1', 2)];
    connected.connectedTime = 1_000;
    missed.endedAt = endedAt;
    const table = createTaskTable(profile, () => 60_000);
    const task = table.create({ CallObject: 'call-1' }, { by: 'page', user: 'agent', request: 1 });
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: 60_001 };
    const flights = [{ request: 1, tab, target: 'call-1 new', sentAt: 59_000, overAt: Infinity, lost: true }];
    const evidence = { profile, handlings: [connected, missed], log: table.log, flights, lookUps: [] };
    return isSwappedTask(evidenceWith(evidence), task, new Set([connected, missed].map(ownerOf)));
}

test('an agent’s Task without a key whose page was never told of it may be taken for a missed part of the call, too', () => {
    assert.equal(isTakenForMissed(59_000, 'absent'), true);
    assert.equal(isTakenForMissed(90_001, 'absent'), false);
    assert.equal(isTakenForMissed(59_000, 'accepted'), false);
});

/** A page makes a Task in the way of the profile, and is told of it or not. */
function isTaken(more: Partial<ModelProfile>, lost: boolean): boolean {
    const profile: ModelProfile = { ...USUAL_PROFILE, ...more };
    const table = createTaskTable(profile, () => 60_000);
    const task = table.create({ CallObject: 'call-1' }, { by: 'page', user: 'agent', request: 1 });
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Infinity };
    const flights = [{ request: 1, tab, target: 'call-1 new', sentAt: 59_000, overAt: 59_010, lost }];
    return isTakenForPhones(evidenceWith({ profile, log: table.log, flights }), task);
}

test('an agent’s Task without a key whose page was never told of it may be taken for the phone’s where that is awaited', () => {
    const follow = { 'write-mode': 'follow', 'task-object-infos': 'refused' } as const;
    assert.equal(isTaken(follow, true), true);
    assert.equal(isTaken(follow, false), false);
    assert.equal(isTaken({ ...follow, 'write-mode': 'own' }, true), false);
    assert.equal(isTaken({ 'write-mode': 'follow' }, true), false);
});

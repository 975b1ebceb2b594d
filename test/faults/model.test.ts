import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';
import { changedOfPhone, spelled } from './defaultsOfTask.ts';
import { createTaskTable, Refusal } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import { evidenceWith } from './evidenceWith.ts';
import { isOvertaken } from './knowledge.ts';
import { lostByMerging } from './mergedTasks.ts';
import { createHandling, doubtOverwritten, doubtUnkept, mayBe, sureSince, tell } from './truth.ts';
import { createBrowser } from './world/tabs.ts';
import { createVirtualTime } from './world/virtualTime.ts';

const WHO = { by: 'page', user: 'agent' } as const;

test('a developer who misspells a question of the profile is told the known ones', () => {
    assert.throws(() => readArguments(['--profile', 'locks=missing'], { seed: 1, threads: 1 }), /"locks".*web-locks/);
});

test('a developer who gives an answer that is not allowed is told the allowed ones', () => {
    assert.throws(
        () => readArguments(['--profile', 'web-locks=no'], { seed: 1, threads: 1 }),
        /"web-locks" is "no".*works or missing/
    );
});

test('a developer who asks for no whole number of runs is told so', () => {
    assert.throws(() => readArguments(['--runs', 'many'], { seed: 1, threads: 1 }), /--runs is "many"/);
});

test('a developer gets the profile and the seed that were asked for', () => {
    const given = readArguments(['--runs', '7', '--seed', '3', '--profile', 'write-mode=follow'], {
        seed: 1,
        threads: 2
    });
    assert.deepEqual(given, { runs: 7, seed: 3, threads: 2, profile: { 'write-mode': 'follow' } });
});

test('a developer who replays a path without its seed, or with letters in it, is told so', () => {
    assert.throws(() => readArguments(['--path', '7:0'], { seed: 1, threads: 1 }), /--path needs the --seed/);
    assert.throws(() => readArguments(['--seed', '1', '--path', '7;0'], { seed: 1, threads: 1 }), /--path is "7;0"/);
    assert.equal(readArguments(['--seed', '1', '--path', '7:0'], { seed: 1, threads: 1 }).path, '7:0');
});

test('an org with a unique key refuses the second Task of that key', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    table.create({ SwitchboardKey__c: 'one' }, WHO);
    assert.throws(
        () => table.create({ SwitchboardKey__c: 'one' }, WHO),
        (error) => error instanceof Refusal && error.code === 'DUPLICATE_VALUE'
    );
});

test('an org without the key field knows no such column', () => {
    const table = createTaskTable({ ...USUAL_PROFILE, 'unique-key': 'absent' }, () => 0);
    assert.throws(() => table.create({ SwitchboardKey__c: 'one' }, WHO), /No such column/);
});

test('an org logs what a write changed, and that it changed nothing', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const id = table.create({ Subject: 'Call' }, WHO);
    table.update(id, { Subject: ' Call ', Type: 'Call' }, WHO);
    table.update(id, { Type: 'Call' }, WHO);
    assert.deepEqual(
        table.log.map(({ changed }) => changed),
        [['Subject'], ['Type'], []]
    );
});

test('an agent may be left with a value that came after the last one surely heard', () => {
    const handling = createHandling('agent', 'call-1', 1);
    tell(handling, 'Queue__c', 'first', true);
    tell(handling, 'Queue__c', 'second', true);
    tell(handling, 'Queue__c', 'third', false);
    assert.deepEqual(mayBe(handling, 'Queue__c'), { values: ['second', 'third'], orNothing: false });
});

test('an agent whose page heard nothing for sure may be left with nothing', () => {
    const handling = createHandling('agent', 'call-1', 1);
    tell(handling, 'Queue__c', 'first', false);
    assert.deepEqual(mayBe(handling, 'Queue__c'), { values: ['first'], orNothing: true });
});

test('an agent whose page died before it heard the newest may be left with the one before, and not with nothing', () => {
    const handling = createHandling('agent', 'call-1', 1);
    tell(handling, 'Queue__c', 'first', true);
    tell(handling, 'Queue__c', 'second', true);
    doubtOverwritten(handling, 'Queue__c', 'second');
    doubtOverwritten(handling, 'Queue__c', 'first');
    assert.deepEqual(mayBe(handling, 'Queue__c'), { values: ['first', 'second'], orNothing: false });
});

test('an agent keeps the older value in doubt when a page to which the newer one is no news tells it again', () => {
    const handling = createHandling('agent', 'call-1', 1);
    tell(handling, 'Queue__c', 'first', true);
    tell(handling, 'Queue__c', 'second', true);
    doubtOverwritten(handling, 'Queue__c', 'second');
    tell(handling, 'Queue__c', 'second', true, false);
    assert.deepEqual(mayBe(handling, 'Queue__c').values, ['first', 'second']);
    tell(handling, 'Queue__c', 'second', true, true);
    assert.deepEqual(mayBe(handling, 'Queue__c').values, ['second']);
});

test("an agent's Task is expected with the Subject that a browser in the United States shows", () => {
    assert.equal(spelled(Date.parse('2026-01-15T13:05:09.000Z')), 'Call 1/15/2026, 1:05:09 PM');
    assert.equal(spelled(Date.parse('2026-01-15T00:00:00.000Z')), 'Call 1/15/2026, 12:00:00 AM');
});

test("an agent's page that changes the phone's own Subject is caught, and one that puts notes below is not", () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const phone = { by: 'phone', user: 'agent' } as const;
    const id = table.create({ Subject: 'Logged by the phone', Description: 'Typed' }, phone);
    table.update(id, { Description: 'Typed\n\nNotes', Queue__c: 'Sales' }, WHO);
    assert.deepEqual(changedOfPhone(table.log, []), []);
    table.update(id, { Subject: 'Call' }, WHO);
    assert.deepEqual(changedOfPhone(table.log, []), ["Subject of the phone's own Task was overwritten"]);
});

test('notes may stand below what a person made of the phone’s own Comments, and not in their place', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const id = table.create({ Description: 'Typed' }, { by: 'phone', user: 'agent' });
    table.update(id, { Description: 'Edited' }, { by: 'person', user: 'agent' });
    table.update(id, { Description: 'Edited\n\nNotes' }, WHO);
    assert.deepEqual(changedOfPhone(table.log, []), []);
    table.update(id, { Description: 'Notes' }, WHO);
    assert.deepEqual(changedOfPhone(table.log, []), ["Description of the phone's own Task was overwritten"]);
});

test('an agent whose doubles are merged without what only one of them said is found out', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const stays = table.create({ CallObject: 'call-1', Queue__c: 'Sales', Description: 'First' }, WHO);
    const double = table.create({ CallObject: 'call-1', Queue__c: 'Support', Description: 'Second' }, WHO);
    const evidence = evidenceWith({ log: table.log, profile: USUAL_PROFILE, flights: [] });
    table.remove(double, WHO);
    assert.deepEqual(lostByMerging(evidence), [`Description of the merged Task ${double} is on no other one`]);
    const another = table.create({ CallObject: 'call-1', Description: 'Third' }, WHO);
    table.update(stays, { Description: 'First\n\nThird' }, WHO);
    table.remove(another, WHO);
    assert.equal(lostByMerging(evidence).length, 1);
});

test('what a page sent before it died, and the org does after a newer write, is overtaken; what a page was told is not', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const id = table.create({ CallObject: 'call-1' }, { ...WHO, request: 1 });
    table.update(id, { Description: 'Newer' }, { ...WHO, request: 3 });
    table.update(id, { Description: 'Older' }, { ...WHO, request: 2 });
    const flight = (request: number, endedAt: number): unknown => ({
        request,
        tab: { endedAt, sleeps: [] },
        sentAt: request,
        lost: false
    });
    const [created, , late] = table.log;
    assert.ok(created !== undefined && late !== undefined);
    const judged = (endedAt: number): boolean[] => {
        const flights = [flight(1, Infinity), flight(2, endedAt), flight(3, Infinity)];
        const evidence = evidenceWith({ log: table.log, flights });
        return [created, late].map((commit) => isOvertaken(evidence, commit));
    };
    assert.deepEqual(judged(10), [false, true]);
    assert.deepEqual(judged(Infinity), [false, false]);
});

test('what the agent surely picked counts from then on', () => {
    const handling = createHandling('agent', 'call-1', 1);
    assert.equal(sureSince(handling, 'WhoId'), 0);
    tell(handling, 'WhoId', 'first', true, true, 5);
    tell(handling, 'WhoId', 'second', false, true, 9);
    assert.equal(sureSince(handling, 'WhoId'), 5);
});

test('time runs what falls due in its order, and not what was cancelled', async () => {
    const time = createVirtualTime(0);
    const ran: string[] = [];
    time.after(20, () => void ran.push(`second at ${time.now()}`));
    time.after(10, () => void ran.push(`first at ${time.now()}`));
    time.after(15, () => void ran.push('cancelled'))();
    await time.pass(30);
    assert.deepEqual([...ran, time.now()], ['first at 10', 'second at 20', 30]);
});

test('a timer that was due while an agent’s tab slept runs when it wakes up, but not once it is cancelled', async () => {
    const time = createVirtualTime(0);
    const browser = createBrowser(time, 'works', () => undefined);
    const tab = browser.open('agent', 0);
    const ran: string[] = [];
    const clock = browser.clock(tab);
    browser.freeze(tab);
    clock.after(10, () => ran.push('first'));
    clock.after(20, () => cancel());
    const cancel = clock.after(30, () => ran.push('last'));
    await time.pass(40);
    await browser.thaw(tab);
    assert.deepEqual(ran, ['first']);
});

test('what an agent’s browser keeps no more is lost with a tab of it that goes or sleeps on, not with another computer’s', () => {
    const handling = createHandling('agent', 'call-1', 1);
    tell(handling, 'Queue__c', 'Sales', true);
    const isUnsure = (device: number): boolean => {
        doubtUnkept(new Map([[handling, 0]]), device);
        return mayBe(handling, 'Queue__c').orNothing;
    };
    assert.deepEqual([isUnsure(1), isUnsure(0)], [false, true]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAskedFor } from './askedFor.ts';
import { evidenceWith } from './evidenceWith.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

/** One step; the page makes the Task in parts, of which the org refuses the second, and later writes to it once more. */
function writtenAgain(lost: boolean): string[] {
    let now = 1_000;
    const table = createTaskTable(USUAL_PROFILE, () => now);
    const task = table.create({ CallObject: 'call-1' }, { by: 'page', user: 'agent', request: 1 });
    now = 90_000;
    table.update(task, { Wrap__c: 'Sold' }, { by: 'page', user: 'agent', request: 3 });
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Infinity };
    const handling = createHandling('agent', 'call-1', 1);
    handling.heardBy.add(tab.name);
    const sent = (request: number, target: string, sentAt: number, answer = sentAt + 10): object => {
        return { request, tab, target, sentAt, overAt: answer, lost: answer === Infinity, failed: false };
    };
    const evidence = {
        profile: USUAL_PROFILE,
        log: table.log,
        flights: [
            sent(1, 'call-1 new', 1_000),
            sent(2, task, 1_020, lost ? Infinity : undefined),
            sent(3, task, 90_000)
        ],
        lookUps: [900, 89_000].map((at) => ({ askedAt: at, at, tab, about: ['call-1'], found: [] })),
        asks: [{ at: 100, tab, how: 'step', handling }],
        unknown: new Set(),
        memoryLost: false,
        clockSetBack: false
    };
    return judgeAskedFor(evidenceWith(evidence), handling, table.log);
}

test("an agent's page that writes again although no step came is found out", () => {
    assert.deepEqual(writtenAgain(false), ['agent call-1 part 1: was written again although no step came (Wrap__c)']);
});

test("an agent's page that had no answer to a part of its save tries that again", () => {
    assert.deepEqual(writtenAgain(true), []);
});

/** One tab makes the Task and is not told, another one writes to it, or to a double; then the first one writes what it has. */
function writtenByTheFirst(lost: boolean, toDouble = false): string[] {
    const table = createTaskTable(USUAL_PROFILE, () => 1_000);
    const page = { by: 'page', user: 'agent' } as const;
    const task = table.create({ CallObject: 'call-1' }, { ...page, request: 1 });
    const double = toDouble ? table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' }) : task;
    table.update(double, { Queue__c: 'Sales' }, { ...page, request: 2 });
    table.update(task, { Subject: 'Call' }, { ...page, request: 3 });
    const [first, other] = ['tab 1', 'tab 2'].map((name) => ({ name, device: 0, sleeps: [], endedAt: Infinity }));
    const handling = createHandling('agent', 'call-1', 1);
    handling.heardBy.add('tab 1');
    const evidence = {
        profile: USUAL_PROFILE,
        log: table.log,
        flights: [
            { request: 1, tab: first, target: 'call-1 new', sentAt: 1_000, overAt: 1_010, lost },
            { request: 2, tab: other, target: double, sentAt: 120_000, overAt: 120_010, lost: false },
            { request: 3, tab: first, target: task, sentAt: 180_000, overAt: 180_010, lost: false }
        ],
        lookUps: [
            { askedAt: 900, at: 900, tab: first, about: ['call-1'], found: [] },
            { askedAt: 119_000, at: 119_000, tab: other, about: ['call-1'], found: [double] },
            { askedAt: 179_000, at: 179_000, tab: first, about: ['call-1'], found: [task] }
        ],
        asks: [{ at: 100, tab: first, how: 'step', handling }],
        unknown: new Set(),
        memoryLost: false,
        clockSetBack: false
    };
    return judgeAskedFor(evidenceWith(evidence), handling, table.log);
}

test("an agent's page that was not told what became of its Task writes what it has, though another tab wrote meanwhile", () => {
    assert.deepEqual(writtenByTheFirst(true), []);
    assert.deepEqual(writtenByTheFirst(true, true), []);
    const wrong = ['agent call-1 part 1: was written again although no step came (Subject)'];
    assert.deepEqual(writtenByTheFirst(false), wrong);
    assert.deepEqual(writtenByTheFirst(false, true), wrong);
});

/** A page wrote at 75 seconds, and again at 110; that it might bring notes which a tab left was so from 60 seconds on. */
function broughtNotes(until: number): string[] {
    const table = createTaskTable(USUAL_PROFILE, () => 1_000);
    const page = { by: 'page', user: 'agent' } as const;
    const task = table.create({ CallObject: 'call-1' }, { ...page, request: 1 });
    table.update(task, { Description: 'left notes' }, { ...page, request: 2 });
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Infinity };
    const handling = createHandling('agent', 'call-1', 1);
    handling.heardBy.add('tab 1');
    const evidence = evidenceWith({
        log: table.log,
        flights: [
            { request: 1, tab, target: 'call-1 new', sentAt: 75_000, overAt: 75_010, lost: false },
            { request: 2, tab, target: task, sentAt: 110_000, overAt: 110_010, lost: false }
        ],
        lookUps: [74_000, 109_000].map((at) => ({ askedAt: at, at, tab, about: ['call-1'], found: [] })),
        asks: [{ at: 60_000, until, tab, how: 'atOnce', handling }]
    });
    return judgeAskedFor(evidence, handling, table.log);
}

test('notes that a tab left may be brought by another one as late as that looks for them, and no later', () => {
    assert.deepEqual(broughtNotes(120_000), []);
    assert.deepEqual(broughtNotes(70_000), [
        'agent call-1 part 1: was written again although no step came (Description)'
    ]);
});

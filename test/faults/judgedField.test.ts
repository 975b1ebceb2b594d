import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { caseOf } from './handlingCase.ts';
import { judgeField } from './judgedField.ts';
import { createTaskTable } from './org/taskTable.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling, keyOf, tell } from './truth.ts';

const UNDESCRIBED: ModelProfile = { ...USUAL_PROFILE, 'task-object-infos': 'refused' };
const CONNECTED_AT = Date.parse('2026-01-15T09:00:00.000Z');

/** A page writes the agent's pick, and later one of this computer the caller that it recognised, after a look at `lookedAt`. */
function callerInPlaceOfPick(
    profile: ModelProfile,
    device: number,
    lookedAt: number,
    isAnswered = true
): readonly string[] {
    let now = CONNECTED_AT;
    const table = createTaskTable(profile, () => now);
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = CONNECTED_AT;
    tell(handling, 'WhoId', 'the pick', true, true, CONNECTED_AT);
    const page = { by: 'page', user: 'agent' } as const;
    const pick = { CallObject: 'call-1', SwitchboardKey__c: keyOf(handling), WhoId: 'the pick' };
    const task = table.create(pick, { ...page, request: 1 });
    now += 100;
    table.update(task, { WhoId: 'the caller' }, { ...page, request: 2 });
    const [picking, other] = [0, device].map((one, index) => ({
        name: `tab ${index}`,
        device: one,
        sleeps: [],
        endedAt: Number.POSITIVE_INFINITY
    }));
    const flights = [picking, other].map((tab, index) => ({
        request: index + 1,
        tab,
        sentAt: CONNECTED_AT + 50 * index
    }));
    const at = CONNECTED_AT + lookedAt;
    const lookUps = [{ tab: other, at, heardAt: isAnswered ? at : Infinity, found: [task], about: ['call-1'] }];
    const evidence = evidenceWith({
        profile,
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        flights,
        lookUps,
        shown: new Map(),
        openTabs: []
    });
    const one = caseOf(evidence, handling);
    return one.rows.flatMap((row) => judgeField(one, 'WhoId', row).by);
}

test("a page of the agent's other computer that had seen the pick, and writes the caller over it, is found out", () => {
    assert.deepEqual(callerInPlaceOfPick(USUAL_PROFILE, 1, 20), ['different']);
});

test("a page of the agent's other computer that wrote at the same moment knew of no pick", () => {
    assert.deepEqual(callerInPlaceOfPick(USUAL_PROFILE, 1, -20), ['overtaken']);
    assert.deepEqual(callerInPlaceOfPick(USUAL_PROFILE, 1, 20, false), ['overtaken']);
});

test("a page of the agent's other computer sees no pick where the org does not describe Task", () => {
    assert.deepEqual(callerInPlaceOfPick(UNDESCRIBED, 1, 20), ['overtaken']);
});

test('a second tab of the same browser knows the pick, whatever the org tells', () => {
    assert.deepEqual(callerInPlaceOfPick(UNDESCRIBED, 0, 20), ['different']);
});

test("a colleague's Comments stay a colleague's where a merge put the phone's below them, and nowhere else", () => {
    const judged = (isMerged: boolean): readonly string[] => {
        const table = createTaskTable(USUAL_PROFILE, () => CONNECTED_AT);
        const handling = createHandling('agent', 'call-1', 1);
        handling.connectedTime = CONNECTED_AT;
        tell(handling, 'Description', 'Notes', true);
        const page = { by: 'page', user: 'agent' } as const;
        const own = { CallObject: 'call-1', SwitchboardKey__c: keyOf(handling), Description: 'Notes' };
        const task = table.create(own, page);
        const double = table.create({ CallObject: 'call-1', Description: 'Typed' }, { by: 'phone', user: 'agent' });
        handling.phoneTasks.push(double);
        table.update(task, { Description: 'By hand' }, { by: 'person', user: 'a colleague' });
        table.update(task, { Description: 'By hand\n\nTyped' }, page);
        if (isMerged) table.remove(double, page);
        const rows = table.rows().filter(({ id }) => id === task);
        const base = { profile: USUAL_PROFILE, handlings: [handling], rows, log: table.log, flights: [], lookUps: [] };
        const one = caseOf(evidenceWith({ ...base, shown: new Map(), openTabs: [] }), handling);
        return one.rows.flatMap((row) => judgeField(one, 'Description', row).by);
    };
    assert.deepEqual(judged(true), ['person']);
    assert.deepEqual(judged(false), ['different']);
});

test("the phone's result that a merge brought over stays, of whichever part the phone's Task was", () => {
    const judged = (merges: boolean): readonly string[] => {
        const table = createTaskTable(USUAL_PROFILE, () => CONNECTED_AT);
        const handlings = [1, 2].map((part) => createHandling('agent', 'call-1', part));
        const [handling] = handlings as [ReturnType<typeof createHandling>];
        handling.connectedTime = CONNECTED_AT;
        tell(handling, 'CallDisposition', 'Sold', true);
        const page = { by: 'page', user: 'agent' } as const;
        const task = table.create({ CallObject: 'call-1', SwitchboardKey__c: keyOf(handling) }, page);
        const double = table.create({ CallObject: 'call-1', CallDisposition: 'Code' }, { by: 'phone', user: 'agent' });
        table.update(task, { CallDisposition: 'Code' }, page);
        if (merges) table.remove(double, page);
        const rows = table.rows().filter(({ id }) => id === task);
        const base = { profile: USUAL_PROFILE, handlings, rows, log: table.log, flights: [], lookUps: [] };
        const one = caseOf(evidenceWith({ ...base, shown: new Map(), openTabs: [] }), handling);
        return one.rows.flatMap((row) => judgeField(one, 'CallDisposition', row).by);
    };
    assert.deepEqual(judged(true), ['person']);
    assert.deepEqual(judged(false), ['different']);
});

/** The agent picked nobody in tab 0, where nobody was named yet; a tab of the same computer then writes the caller. */
function callerWhereNobodyWasPicked(profile: ModelProfile, askedAt: number): readonly string[] {
    const table = createTaskTable(profile, () => CONNECTED_AT);
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = CONNECTED_AT;
    tell(handling, 'WhoId', null, true, true, CONNECTED_AT);
    const own = { CallObject: 'call-1', SwitchboardKey__c: keyOf(handling), WhoId: 'the caller' };
    table.create(own, { by: 'page', user: 'agent', request: 1 });
    const [picking, other] = [0, 1].map((tab) => ({ name: `tab ${tab}`, device: 0, sleeps: [] }));
    const evidence = evidenceWith({
        profile,
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        flights: [{ request: 1, tab: other, sentAt: CONNECTED_AT }],
        asks: [{ at: askedAt, tab: picking, how: 'atOnce' }],
        lookUps: [],
        shown: new Map(),
        openTabs: []
    });
    const one = caseOf(evidence, handling);
    return one.rows.flatMap((row) => judgeField(one, 'WhoId', row).by);
}

test('a tab of a browser that keeps nothing knows nothing of the agent picking nobody in another one, where nobody was named', () => {
    const full: ModelProfile = { ...USUAL_PROFILE, 'browser-storage': 'full' };
    assert.deepEqual(callerWhereNobodyWasPicked(full, CONNECTED_AT), ['overtaken']);
    assert.deepEqual(callerWhereNobodyWasPicked(full, CONNECTED_AT - 1), ['different']);
    assert.deepEqual(callerWhereNobodyWasPicked(USUAL_PROFILE, CONNECTED_AT), ['different']);
});

test('notes that a deleted Task had are gone with the tab that saved them, where the one that makes another Task had slept, heard of the call later, or has its next part', () => {
    const judged = (
        sleeps: readonly object[],
        endedAt: number,
        heardAt = CONNECTED_AT,
        parts = 1
    ): readonly string[] => {
        const table = createTaskTable(USUAL_PROFILE, () => CONNECTED_AT);
        const handling = createHandling('agent', 'call-1', 1);
        handling.connectedTime = CONNECTED_AT;
        tell(handling, 'Description', 'Notes', true);
        const own = { CallObject: 'call-1', SwitchboardKey__c: keyOf(handling) };
        const first = table.create({ ...own, Description: 'Notes' }, { by: 'page', user: 'agent', request: 1 });
        table.remove(first, { by: 'person', user: 'a colleague' });
        table.create(own, { by: 'page', user: 'agent', request: 2 });
        const maker = { name: 'tab 2', device: 0, sleeps, endedAt: Number.POSITIVE_INFINITY };
        const flights = [
            { request: 1, tab: { name: 'tab 1', device: 0, sleeps: [], endedAt }, sentAt: 10 },
            { request: 2, tab: maker, sentAt: 50 }
        ];
        const asks = [{ at: heardAt, tab: maker, how: 'step', handling }];
        const base = {
            profile: USUAL_PROFILE,
            handlings: [handling, createHandling('agent', 'call-1', 2)].slice(0, parts),
            rows: table.rows(),
            log: table.log,
            flights,
            asks,
            lookUps: []
        };
        const one = caseOf(evidenceWith({ ...base, causes: new Set(), shown: new Map(), openTabs: [] }), handling);
        return one.rows.flatMap((row) => judgeField(one, 'Description', row).by);
    };
    const slept = [{ from: 20, until: 30 }];
    assert.deepEqual(judged(slept, 40), ['unsure']);
    assert.deepEqual(judged([], 40), ['different']);
    assert.deepEqual(judged(slept, Number.POSITIVE_INFINITY), ['different']);
    assert.deepEqual(judged([], 40, CONNECTED_AT + 1), ['unsure']);
    assert.deepEqual(judged([], 40, CONNECTED_AT, 2), ['unsure']);
    assert.deepEqual(judged([], Number.POSITIVE_INFINITY, CONNECTED_AT, 2), ['different']);
    assert.deepEqual(judged([], Number.POSITIVE_INFINITY, CONNECTED_AT + 1), ['different']);
});

test('a pick that a page had sent before it died stands, where another one had looked for nobody meanwhile and had nothing to write', () => {
    const judged = (endedAt: number, askedAt: number, heardAt: number): readonly string[] => {
        let now = CONNECTED_AT;
        const table = createTaskTable(USUAL_PROFILE, () => now);
        const handling = createHandling('agent', 'call-1', 1);
        handling.connectedTime = CONNECTED_AT;
        tell(handling, 'WhoId', 'the pick', true, true, CONNECTED_AT);
        tell(handling, 'WhoId', null, true, true, CONNECTED_AT + 10);
        const page = { by: 'page', user: 'agent' } as const;
        const task = table.create({ CallObject: 'call-1', SwitchboardKey__c: keyOf(handling) }, page);
        now += 100;
        table.update(task, { WhoId: 'the pick' }, { ...page, request: 1 });
        const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt };
        const looking = { name: 'tab 2', device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY };
        const look = { tab: looking, askedAt, at: askedAt + 10, heardAt, found: [task], about: ['call-1'] };
        const evidence = evidenceWith({
            profile: USUAL_PROFILE,
            handlings: [handling],
            rows: table.rows(),
            log: table.log,
            flights: [{ request: 1, tab, sentAt: CONNECTED_AT + 20, lost: false }],
            lookUps: [look],
            asks: [],
            causes: new Set(),
            shown: new Map(),
            openTabs: []
        });
        const one = caseOf(evidence, handling);
        return one.rows.flatMap((row) => judgeField(one, 'WhoId', row).by);
    };
    const [died, looked, heard] = [CONNECTED_AT + 20, CONNECTED_AT + 30, CONNECTED_AT + 50];
    assert.deepEqual(judged(died, looked, heard), ['overtaken']);
    assert.deepEqual(judged(Number.POSITIVE_INFINITY, looked, heard), ['different']);
    assert.deepEqual(judged(died, CONNECTED_AT + 95, CONNECTED_AT + 120), ['different']);
    assert.deepEqual(judged(died, CONNECTED_AT + 5, heard), ['different']);
    assert.deepEqual(judged(died, looked, Number.POSITIVE_INFINITY), ['different']);
});

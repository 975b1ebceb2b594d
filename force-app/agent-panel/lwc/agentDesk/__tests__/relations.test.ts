import { deskReport } from 'c/agentDesk';
import { executeMutation } from 'lightning/graphql';
import { testBrowser } from './openDesk.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';

const mutate = jest.mocked(executeMutation);
const EDNA = { id: '003000000000001AAA', objectApiName: 'Contact' };
const CASE = { id: '500000000000001AAA', objectApiName: 'Case' };
const LEAD = { id: '00Q000000000001AAA', objectApiName: 'Lead' };

/** What was written, newest value of each field. */
function written(): Record<string, unknown> {
    return Object.assign(
        {},
        ...mutate.mock.calls.map(([{ variables }]) => (variables as { input: { Task: object } }).input.Task)
    ) as Record<string, unknown>;
}

it('the record that the agent picks during the call is on the Task', async () => {
    const { answers, clock, open } = testBrowser();
    answers.names[CASE.id] = '00001026';
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.page(CASE);
    await clock.pass(2_000);
    expect(desk.view().interactions[0]?.relations?.relatedTo.choices).toEqual([{ ...CASE, name: '00001026' }]);
    expect(written()).not.toHaveProperty('WhatId');
    desk.relate('call-1', 'relatedTo', CASE.id);
    phone.describe('call-1', ENDED);
    await clock.pass(2_000);
    expect(written()).toMatchObject({ WhatId: CASE.id });
});

it('a record picked after the call is saved without another step', async () => {
    const { answers, clock, open } = testBrowser();
    answers.names[CASE.id] = '00001026';
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    phone.describe('call-1', ENDED);
    desk.page(CASE);
    await clock.pass(2_000);
    desk.relate('call-1', 'relatedTo', CASE.id);
    await clock.pass(2_000);
    expect(written()).toMatchObject({ WhatId: CASE.id });
    expect(desk.view().interactions[0]?.save).toMatchObject({ phase: 'saved', pending: false });
});

it('a caller who is recognised after the agent picked does not take the place', async () => {
    const { answers, clock, open } = testBrowser();
    answers.contact = { Id: EDNA.id, Name: 'Edna Frank', Phone: RINGING.ani };
    const { desk, phone } = open();
    desk.page(EDNA);
    await clock.settle();
    phone.describe('call-1', TALKING);
    desk.relate('call-1', 'name', undefined);
    await clock.pass(2_000);
    phone.describe('call-1', ENDED);
    await clock.pass(2_000);
    expect(desk.view().interactions[0]?.caller).toMatchObject({ id: EDNA.id });
    expect(written().WhoId ?? null).toBeNull();
});

it('a pick outlives the page', async () => {
    const browser = testBrowser();
    browser.answers.names[CASE.id] = '00001026';
    const first = browser.open();
    first.phone.describe('call-1', TALKING);
    first.desk.page(CASE);
    await browser.clock.settle();
    first.desk.relate('call-1', 'relatedTo', CASE.id);
    first.desk.close();
    const second = browser.open();
    second.phone.describe('call-1', ENDED);
    await browser.clock.pass(2_000);
    expect(second.desk.view().interactions[0]?.relations?.relatedTo).toMatchObject({ chosen: CASE.id, by: 'agent' });
    expect(written()).toMatchObject({ WhatId: CASE.id });
});

it('that the agent picked nobody counts in a new tab too, where the browser’s data were cleared and a tab still knows it', async () => {
    const browser = testBrowser();
    browser.answers.contact = { Id: EDNA.id, Name: 'Edna Frank', Phone: RINGING.ani };
    const first = browser.open();
    first.phone.describe('call-1', TALKING);
    first.desk.page(EDNA);
    await browser.clock.pass(2_000);
    first.desk.relate('call-1', 'name', undefined);
    await browser.clock.pass(2_000);
    browser.storage.keys().forEach((key) => browser.storage.remove(key));
    first.phone.describe('call-1', ENDED);
    const second = browser.open();
    second.phone.describe('call-1', ENDED);
    second.desk.page(EDNA);
    await browser.clock.pass(2_000);
    expect(second.desk.view().interactions[0]?.relations?.name).toEqual(expect.objectContaining({ by: 'agent' }));
    second.desk.retry();
    await browser.clock.pass(2_000);
    expect(browser.rows[0]?.WhoId ?? null).toBeNull();
});

it('a lead picked as Name empties Related To on the Task', async () => {
    const { answers, clock, open } = testBrowser();
    answers.names[CASE.id] = '00001026';
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.page(CASE);
    desk.page(LEAD);
    await clock.settle();
    desk.relate('call-1', 'relatedTo', CASE.id);
    await clock.pass(2_000);
    phone.describe('call-1', TALKING);
    expect(desk.view().interactions[0]?.relations?.name.choices).toEqual([]);
    expect(desk.view().interactions[0]?.relations?.relatedTo.chosen).toBe(CASE.id);
});

it('a page that hears of the call again after the wrap-up leaves the pick on the Task', async () => {
    const browser = testBrowser();
    browser.answers.contact = { Id: EDNA.id, Name: 'Edna Frank', Phone: RINGING.ani };
    browser.answers.names[CASE.id] = '00001026';
    const first = browser.open();
    first.desk.page(EDNA);
    await browser.clock.settle();
    first.phone.describe('call-1', TALKING);
    await browser.clock.pass(2_000);
    expect(browser.rows[0]?.WhoId).toBe(EDNA.id);
    first.desk.relate('call-1', 'name', undefined);
    first.phone.describe('call-1', { ...ENDED, done: true });
    await browser.clock.pass(10_000);
    expect(browser.rows[0]?.WhoId ?? null).toBeNull();
    first.desk.close();
    const second = browser.open();
    second.phone.describe('call-1', { ...ENDED, done: true });
    await browser.clock.pass(10_000);
    expect(browser.rows[0]?.WhoId ?? null).toBeNull();
});

it('a Task that somebody deleted is made anew only on the word about it', async () => {
    const { clock, open, rows } = testBrowser();
    const { desk, phone } = open();
    for (const id of ['call-1', 'call-2']) {
        phone.describe(id, TALKING);
        await clock.pass(2_000);
    }
    const keys = desk.view().interactions.map(({ save }) => save?.key ?? '');
    rows.splice(0);
    for (const id of ['call-1', 'call-2']) {
        phone.describe(id, ENDED);
    }
    await clock.pass(2_000);
    expect(desk.view().interactions.map(({ save }) => save?.failure)).toEqual(['taskDeleted', 'taskDeleted']);
    desk.retry(keys[0]);
    await clock.pass(2_000);
    expect(rows).toHaveLength(1);
    desk.retry(keys[1]);
    await clock.pass(2_000);
    expect(rows).toHaveLength(2);
});

it('a record of a conversation that nobody knows is not picked', () => {
    const { open } = testBrowser();
    const { desk } = open();
    desk.relate('no-such-call', 'name', EDNA.id);
    expect(desk.view().interactions).toEqual([]);
});

it('nothing is merged of a conversation that nobody knows', async () => {
    expect(await testBrowser().open().desk.merge('no-such-call')).toBe('notMerged');
});

describe('closing the page', () => {
    it('the agent loses nothing while nothing is going on', async () => {
        const { clock, open } = testBrowser();
        const { desk } = open();
        await clock.pass(2_000);
        expect(desk.hasUnsaved()).toBe(false);
    });

    it('the agent is warned while Salesforce has not taken the call', async () => {
        const { clock, open } = testBrowser();
        mutate.mockRejectedValue(new Error('Failed to fetch'));
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        expect(desk.hasUnsaved()).toBe(true);
    });

    it('the agent who was told that the Task is deleted is not asked at each closing', async () => {
        const { clock, open, rows } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        rows.splice(0);
        desk.note('call-1', 'Promised a call');
        phone.describe('call-1', ENDED);
        await clock.pass(5_000);
        expect(desk.view().interactions[0]?.save?.failure).toBe('taskDeleted');
        expect(desk.hasUnsaved()).toBe(false);
    });

    it('the agent is warned while notes are typed that no Task has', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        await clock.pass(2_000);
        expect(desk.hasUnsaved()).toBe(false);
        desk.note('call-1', 'Promised a call');
        expect(desk.hasUnsaved()).toBe(true);
    });
});

it('support reads in the report what was given up of what the browser kept', () => {
    const { desk } = testBrowser().open();
    const view = { ...desk.view(), dropped: { expired: 2, unreadable: 0 } };
    expect(deskReport(view, desk.diagnostics())).toContainEqual({ about: 'kept', code: 'expired', given: '2' });
});

it('a call of the whole shift whose card told of its missing field is not told again', async () => {
    const { answers, clock, open } = testBrowser();
    delete answers.fields.Queue__c;
    const { desk, phone } = open();
    for (let place = 0; place < 23; place += 1) {
        phone.describe(`call-${place}`, TALKING);
        await clock.pass(2_000);
        desk.view();
        phone.describe(`call-${place}`, { ...ENDED, done: true });
        await clock.pass(2_000);
    }
    expect(desk.view().interactions).toHaveLength(20);
    expect(desk.view().earlier).toEqual([]);
});

it('a call that was saved after a reload without a field is told of', async () => {
    const browser = testBrowser();
    mutate.mockRejectedValue(new Error('Failed to fetch'));
    const first = browser.open();
    first.phone.describe('call-1', TALKING);
    first.phone.describe('call-1', ENDED);
    await browser.clock.pass(2_000);
    first.desk.close();
    browser.saves();
    delete browser.answers.fields.Wrap__c;
    delete browser.answers.fields.Queue__c;
    const { desk } = browser.open();
    desk.view();
    await browser.clock.pass(10_000);
    expect(desk.view().earlier).toMatchObject([{ pending: false, unsaved: [{ field: 'Queue__c' }] }]);
});

import { executeMutation } from 'lightning/graphql';
import type { AgentDesk } from 'c/agentDesk';
import { testBrowser } from './openDesk.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const mutate = jest.mocked(executeMutation);
const unsaved = (desk: AgentDesk): boolean | undefined => desk.view().interactions[0]?.notesUnsaved;

it('the agent who typed nothing has no unsaved notes', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    expect(unsaved(desk)).toBe(false);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(false);
});

it('the agent is told that notes are unsaved until the Task has them', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    desk.note('call-1', 'Wants a quote');
    expect(unsaved(desk)).toBe(true);
    await clock.pass(5_000); // during the call they wait for its end
    expect(unsaved(desk)).toBe(true);
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(false);
});

it('the agent is told so while Salesforce cannot be reached', async () => {
    const { clock, open, saves } = testBrowser();
    const { desk, phone } = open();
    mutate.mockRejectedValue(new TypeError('Failed to fetch'));
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', ENDED);
    await clock.pass(30_000);
    expect(unsaved(desk)).toBe(true);
    saves();
    desk.retry();
    await clock.pass(30_000);
    expect(unsaved(desk)).toBe(false);
});

it('saved notes stay saved while something else of the call waits', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    mutate.mockRejectedValue(new TypeError('Failed to fetch'));
    phone.describe('call-1', { ...ENDED, done: true, wrapUpCode: 'Sold' });
    await clock.pass(5_000);
    expect(desk.view().interactions[0]?.save?.pending).toBe(true);
    expect(unsaved(desk)).toBe(false);
});

it('the agent who takes everything back has nothing unsaved', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    desk.note('call-1', 'x');
    desk.note('call-1', '');
    expect(unsaved(desk)).toBe(false);
});

it('the agent is told so when Salesforce will not take the notes', async () => {
    const { clock, answers, open } = testBrowser();
    delete answers.fields.Description;
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(true);
});

it('notes that Salesforce will not take stay kept in the browser after the wrap-up', async () => {
    const { clock, answers, storage, open } = testBrowser();
    delete answers.fields.Description;
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', { ...ENDED, done: true, wrapUpCode: 'Sold' });
    await clock.pass(5_000);
    const kept = storage.keys().filter((name) => name.includes(':notes:'));
    expect(kept.map((name) => storage.get(name))).toEqual([expect.stringContaining('Wants a quote')]);
});

it('the agent is not warned for ever where the admin has switched the notes off', async () => {
    const { clock, answers, open } = testBrowser();
    answers.rules = [{ ...rule('Salesforce.InteractionLogNotes', 'Description'), Active__c: false }];
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    desk.note('call-1', 'for myself');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(false);
});

it('the agent is told that notes are not saved where the admin gave Comments to something else', async () => {
    const { clock, answers, open } = testBrowser();
    answers.rules = [rule('Call.QueueName', 'Description')];
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(true);
    expect(desk.view().interactions[0]?.problems).toContainEqual(
        expect.objectContaining({ code: 'ruleShadowed', attribute: 'Salesforce.InteractionLogNotes' })
    );
});

it('an admin who has switched the notes off finds none on the Task', async () => {
    const { clock, answers, rows, open } = testBrowser();
    answers.rules = [{ ...rule('Salesforce.InteractionLogNotes', 'Description'), Active__c: false }];
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'for myself');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('for myself');
});

it('notes on a ringing call are unsaved; once it was missed no Task will ever take them', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', RINGING);
    desk.note('call-1', 'Edna again');
    expect(unsaved(desk)).toBe(true);
    phone.describe('call-1', { ...RINGING, state: 'disconnected', disconnected: true });
    expect(unsaved(desk)).toBe(false);
});

it('notes of before a reload are unsaved until Salesforce has answered', async () => {
    const { clock, open } = testBrowser();
    const before = open();
    before.phone.describe('call-1', TALKING);
    before.desk.note('call-1', 'Wants a quote');
    before.desk.close();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    expect(unsaved(desk)).toBe(true);
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(unsaved(desk)).toBe(false);
});

it('notes that a tab took over before it could ask the org do not come back over newer ones of another tab', async () => {
    const { answers, clock, open, rows } = testBrowser();
    const first = open();
    await clock.pass(1_000);
    first.phone.describe('call-1', TALKING);
    first.desk.note('call-1', 'older');
    first.phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    answers.sessionExpired = true;
    const second = open();
    await clock.pass(1_000);
    answers.sessionExpired = false;
    second.phone.describe('call-1', ENDED);
    first.desk.note('call-1', 'newer');
    await clock.pass(5_000);
    first.phone.describe('call-1', { ...ENDED, done: true });
    await clock.pass(5_000);
    expect(rows).toEqual([expect.objectContaining({ Description: 'newer' })]);
    second.desk.retry();
    await clock.pass(10_000);
    expect(rows).toEqual([expect.objectContaining({ Description: 'newer' })]);
    expect(second.desk.view().interactions[0]?.save).toMatchObject({ phase: 'saved', pending: false });
});

import { testBrowser } from './openDesk.ts';
import type { TestBrowser } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const LIST = 'SwitchboardUnsaved__c';
const DONE = { ...ENDED, done: true, wrapUpCode: 'Sold' };
const RULES = [rule('Call.QueueName', 'Gone__c'), rule('Salesforce.WrapUpCode', 'Seconds__c')];
const LISTED = 'Gone__c: unknownField; Seconds__c: valueDoesNotFit';

/** An org whose rules name a field that it has not, and one that takes no words. It keeps the list for the admin's report. */
function orgThatMapsBadly(): TestBrowser {
    const browser = testBrowser();
    browser.answers.rules = RULES;
    browser.answers.fields = { ...browser.answers.fields, Seconds__c: 'Double', [LIST]: 'String' };
    return browser;
}

it('an admin’s report names what the mapping could not fill, in the write that the Task gets anyhow', async () => {
    const { clock, rows, open } = orgThatMapsBadly();
    const { phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    expect(rows).toEqual([expect.objectContaining({ [LIST]: 'Gone__c: unknownField' })]);
    phone.describe('call-1', DONE);
    await clock.pass(5_000);
    expect(rows).toEqual([expect.objectContaining({ [LIST]: LISTED })]);
});

it('an admin’s report names it also for a call whose mapping could be read only after a reload', async () => {
    const { answers, clock, rows, open } = orgThatMapsBadly();
    answers.rules = 'noAccess';
    const before = open();
    before.phone.describe('call-1', TALKING);
    before.phone.describe('call-1', DONE);
    await clock.pass(5_000);
    expect(rows).toEqual([expect.not.objectContaining({ [LIST]: expect.anything() as unknown })]);
    before.desk.close();
    answers.rules = RULES;
    open();
    await clock.pass(60_000);
    expect(rows).toEqual([expect.objectContaining({ [LIST]: LISTED })]);
});

it('an admin’s report lists the Task no more once the admin has put the mapping right', async () => {
    const { answers, clock, rows, open } = orgThatMapsBadly();
    const before = open();
    before.phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    before.desk.close();
    answers.rules = [rule('Call.QueueName', 'Queue__c'), rule('Salesforce.WrapUpCode', 'Wrap__c')];
    const { phone } = open();
    await clock.pass(1_000);
    phone.describe('call-1', DONE);
    await clock.pass(60_000);
    expect(rows).toEqual([expect.objectContaining({ [LIST]: null, Queue__c: 'Sales', Wrap__c: 'Sold' })]);
});

it('an agent reads the same, also where the org has no place for the list', async () => {
    const { answers, clock, rows, open } = testBrowser();
    answers.rules = [rule('Call.QueueName', 'Gone__c')];
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    expect(desk.view().interactions[0]?.problems).toContainEqual(
        expect.objectContaining({ code: 'unknownField', field: 'Gone__c' })
    );
    expect(desk.view().interactions[0]?.save).toMatchObject({
        phase: 'saved',
        notMapped: [{ field: 'Gone__c', code: 'notMapped', reason: 'unknownField' }]
    });
    expect(rows[0]).not.toHaveProperty(LIST);
});

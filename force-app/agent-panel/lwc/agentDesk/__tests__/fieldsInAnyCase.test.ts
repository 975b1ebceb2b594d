import { executeMutation } from 'lightning/graphql';
import { taskInput, taskRefused } from '../../../../../test/ports/testTasks.ts';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const DONE = { ...ENDED, done: true, wrapUpCode: 'Sold' };
const NOTES = 'Salesforce.InteractionLogNotes';

/** An admin may type the name of a field in any case: Salesforce knows it. */
function orgWithRules(...rules: ReturnType<typeof rule>[]): TestBrowser {
    const browser = testBrowser();
    browser.answers.rules = rules;
    browser.answers.fields = { ...browser.answers.fields, Notes__c: 'String', SwitchboardUnsaved__c: 'String' };
    return browser;
}

it('notes that a rule of the org refuses stay kept, however the admin spelled their field', async () => {
    const { clock, open } = orgWithRules(rule(NOTES, 'notes__C'));
    const saves = jest.mocked(executeMutation).getMockImplementation();
    jest.mocked(executeMutation).mockImplementation(async (mutation) =>
        taskInput(mutation).Task.Notes__c
            ? taskRefused('FIELD_CUSTOM_VALIDATION_EXCEPTION: Too short: [Notes__c]')
            : ((await saves?.(mutation)) ?? {})
    );
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', 'Wants a quote');
    phone.describe('call-1', ENDED);
    await clock.pass(5_000);
    expect(desk.view().interactions[0]?.notesUnsaved).toBe(true);
});

it('what a person filled before the first write is left alone, however the admin spelled the field', async () => {
    const { clock, rows, open } = orgWithRules(rule('Salesforce.WrapUpCode', 'wrap__C'));
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    await clock.pass(5_000);
    rows[0] = { ...rows[0], Wrap__c: 'By hand' };
    phone.describe('call-1', DONE);
    await clock.pass(5_000);
    expect(rows).toEqual([expect.objectContaining({ Wrap__c: 'By hand' })]);
    expect(desk.view().interactions[0]?.save?.unsaved).toContainEqual({ field: 'Wrap__c', code: 'edited' });
});

it('a field is named as the org spells it, to the agent and in the admin’s report', async () => {
    const { answers, clock, rows, open } = orgWithRules(rule('Salesforce.WrapUpCode', 'seconds__C'));
    answers.fields = { ...answers.fields, Seconds__c: 'Double' };
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    phone.describe('call-1', DONE);
    await clock.pass(5_000);
    expect(desk.view().interactions[0]?.problems).toMatchObject([{ code: 'valueDoesNotFit', field: 'Seconds__c' }]);
    expect(rows).toEqual([expect.objectContaining({ SwitchboardUnsaved__c: 'Seconds__c: valueDoesNotFit' })]);
});

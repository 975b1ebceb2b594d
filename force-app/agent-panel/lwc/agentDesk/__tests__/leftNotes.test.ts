import { executeMutation } from 'lightning/graphql';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser, TestPage } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const DONE = { ...ENDED, done: true, wrapUpCode: 'Sold' };
const TWO_MINUTES = 120_000;

/** A wrapped-up call whose Task is saved, in these tabs. */
async function wrappedUp(browser: TestBrowser, ...tabs: readonly TestPage[]): Promise<void> {
    for (const facts of [TALKING, ENDED, DONE]) {
        tabs.forEach(({ phone }) => phone.describe('call-1', facts));
        await browser.clock.pass(3_000);
    }
    expect(browser.rows).toHaveLength(1);
}

describe('notes that the agent typed in the last second before the tab went', () => {
    it('are brought to the Task by another tab that shows the call', async () => {
        const browser = testBrowser();
        const [first, second] = [browser.open(), browser.open()];
        await wrappedUp(browser, first, second);
        first.desk.note('call-1', 'Wants a quote');
        first.desk.close();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toEqual([expect.objectContaining({ Description: 'Wants a quote', Wrap__c: 'Sold' })]);
        expect(second.desk.view().interactions[0]).toMatchObject({ notesUnsaved: false });
    });

    it('are brought to the Task by another tab that was told something about another call meanwhile', async () => {
        const browser = testBrowser();
        const [first, second] = [browser.open(), browser.open()];
        await wrappedUp(browser, first, second);
        first.desk.note('call-1', 'Wants a quote');
        second.phone.describe('call-2', TALKING);
        first.desk.close();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toContainEqual(expect.objectContaining({ Description: 'Wants a quote' }));
    });

    it('are brought to the Task by another tab that saves meanwhile what a third one heard of another call', async () => {
        const browser = testBrowser();
        const [first, second] = [browser.open(), browser.open()];
        await wrappedUp(browser, first, second);
        first.desk.note('call-1', 'Wants a quote');
        first.desk.close();
        // The values that wait for the Task are lost, the notes are kept.
        const waiting = browser.storage.keys().filter((name) => browser.storage.get(name)?.includes('"patch"'));
        waiting.forEach((name) => browser.storage.remove(name));
        second.phone.describe('call-2', TALKING);
        const third = browser.open();
        third.phone.describe('call-2', { ...TALKING, queueName: 'Service' });
        third.desk.close();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toContainEqual(expect.objectContaining({ Description: 'Wants a quote' }));
    });

    it('are brought to the Task by the page after a reload, that knows of no call', async () => {
        const browser = testBrowser();
        const before = browser.open();
        await wrappedUp(browser, before);
        before.desk.note('call-1', 'Wants a quote');
        before.desk.close();
        browser.open();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toEqual([expect.objectContaining({ Description: 'Wants a quote', Queue__c: 'Sales' })]);
        expect(JSON.stringify([...browser.storage.entries.values()])).not.toContain('Wants a quote');
    });

    it('stay on their Task while those of another call wait for its wrap-up', async () => {
        const browser = testBrowser();
        browser.answers.settings = { ...(browser.answers.settings as object), Write_When__c: 'wrapUp' };
        const before = browser.open();
        await browser.clock.settle();
        before.phone.describe('call-1', { ...TALKING, connectedTime: '2026-01-15T08:58:00.000Z' });
        before.desk.note('call-1', 'Will call back');
        before.phone.describe('call-1', { ...ENDED, connectedTime: '2026-01-15T08:58:00.000Z' });
        before.phone.describe('call-2', TALKING);
        before.desk.note('call-2', 'Wants a quote');
        before.phone.describe('call-2', DONE);
        before.desk.close();
        browser.answers.offline = true;
        browser.open();
        await browser.clock.pass(3_000);
        browser.answers.offline = false;
        await browser.clock.pass(2 * TWO_MINUTES);
        expect(browser.rows).toEqual([expect.objectContaining({ Description: 'Wants a quote', Wrap__c: 'Sold' })]);
    });

    it('are listed with the reason where Salesforce refuses them', async () => {
        const browser = testBrowser();
        const before = browser.open();
        await wrappedUp(browser, before);
        before.desk.note('call-1', 'Wants a quote');
        before.desk.close();
        jest.mocked(executeMutation).mockResolvedValue({
            data: {},
            errors: [{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: No prices, please: [Description]' }]
        });
        const { desk } = browser.open();
        await browser.clock.pass(TWO_MINUTES);
        expect(desk.view().keptNotes).toEqual([
            expect.objectContaining({
                notes: 'Wants a quote',
                save: expect.objectContaining({
                    unsaved: [expect.objectContaining({ field: 'Description' })]
                }) as object
            })
        ]);
    });

    it('are listed whole where their field takes only the beginning', async () => {
        const browser = testBrowser();
        const before = browser.open();
        await wrappedUp(browser, before);
        const long = `${'They call each day. '.repeat(1_700)}The key is under the mat.`;
        before.desk.note('call-1', long);
        before.desk.close();
        const { desk } = browser.open();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows[0]?.Description).toMatch(/^They call each day/);
        expect(desk.view().keptNotes).toEqual([
            expect.objectContaining({
                notes: long,
                save: expect.objectContaining({
                    unsaved: [{ field: 'Description', code: 'notMapped', reason: 'textCut' }]
                }) as object
            })
        ]);
    });

    it('are listed, and not written over a value of another rule, where the admin gave Comments to something else', async () => {
        const browser = testBrowser();
        browser.answers.rules = [rule('Call.QueueName', 'Description')];
        const before = browser.open();
        for (const facts of [TALKING, ENDED, { ...ENDED, done: true }]) {
            before.phone.describe('call-1', facts);
            await browser.clock.pass(3_000);
        }
        before.desk.note('call-1', 'Wants a quote');
        before.desk.close();
        const { desk } = browser.open();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toEqual([expect.objectContaining({ Description: 'Sales' })]);
        expect(desk.view().keptNotes).toEqual([
            expect.objectContaining({
                notes: 'Wants a quote',
                save: expect.objectContaining({
                    unsaved: [{ field: 'Description', code: 'notMapped', reason: 'ruleShadowed' }]
                }) as object
            })
        ]);
    });

    it('are tried once where Salesforce refuses the Task, and again when the agent tries again', async () => {
        const browser = testBrowser();
        const before = browser.open();
        await wrappedUp(browser, before);
        before.desk.note('call-1', 'Wants a quote');
        before.desk.close();
        const refused = jest
            .mocked(executeMutation)
            .mockReset()
            .mockResolvedValue({
                data: {},
                errors: [{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Close the case first' }]
            });
        const { desk } = browser.open();
        await browser.clock.pass(TWO_MINUTES);
        const tried = refused.mock.calls.length;
        expect(tried).toBeGreaterThan(0);
        await browser.clock.pass(5 * TWO_MINUTES);
        expect(refused).toHaveBeenCalledTimes(tried);
        browser.saves();
        desk.retry();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toEqual([expect.objectContaining({ Description: 'Wants a quote' })]);
    });

    it('stay kept where no Task of the call is known', async () => {
        const browser = testBrowser();
        browser.answers.offline = true;
        const before = browser.open();
        before.phone.describe('call-1', DONE);
        before.desk.note('call-1', 'Wants a quote');
        before.desk.close();
        for (const name of browser.storage.keys().filter((one) => !one.includes(':notes:'))) {
            browser.storage.remove(name);
        }
        browser.answers.offline = false;
        browser.open();
        await browser.clock.pass(TWO_MINUTES);
        expect(browser.rows).toEqual([]);
        expect(JSON.stringify([...browser.storage.entries.values()])).toContain('Wants a quote');
    });
});

it('notes that the agent is still typing in another tab are left to that tab', async () => {
    const browser = testBrowser();
    const [first, second] = [browser.open(), browser.open()];
    await wrappedUp(browser, first, second);
    const words = ['W', 'Wa', 'Wan', 'Want', 'Wants'];
    for (let turn = 0; turn < 150; turn += 1) {
        first.desk.note('call-1', words[turn % words.length] ?? '');
        await browser.clock.pass(1_000);
    }
    expect(browser.rows[0]).not.toHaveProperty('Description');
    expect(second.desk.view().interactions[0]?.interaction.notes).toBeUndefined();
});

import { executeMutation } from 'lightning/graphql';
import type { AgentDesk, KeptNotes } from 'c/agentDesk';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser, TestPage } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const mutate = jest.mocked(executeMutation);
const DONE = { ...ENDED, done: true, wrapUpCode: 'Sold' };
const kept = (desk: AgentDesk): readonly KeptNotes[] => desk.view().keptNotes;

/** A call with notes, wrapped up, on a page that is closed then. */
async function oneCall({ clock, open }: TestBrowser, notes = 'Wants a quote'): Promise<void> {
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.note('call-1', notes);
    phone.describe('call-1', DONE);
    await clock.pass(5_000);
    desk.close();
}

async function reloaded(browser: TestBrowser): Promise<TestPage> {
    const page = browser.open();
    await browser.clock.pass(5_000);
    return page;
}

describe('notes that Salesforce did not take', () => {
    it('are there to read after a reload, with the reason, the Task and whose call it was', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        await oneCall(browser);
        const { desk } = await reloaded(browser);
        expect(kept(desk)).toEqual([
            expect.objectContaining({
                notes: 'Wants a quote',
                caller: expect.any(String),
                save: expect.objectContaining({
                    phase: 'saved',
                    taskId: '00T0',
                    unsaved: [expect.objectContaining({ field: 'Description' })]
                })
            })
        ]);
        expect(browser.rows).toHaveLength(1);
    });

    it('say whose call it was also where the vendor names the agent’s own leg', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        const { desk, phone } = browser.open();
        phone.describe('call-1', { ...TALKING, part: 'leg' });
        desk.note('call-1', 'Wants a quote');
        phone.describe('call-1', { ...DONE, part: 'leg' });
        await browser.clock.pass(5_000);
        desk.close();
        const page = await reloaded(browser);
        expect(kept(page.desk)).toEqual([
            expect.objectContaining({ notes: 'Wants a quote', caller: expect.any(String) as string })
        ]);
        expect(kept(page.desk)[0]?.key).toMatch(/:leg$/);
    });

    it('keep what the rule of the company said', async () => {
        const browser = testBrowser();
        const said = 'FIELD_CUSTOM_VALIDATION_EXCEPTION: No prices, please: [Description]';
        const takesAll = mutate.getMockImplementation();
        mutate.mockImplementation((mutation) =>
            JSON.stringify(mutation.variables).includes('Wants a quote')
                ? Promise.resolve({ data: {}, errors: [{ message: said }] })
                : (takesAll?.(mutation) ?? Promise.reject(new Error('no org')))
        );
        await oneCall(browser);
        const { desk } = await reloaded(browser);
        expect(desk.view().earlier).toEqual([]);
        expect(kept(desk)[0]?.save).toMatchObject({
            unsaved: [{ field: 'Description', code: 'refused' }],
            detail: expect.stringContaining('No prices, please')
        });
    });

    it('are there where the admin gave Comments to something else', async () => {
        const browser = testBrowser();
        browser.answers.rules = [rule('Call.QueueName', 'Description')];
        await oneCall(browser);
        const { desk } = await reloaded(browser);
        expect(kept(desk)[0]?.save.unsaved).toEqual([
            { field: 'Description', code: 'notMapped', reason: 'ruleShadowed' }
        ]);
    });

    it('are there too when the page is closed before the wrap-up', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        const { desk, phone } = browser.open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', 'Wants a quote');
        phone.describe('call-1', ENDED);
        await browser.clock.pass(5_000);
        desk.close();
        expect(kept((await reloaded(browser)).desk)).toHaveLength(1);
    });

    it('are not listed beside the card that has them', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        const { desk, phone } = browser.open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', 'Wants a quote');
        phone.describe('call-1', DONE);
        await browser.clock.pass(5_000);
        expect(desk.view().interactions[0]?.interaction.notes).toBe('Wants a quote');
        expect(kept(desk)).toEqual([]);
    });

    it('leave the list when the agent wants so, in the next page too', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        await oneCall(browser);
        const { desk } = await reloaded(browser);
        expect(kept(desk)).toHaveLength(1);
        let told = 0;
        desk.onChange(() => (told += 1));
        desk.forgetNotes(kept(desk)[0]?.key ?? '');
        expect(kept(desk)).toEqual([]);
        expect(told).toBe(1);
        expect(kept((await reloaded(browser)).desk)).toEqual([]);
    });

    it('stay when another key is named', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        await oneCall(browser);
        const { desk } = await reloaded(browser);
        desk.forgetNotes('another');
        expect(kept(desk)).toHaveLength(1);
    });

    it('are of nobody else', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        await oneCall(browser);
        expect(kept(browser.open('005000000000002AAA').desk)).toEqual([]);
        expect(kept(browser.open().desk)).toHaveLength(1);
    });

    it('go after seven days', async () => {
        const browser = testBrowser();
        delete browser.answers.fields.Description;
        await oneCall(browser);
        await browser.clock.pass(7 * 24 * 60 * 60 * 1_000 - 60_000);
        expect(kept(browser.open().desk)).toHaveLength(1);
        await browser.clock.pass(60_000);
        expect(kept(browser.open().desk)).toEqual([]);
    });

    it.each([
        ['is no object', 'no'],
        ['names no field', { unsaved: { code: 'refused' } }],
        ['has a code of another version', { unsaved: { field: 'Description', code: 'lost' } }]
    ])('are not listed when the kept reason %s', async (_what, refusal) => {
        const browser = testBrowser();
        const draft = { notes: 'Wants a quote', keptAt: browser.clock.now(), refusal };
        const whole = { ...draft, refusal: { unsaved: { field: 'Description', code: 'refused' } } };
        const notes = 'switchboard:acme:005000000000001AAA:notes:';
        browser.storage.set(`${notes}a:b:c`, JSON.stringify(draft));
        browser.storage.set(`${notes}d:e:f`, JSON.stringify(whole));
        expect(kept(browser.open().desk).map(({ key }) => key)).toEqual(['d:e:f']);
    });
});

describe('notes that are longer than their field', () => {
    const LONG = `${'They call each day. '.repeat(1_700)}The key is under the mat.`;

    it('are there to read whole after the wrap-up, with the words that they were shortened', async () => {
        const browser = testBrowser();
        await oneCall(browser, LONG);
        expect(browser.rows[0]?.Description).toMatch(/^They call each day/);
        expect(browser.rows[0]?.Description).not.toContain('under the mat');
        const { desk } = await reloaded(browser);
        expect(kept(desk)).toEqual([
            expect.objectContaining({
                notes: LONG,
                save: expect.objectContaining({
                    taskId: '00T0',
                    unsaved: [{ field: 'Description', code: 'notMapped', reason: 'textCut' }]
                }) as object
            })
        ]);
    });

    it('are no warning to the agent, who finds their beginning on the Task', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', LONG);
        phone.describe('call-1', ENDED);
        await clock.pass(5_000);
        expect(desk.view().interactions[0]).toMatchObject({
            notesUnsaved: false,
            problems: [expect.objectContaining({ code: 'textCut', field: 'Description' })]
        });
        expect(desk.hasUnsaved()).toBe(false);
    });

    it('are on no list once the agent has shortened them', async () => {
        const browser = testBrowser();
        const { desk, phone } = browser.open();
        phone.describe('call-1', TALKING);
        desk.note('call-1', LONG);
        phone.describe('call-1', ENDED);
        await browser.clock.pass(5_000);
        desk.note('call-1', 'The key is under the mat.');
        phone.describe('call-1', DONE);
        await browser.clock.pass(5_000);
        desk.close();
        expect(kept((await reloaded(browser)).desk)).toEqual([]);
        expect(browser.rows[0]?.Description).toBe('The key is under the mat.');
    });

    it('are on no list where the phone is handed them', async () => {
        const browser = testBrowser();
        browser.answers.settings = { ...(browser.answers.settings as object), Write_Mode__c: 'phone' };
        await oneCall(browser, LONG);
        expect(kept((await reloaded(browser)).desk)).toEqual([]);
    });

    it('are on no list where another field took them whole', async () => {
        const browser = testBrowser();
        browser.answers.rules = [rule('Salesforce.InteractionLogNotes', 'Subject')];
        await oneCall(browser, 'They call each day. '.repeat(20));
        expect(browser.rows[0]).toMatchObject({ Description: 'They call each day. '.repeat(20) });
        expect(kept((await reloaded(browser)).desk)).toEqual([]);
    });
});

it('notes that Salesforce took are on no list', async () => {
    const browser = testBrowser();
    await oneCall(browser);
    expect(browser.rows[0]?.Description).toBe('Wants a quote');
    expect(kept((await reloaded(browser)).desk)).toEqual([]);
});

it('notes that were refused and then typed anew are on the list with the new words only while these are refused', async () => {
    const browser = testBrowser();
    const described = browser.answers.fields.Description ?? '';
    delete browser.answers.fields.Description;
    await oneCall(browser);
    browser.answers.fields.Description = described;
    const { desk, phone } = browser.open();
    phone.describe('call-1', ENDED);
    desk.note('call-1', 'Wants two quotes');
    phone.describe('call-1', DONE);
    await browser.clock.pass(10_000);
    expect(browser.rows.map(({ Description }) => Description)).toEqual(['Wants two quotes']);
    desk.close();
    expect(kept((await reloaded(browser)).desk)).toEqual([]);
});

it('the agent reads, and can copy, the notes of an earlier call whose Task is refused as a whole', async () => {
    const browser = testBrowser();
    mutate.mockResolvedValue({ data: {}, errors: [{ message: 'DUPLICATES_DETECTED: Use the one that is there' }] });
    await oneCall(browser);
    const { desk } = await reloaded(browser);
    expect(desk.view().earlier).toEqual([
        expect.objectContaining({ failure: 'duplicateRule', notes: 'Wants a quote', caller: expect.any(String) })
    ]);
    expect(kept(desk)).toEqual([]);
});

import type { DeskInteraction } from 'c/agentDesk';
import { recordApi } from '../../../../../test/ports/recordApi.ts';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser, TestPage } from './openDesk.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

const VOICE = { vendor: 'salesforceVoice', writesTasks: false, callRecords: true };
const CALL = { Id: '0LQ000000000001AAA', VendorCallKey: 'c1' };
const ON_VOICE_CALL = {
    DeveloperName: 'Default',
    Write_Mode__c: 'own',
    Target_Object__c: 'VoiceCall',
    Follow_Seconds__c: 60
};

let browser: TestBrowser;

beforeEach(() => {
    browser = testBrowser();
    browser.answers.settings = ON_VOICE_CALL;
    browser.answers.rules = [rule('Call.QueueName', 'Queue__c')];
    browser.answers.calls = [CALL];
    for (const one of Object.values(recordApi)) one.mockReset();
    recordApi.update.mockImplementation(({ fields: { Id, ...values } }) => {
        const { calls } = browser.answers;
        if (calls !== 'noAccess') {
            browser.answers.calls = calls.map((call) => (call['Id'] === Id ? { ...call, ...values } : call));
        }
        return Promise.resolve({ id: String(Id), apiName: 'VoiceCall', fields: {} });
    });
});

async function open(phone: object = VOICE): Promise<TestPage> {
    const page = browser.open(undefined, phone);
    // As long as it takes to know that no other phone is on the page.
    await browser.clock.pass(4_000);
    return page;
}

const card = ({ desk }: TestPage): DeskInteraction | undefined => desk.view().interactions[0];
const call = (): object | undefined => (browser.answers.calls === 'noAccess' ? undefined : browser.answers.calls[0]);

/** What this browser keeps of values that wait. */
function keptTexts(): string[] {
    const { storage } = browser;
    return storage.keys().flatMap((key) => (key.includes(':task:') ? (storage.get(key) ?? []) : []));
}

describe('an agent of an org that keeps what it knows of a call on Voice Call', () => {
    it('has the values and the notes on that record, and no Task', async () => {
        const page = await open();
        page.phone.describe('c1', TALKING);
        page.desk.note('c1', 'Wants a refund.');
        page.phone.describe('c1', ENDED);
        await browser.clock.pass(5_000);
        expect(call()).toEqual({ ...CALL, Queue__c: 'Sales', Description: 'Wants a refund.' });
        expect(browser.rows).toEqual([]);
        expect(card(page)).toMatchObject({ save: { phase: 'saved', taskId: CALL.Id }, notesUnsaved: false });
    });

    it('reads in the diagnostics that Voice Calls are saved through the record API, once one was, and of no Task', async () => {
        browser.answers.settings = { ...ON_VOICE_CALL, Write_Mode__c: 'phone' };
        const { desk, phone } = await open();
        expect(desk.view()).toMatchObject({ savedOn: 'VoiceCall' });
        expect(desk.view().savedThrough).toBeUndefined();
        expect(desk.view().leftByPhone).toBeUndefined();
        phone.describe('c1', TALKING);
        await browser.clock.pass(5_000);
        expect(desk.view().savedThrough).toBe('recordApi');
    });

    it('is not offered what only a Task has: Name, Related To', async () => {
        const page = await open();
        page.phone.describe('c1', TALKING);
        await browser.clock.pass(5_000);
        expect(card(page)?.relations).toBeUndefined();
    });

    it('reads which fields Salesforce closes to pages, and which the record does not have', async () => {
        browser.answers.rules = [rule('Call.QueueName', 'CallType'), rule('Call.Ani', 'Subject')];
        const page = await open();
        page.phone.describe('c1', TALKING);
        await browser.clock.pass(5_000);
        expect(card(page)?.problems.map(({ allowed, code, field }) => ({ allowed, code, field }))).toEqual([
            {
                allowed: { kind: 'openField', names: ['CallResolution', 'Description'] },
                code: 'fieldNotWriteable',
                field: 'CallType'
            },
            { allowed: { kind: 'seenField' }, code: 'unknownField', field: 'Subject' }
        ]);
    });

    it('waits for a record that comes late, and is told when none comes', async () => {
        browser.answers.calls = [];
        const page = await open();
        page.phone.describe('c1', TALKING);
        page.phone.describe('c1', ENDED);
        await browser.clock.pass(5_000);
        expect(card(page)?.save).toMatchObject({ phase: 'waitingForPhone', pending: true });
        await browser.clock.pass(60_000);
        expect(card(page)?.save).toMatchObject({ phase: 'notSaved', failure: 'noCallRecord', pending: true });
        expect(page.desk.hasUnsaved()).toBe(true);
        expect(keptTexts().join()).toMatch(/Queue__c/);
        expect(keptTexts().join()).not.toMatch(/Subject|CallDurationInSeconds/);
        browser.answers.calls = [CALL];
        await browser.clock.pass(60_000);
        expect(card(page)?.save).toMatchObject({ phase: 'saved' });
        expect(call()).toMatchObject({ Queue__c: 'Sales' });
        expect(browser.rows).toEqual([]);
    });

    it('has nothing made of a call that never reached them, whatever is set for missed ones', async () => {
        browser.answers.settings = { ...ON_VOICE_CALL, Log_Missed__c: true };
        const page = await open();
        page.phone.describe('c1', RINGING);
        page.phone.describe('c1', { ...RINGING, state: 'disconnected', disconnected: true });
        await browser.clock.pass(120_000);
        expect([browser.rows, call(), card(page)?.save]).toEqual([[], CALL, undefined]);
    });

    it('loses nothing of what came before the org had told where it is saved', async () => {
        browser.answers.offline = true;
        const page = await open();
        page.phone.describe('c1', TALKING);
        await browser.clock.pass(10_000);
        expect(page.desk.hasUnsaved()).toBe(true);
        browser.answers.offline = false;
        await browser.clock.pass(20_000);
        expect(call()).toMatchObject({ Queue__c: 'Sales' });
        expect(browser.rows).toEqual([]);
        expect(page.desk.view().earlier).toEqual([]);
    });
});

describe('an admin who changes where calls are saved', () => {
    it('finds what was kept before on the object that it was kept for', async () => {
        browser.answers.calls = [];
        const before = await open();
        before.phone.describe('c1', TALKING);
        before.phone.describe('c1', ENDED);
        await browser.clock.pass(5_000);
        before.desk.close();
        browser.answers.settings = { ...ON_VOICE_CALL, Target_Object__c: 'Task' };
        browser.answers.calls = [CALL];
        await open();
        await browser.clock.pass(120_000);
        expect(call()).toMatchObject({ Queue__c: 'Sales' });
        expect(browser.rows).toEqual([]);
    });

    it('finds nothing on it that the rules made for the other object', async () => {
        browser.answers.rules = 'noAccess';
        const before = await open();
        before.phone.describe('c1', TALKING);
        before.phone.describe('c1', ENDED);
        await browser.clock.pass(5_000);
        before.desk.close();
        browser.answers.settings = { ...ON_VOICE_CALL, Target_Object__c: 'Task' };
        browser.answers.rules = [rule('Call.QueueName', 'Wrap__c')];
        const { desk } = await open();
        await browser.clock.pass(120_000);
        expect([browser.rows, call()]).toEqual([[], CALL]);
        expect(desk.view().earlier).toMatchObject([{ pending: true }]);
    });

    it('and a Task that was on its way stays one', async () => {
        browser.answers.settings = { ...ON_VOICE_CALL, Target_Object__c: 'Task', Write_When__c: 'end' };
        const before = await open();
        before.phone.describe('c1', TALKING);
        await browser.clock.pass(5_000);
        before.desk.close();
        browser.answers.settings = ON_VOICE_CALL;
        await open();
        await browser.clock.pass(300_000);
        expect(browser.rows.map(({ CallObject }) => CallObject)).toEqual(['c1']);
        expect(call()).toEqual(CALL);
    });

    it('sees it from the next load of a page on, not in the middle of a call', async () => {
        const page = await open();
        page.phone.describe('c1', TALKING);
        browser.answers.settings = { ...ON_VOICE_CALL, Target_Object__c: 'Task' };
        page.desk.resume();
        await browser.clock.pass(5_000);
        page.phone.describe('c1', ENDED);
        await browser.clock.pass(5_000);
        expect([browser.rows, call()]).toEqual([[], { ...CALL, Queue__c: 'Sales' }]);
    });
});

it('a phone whose calls have no records of their own saves on Tasks, whatever is set', async () => {
    const page = await open({ vendor: 'genesysCloud' });
    page.phone.describe('c1', TALKING);
    await browser.clock.pass(5_000);
    expect(browser.rows.map(({ CallObject }) => CallObject)).toEqual(['c1']);
    expect(recordApi.update).not.toHaveBeenCalled();
});

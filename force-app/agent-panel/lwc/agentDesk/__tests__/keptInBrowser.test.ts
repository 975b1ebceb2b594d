import { testBrowser } from './openDesk.ts';
import type { TestBrowser, TestPage } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { target } from './testReader.ts';

const USER = '005000000000001AAA';
const EDNA = '003000000000001AAA';
const CASE = '500000000000001AAA';
const CONNECTED = '2026-01-15T09:00:00.000Z';
const TASK = `call-1:${USER}:${CONNECTED}`;
const AT = Date.parse(CONNECTED);
const LATER = AT + 2_000;
/** Of what is told in one moment each counts as later than the one before. */
const toldThen = (before: number): number => LATER + before;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** What the phone tells and nobody mapped. */
const TOLD = { remoteName: 'Edna of Harbour Lane', participantData: { secret: 'not for keeping' } };

/** A call with all that an agent does in it: a caller who is recognised, picks, a transfer to a named target, notes. */
async function talk({ clock, answers, open }: TestBrowser): Promise<TestPage> {
    answers.contact = {
        Id: EDNA,
        Name: 'Edna Frank',
        Phone: '0491 570 006',
        MobilePhone: '0491 570 157',
        Account: { Name: { value: 'Harbour Lane Books' } }
    };
    answers.names[CASE] = '00001026';
    answers.targets = [target('Sales', 'Queue', '11111111-2222-3333-4444-555555555555')];
    const page = open();
    const { desk, phone } = page;
    desk.page({ id: EDNA, objectApiName: 'Contact' }, [{ id: CASE, objectApiName: 'Case' }]);
    await clock.settle();
    phone.describe('call-1', { ...TALKING, ...TOLD });
    await clock.pass(2_000);
    desk.relate('call-1', 'relatedTo', CASE);
    const sent = desk.command('consultTransfer', 'call-1', {
        to: { kind: 'queue', address: '11111111-2222-3333-4444-555555555555' }
    });
    phone.answer('confirmed');
    await sent;
    phone.tell({ kind: 'transferred', at: CONNECTED, id: 'call-1', transfer: 'consult' });
    desk.note('call-1', 'Wants a quote');
    await clock.settle();
    return page;
}

async function wrapUp({ clock }: TestBrowser, { phone }: TestPage): Promise<void> {
    phone.describe('call-1', { ...ENDED, ...TOLD });
    phone.describe('call-1', { ...ENDED, ...TOLD, done: true, wrapUpCode: 'Sold' });
    await clock.pass(10_000);
}

/** Everything that is stored, by what follows the user's id in its name. Which digest it is says nothing here. */
function keptBy({ storage }: TestBrowser): Record<string, unknown> {
    const withoutDigests = (name: string, value: unknown): unknown =>
        ['wanted', 'done', 'first', 'made', 'before'].includes(name) ? 'digest' : value;
    return Object.fromEntries(
        [...storage.entries].map(([name, text]) => [
            name.replace(`switchboard:acme:${USER}:`, ''),
            JSON.parse(text, withoutDigests)
        ])
    );
}

/** What is kept of a Task that was saved so often, last at `savedAt`, with what was told while it was talked and what at its end. */
function written(turns: number, savedAt: number, fields: Readonly<Record<string, unknown>>): unknown {
    const atOnce = ['CallObject', 'Subject', 'Type', 'TaskSubtype', 'Status', 'ActivityDate', 'CallType', 'WhoId'];
    const told = { wanted: 'digest', done: 'digest', toldAt: AT };
    return {
        v: 1,
        page: {
            conversationId: 'call-1',
            connectedTime: CONNECTED,
            fields: { ...Object.fromEntries([...atOnce, 'Queue__c'].map((field) => [field, told])), ...fields },
            unsaved: [],
            keptAt: savedAt,
            taskId: '00T0',
            ours: true,
            deleted: false,
            turns,
            notMapped: [],
            doubles: [],
            unlooked: true,
            mappedAt: savedAt
        }
    };
}

const PICKED = { relatedTo: { record: { id: CASE, objectApiName: 'Case' }, at: LATER } };
const NEVER_WRITTEN = { wanted: 'digest', first: 'digest' };

it('while a call is on, the browser keeps ids, what the org does not have yet, and digests', async () => {
    const browser = testBrowser();
    await talk(browser);
    expect(keptBy(browser)).toEqual({
        [`live:${TASK}`]: AT,
        [`written:${TASK}`]: written(1, AT + 500, {
            Wrap__c: NEVER_WRITTEN,
            Description: NEVER_WRITTEN,
            CallDisposition: NEVER_WRITTEN,
            WhatId: NEVER_WRITTEN
        }),
        [`task:${TASK}`]: {
            v: 2,
            entry: {
                key: { id: TASK, conversationId: 'call-1', userId: USER, connectedTime: CONNECTED },
                interactionType: 'call',
                patch: { WhatId: CASE, Description: 'Wants a quote' },
                onlyWhenEmpty: [],
                yielding: ['Description'],
                picked: { WhatId: LATER },
                notMapped: [],
                defaults: {},
                taskId: '00T0',
                ours: true,
                due: 0,
                keptAt: toldThen(2)
            }
        },
        [`relations:${TASK}`]: PICKED,
        [`notes:${TASK}`]: { notes: 'Wants a quote', keptAt: LATER },
        'consult:call-1': { connectedTime: CONNECTED, keptAt: LATER },
        'transfer:targets': ['Sales']
    });
});

it('once it is wrapped up and saved, it keeps ids and digests, and of the caller a name and a number to call back', async () => {
    const browser = testBrowser();
    await wrapUp(browser, await talk(browser));
    const atTheEnd = { wanted: 'digest', done: 'digest', toldAt: toldThen(4) };
    expect(keptBy(browser)).toEqual({
        [`written:${TASK}`]: written(2, LATER + 500, {
            Wrap__c: atTheEnd,
            Description: atTheEnd,
            CallDisposition: atTheEnd,
            CallDurationInSeconds: atTheEnd,
            WhatId: { ...atTheEnd, picked: LATER }
        }),
        [`relations:${TASK}`]: PICKED,
        [`recent:call-1|${CONNECTED}`]: {
            key: `call-1|${CONNECTED}`,
            type: 'call',
            direction: 'inbound',
            outcome: 'handled',
            name: 'Edna Frank',
            number: '+61491570006',
            record: { id: EDNA, objectApiName: 'Contact', name: 'Edna Frank' },
            endedAt: new Date(LATER).toISOString()
        },
        'transfer:targets': ['Sales']
    });
});

it('a day later a page that is opened leaves nothing of the call', async () => {
    const browser = testBrowser();
    await wrapUp(browser, await talk(browser));
    await browser.clock.pass(DAY_MS + 60_000);
    browser.open();
    expect(keptBy(browser)).toEqual({ 'transfer:targets': ['Sales'] });
});

import type { RecentInteraction } from 'c/agentDesk';
import type { InteractionFacts } from 'c/interactions';
import { executeMutation } from 'lightning/graphql';
import { testBrowser } from './openDesk.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';

const MISSED: InteractionFacts = { ...RINGING, state: 'disconnected', disconnected: true, done: true };
const DIALLED: InteractionFacts = {
    ...TALKING,
    direction: 'outbound',
    ani: 'Ada Agent',
    calledNumber: '+61491570157'
};
const HOUR = 3_600_000;
const EDNA = { id: '003000000000001AAA', objectApiName: 'Contact', name: 'Edna Frank' };

it('the agent finds a call that is over, with what is needed to call back', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', { ...TALKING, remoteName: 'Harbour Lane Books' });
    expect(desk.view().recent).toEqual([]);
    phone.describe('call-1', { ...ENDED, remoteName: 'Harbour Lane Books', endTime: '2026-01-15T08:59:58.000Z' });
    expect(desk.view().recent).toEqual([
        {
            key: 'call-1|2026-01-15T09:00:00.000Z',
            type: 'call',
            direction: 'inbound',
            outcome: 'handled',
            name: 'Harbour Lane Books',
            number: '+61491570006',
            endedAt: '2026-01-15T08:59:58.000Z'
        }
    ]);
});

it.each<[string, InteractionFacts, RecentInteraction['outcome']]>([
    ['missed', MISSED, 'missed'],
    ['dialled and not reached', { ...MISSED, direction: 'outbound', calledNumber: '+61491570157' }, 'notReached'],
    ['handled', ENDED, 'handled']
])('the agent sees which calls were %s', (_what, facts, outcome) => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', { ...RINGING, direction: facts.direction ?? 'inbound' });
    phone.describe('call-1', facts);
    expect(desk.view().recent).toMatchObject([{ outcome }]);
});

it('the agent calls back the number that was dialled, not the one that calls out', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', DIALLED);
    phone.describe('call-1', { ...DIALLED, state: 'disconnected', connected: false, disconnected: true });
    expect(desk.view().recent).toMatchObject([{ number: '+61491570157', direction: 'outbound' }]);
});

it('the agent is offered no call back for an e-mail or a withheld number', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('mail-1', { ...ENDED, type: 'email', ani: 'edna@harbourlane.example' });
    phone.describe('call-1', { ...ENDED, ani: 'anonymous' });
    expect(desk.view().recent.map(({ number }) => number)).toEqual([undefined, undefined]);
});

it('the agent keeps the list over a reload, with the record that was recognised', async () => {
    const { clock, answers, open } = testBrowser();
    answers.contact = { Id: EDNA.id, Name: EDNA.name, Phone: '0491 570 006' };
    const before = open();
    before.desk.page({ id: EDNA.id, objectApiName: 'Contact' });
    await clock.settle();
    before.phone.describe('call-1', TALKING);
    before.phone.describe('call-1', ENDED);
    before.desk.close();
    const after = open();
    const line = { name: 'Edna Frank', record: EDNA };
    expect(after.desk.view().recent).toMatchObject([line]);
    after.phone.describe('call-1', ENDED); // the phone tells the open wrap-up again
    expect(after.desk.view().recent).toMatchObject([line]);
});

it('a call is gone from the list and from the browser after a day', async () => {
    const { clock, storage, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', ENDED);
    await clock.pass(24 * HOUR - 1);
    expect(desk.view().recent).toHaveLength(1);
    await clock.pass(1);
    expect(desk.view().recent).toEqual([]);
    expect([...storage.entries.keys()].filter((name) => name.includes(':recent:'))).toEqual([]);
});

it('the agent sees the twenty newest', async () => {
    const { clock, storage, open } = testBrowser();
    const { desk, phone } = open();
    for (let call = 1; call <= 25; call += 1) {
        phone.describe(`call-${call}`, MISSED);
        phone.describe(`call-${call}`, RINGING);
        phone.describe(`call-${call}`, MISSED);
        await clock.pass(1_000);
    }
    expect(desk.view().recent).toHaveLength(20);
    expect(desk.view().recent[0]?.key).toMatch(/^call-25/);
    expect([...storage.entries.keys()].filter((name) => name.includes(':recent:'))).toHaveLength(20);
});

it('the agent who missed a call and took it when it rang again sees both', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    for (const facts of [RINGING, MISSED, RINGING, TALKING, ENDED]) {
        phone.describe('call-1', facts);
    }
    expect(
        desk
            .view()
            .recent.map(({ outcome }) => outcome)
            .sort()
    ).toEqual(['handled', 'missed']);
});

it('the agent sees a call once although its connected time became known after its end', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    const { connectedTime, ...early } = TALKING;
    phone.describe('call-1', early);
    phone.describe('call-1', { ...early, state: 'disconnected', connected: false, disconnected: true });
    expect(desk.view().recent).toHaveLength(1);
    phone.describe('call-1', { ...ENDED, ...(connectedTime === undefined ? {} : { connectedTime }) });
    expect(desk.view().recent).toHaveLength(1);
});

it('a call taken for missed is listed as handled once the phone tells that it was connected', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', { ...MISSED, done: false });
    phone.describe('call-1', ENDED);
    expect(desk.view().recent.map(({ outcome }) => outcome)).toEqual(['handled']);
});

it('another user of the machine sees nothing of it', () => {
    const { open } = testBrowser();
    open().phone.describe('call-1', ENDED);
    expect(open('005000000000002AAA').desk.view().recent).toEqual([]);
});

it.each(['off', 'full'] as const)('the agent has the list of this page where the browser keeps nothing (%s)', (how) => {
    const { storage, open } = testBrowser();
    const { desk, phone } = open();
    storage[how] = true;
    phone.describe('call-1', ENDED);
    expect(desk.view().recent).toMatchObject([{ outcome: 'handled' }]);
});

it.each([
    ['no JSON', 'not json'],
    ['of another shape', '{"key":"call-1|missed","type":"fax"}'],
    ['stored under another name', '{"key":"x","type":"call","outcome":"missed","endedAt":"2026-01-15T09:00:00.000Z"}']
])('the agent is not shown what is %s, and it is removed', (_what, text) => {
    const { storage, open } = testBrowser();
    const name = 'switchboard:acme:005000000000001AAA:recent:call-1|missed';
    storage.entries.set(name, text);
    expect(open().desk.view().recent).toEqual([]);
    expect(storage.entries.has(name)).toBe(false);
});

describe('a number that the agent clicked', () => {
    const LEAD = { id: '00Q000000000001AAA', objectApiName: 'Lead', name: 'Ines Okafor' };
    const NUMBER = '0491 570 157';

    function writtenName(): unknown {
        return jest
            .mocked(executeMutation)
            .mock.calls.map(([{ variables }]) => (variables as { input: { Task: object } }).input.Task)
            .reduce<Record<string, unknown>>((all, one) => ({ ...all, ...one }), {}).WhoId;
    }

    it('the record it was clicked on is the name on the card and on the Task', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        desk.dials(NUMBER, LEAD);
        await clock.pass(5_000);
        phone.describe('call-1', DIALLED);
        await clock.pass(2_000);
        expect(desk.view().interactions[0]?.caller).toEqual(LEAD);
        expect(writtenName()).toBe(LEAD.id);
    });

    it('that holds when the phone tells the number only once somebody answers', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        desk.dials(NUMBER, LEAD);
        await clock.pass(5_000);
        phone.describe('call-1', { state: 'dialing', type: 'call', direction: 'outbound', connected: false });
        await clock.pass(180_000);
        phone.describe('call-1', DIALLED);
        expect(desk.view().interactions[0]?.caller).toEqual(LEAD);
    });

    it('one without a name gets the one that Salesforce has', async () => {
        const { clock, answers, open } = testBrowser();
        answers.contact = { Id: EDNA.id, Name: EDNA.name, Phone: '+61491570157' };
        const { desk, phone } = open();
        desk.dials(NUMBER, { id: EDNA.id, objectApiName: 'Contact' });
        await clock.pass(5_000);
        phone.describe('call-1', DIALLED);
        expect(desk.view().interactions[0]?.caller).toEqual(EDNA);
    });

    it.each([
        ['begins later than two minutes after the click', 120_001, DIALLED],
        ['goes to another number', 1_000, { ...DIALLED, calledNumber: '+61491570006' }],
        ['comes in from that number', 1_000, { ...TALKING, ani: '+61491570157' }]
    ] as const)('a call that %s is not of that record', async (_what, later, facts) => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        desk.dials(NUMBER, LEAD);
        await clock.pass(later);
        phone.describe('call-1', facts);
        expect(desk.view().interactions[0]?.caller).toBeUndefined();
    });

    it('a call that went on before the click is not of that record', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', DIALLED);
        await clock.pass(1_000);
        desk.dials(NUMBER, LEAD);
        phone.describe('call-1', { ...DIALLED, state: 'held' });
        expect(desk.view().interactions[0]?.caller).toBeUndefined();
    });

    it('the second call to that number, dialled by hand, is not of that record', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        desk.dials(NUMBER, LEAD);
        await clock.pass(1_000);
        phone.describe('call-1', DIALLED);
        phone.describe('call-2', { ...DIALLED, connectedTime: '2026-01-15T09:01:00.000Z' });
        expect(desk.view().interactions.map(({ caller }) => caller?.id)).toEqual([LEAD.id, undefined]);
    });
});

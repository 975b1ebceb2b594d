import { createAgentDesk, deskReport } from 'c/agentDesk';
import type { AgentDesk, CallDetails, Transport } from 'c/agentDesk';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { testBrowser } from './openDesk.ts';
import { TALKING } from './testCalls.ts';
import { createTestReader } from './testReader.ts';
import { createTestTransport } from './testTransport.ts';

const HELLO = { id: 'u1', speaker: 'customer', text: 'Hello', at: '2026-01-15T09:00:01.000Z' } as const;
const HI = { id: 'u2', speaker: 'agent', text: 'Hi', at: '2026-01-15T09:00:02.000Z' } as const;

function deskOf(transport: Transport): AgentDesk {
    return createAgentDesk({
        transport,
        reader: createTestReader(),
        phoneWriter: { save: () => Promise.reject(new Error('not asked')) },
        userId: '005000000000001AAA',
        org: 'acme',
        reading: { locale: 'en-US', timeZone: 'UTC' },
        storage: createMemoryStorage(),
        clock: createTestClock(),
        locks: createTestLocks()
    });
}

describe('the status', () => {
    it('the agent sees the status and whether calls are offered, as the phone tells them', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.show({ status: 'ON_QUEUE', routingStatus: 'IDLE' });
        expect(desk.view().agent).toEqual({ status: 'ON_QUEUE', routingStatus: 'IDLE' });
    });

    it.each([
        ['its word', 'On Queue', { status: 'ON_QUEUE' }],
        ['its id', 'ABC-1', { status: 'ON_QUEUE', statusId: 'abc-1' }],
        ["the org's own name", 'Back office', { status: 'BUSY', subStatus: 'Back office' }]
    ])('the agent waits until the phone shows the chosen status by %s (T5)', (_how, chosen, shown) => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.show({ status: 'AWAY' });
        desk.setStatus(chosen);
        expect(desk.view().statusAwaited).toBe(chosen);
        phone.show({ status: 'AWAY', routingStatus: 'OFF_QUEUE' });
        expect(desk.view().statusAwaited).toBe(chosen);
        phone.show(shown);
        expect(desk.view().statusAwaited).toBeUndefined();
    });

    it('the agent waits no longer once nothing was seen of it (T16)', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        const outcome = desk.setStatus('AWAY');
        phone.answer('unconfirmed');
        await expect(outcome).resolves.toBe('unconfirmed');
        await clock.settle();
        expect(desk.view().statusAwaited).toBeUndefined();
    });

    it('the agent who changes their mind waits for the second status, whatever becomes of the first', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        desk.setStatus('AWAY');
        const answerFirst = phone.answer;
        desk.setStatus('MEAL');
        answerFirst('unconfirmed');
        await clock.settle();
        expect(desk.view().statusAwaited).toBe('MEAL');
    });

    it('the agent who presses the same status twice sends it once', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        desk.setStatus('AWAY');
        desk.setStatus('AWAY');
        expect(phone.sent).toEqual(['status AWAY']);
    });

    it('a phone that knows no statuses leaves the agent without a status menu', () => {
        const { agent: _agent, onSelection: _on, onUtterance: _said, ...bare } = createTestTransport(() => 0);
        const desk = deskOf(bare);
        expect(desk.setStatus('AWAY')).toBeUndefined();
        expect(desk.view()).not.toHaveProperty('agent');
    });
});

it('the panel follows what the agent selects in the phone, until nothing is selected', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.select('call-1');
    expect(desk.view().selected).toBe('call-1');
    phone.select(undefined);
    expect(desk.view()).not.toHaveProperty('selected');
});

describe('the transcript', () => {
    it('the agent reads each utterance once although the phone repeats earlier ones (W17)', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        phone.say('call-1', [HELLO]);
        phone.say('call-1', [HI, HELLO]);
        phone.say('call-1', [HELLO, HI]);
        expect(desk.view().interactions[0]?.transcript).toEqual([HELLO, HI]);
    });

    it('the agent who has none is shown none', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        expect(desk.view().interactions[0]).not.toHaveProperty('transcript');
    });

    it('the agent finds it in its own call', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        phone.describe('chat-1', { ...TALKING, type: 'chat' });
        phone.say('chat-1', [HELLO]);
        const [call, chat] = desk.view().interactions;
        expect(call?.transcript).toBeUndefined();
        expect(chat?.transcript).toEqual([HELLO]);
    });

    it('nothing that was said is kept in the browser', async () => {
        const { clock, storage, open } = testBrowser();
        const { phone } = open();
        phone.describe('call-1', TALKING);
        phone.say('call-1', [HELLO]);
        await clock.pass(2_000);
        expect([...storage.entries.values()].join()).not.toContain('Hello');
    });
});

describe('the details of a call', () => {
    const DETAILS: CallDetails = {
        participants: [{ name: '+61491570006', held: true }, { name: 'Billing' }],
        muted: false,
        flagRaised: true,
        messages: [{ id: 'flagraise:1', kind: 'flagRaised', from: 'agent', text: 'Refund?', at: HELLO.at }],
        line: { word: 'good', lossPercent: 0.1 }
    };

    it('the agent reads them as the phone told them last, on their own call', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        phone.describe('call-2', TALKING);
        phone.detail('call-2', DETAILS);
        expect(desk.view().interactions.map(({ details }) => details)).toEqual([undefined, DETAILS]);
        expect(desk.view().interactions[0]).not.toHaveProperty('details');
        const muted = { ...DETAILS, muted: true };
        phone.detail('call-2', muted);
        expect(desk.view().interactions[1]?.details).toBe(muted);
    });

    it('the agent is shown at once what was told before the call was described', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.detail('call-1', DETAILS);
        expect(desk.view().interactions).toEqual([]);
        phone.describe('call-1', TALKING);
        expect(desk.view().interactions[0]?.details).toBe(DETAILS);
    });

    it('each new one is told to the panel, until the desk is closed', () => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        let times = 0;
        desk.onChange(() => {
            times += 1;
        });
        phone.detail('call-1', DETAILS);
        expect(times).toBe(1);
        desk.close();
        phone.detail('call-1', { ...DETAILS, muted: true });
        expect(times).toBe(1);
    });

    it('nothing of them is kept in the browser or reported', async () => {
        const { clock, storage, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('call-1', TALKING);
        phone.detail('call-1', DETAILS);
        await clock.pass(2_000);
        const report = deskReport(desk.view(), desk.diagnostics());
        const kept = [...storage.entries.values()].join() + JSON.stringify(report);
        expect(kept).not.toMatch(/Refund|Billing/);
    });
});

it('a phone says what it never does; one that says nothing may do everything', () => {
    const phone = createTestTransport(() => 0);
    expect(deskOf(phone).lacks).toEqual([]);
    expect(deskOf({ ...phone, lacks: ['swap'] }).lacks).toEqual(['swap']);
});

it('the agent who puts away a call that nothing is heard of sees it again with the next word about it', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.putAway('call-1');
    expect(desk.view().interactions).toEqual([]);
    phone.describe('call-1', { ...TALKING, state: 'held' });
    expect(desk.view().interactions).toHaveLength(1);
});

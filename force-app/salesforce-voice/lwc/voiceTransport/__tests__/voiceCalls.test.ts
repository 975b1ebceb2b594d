import { attributesOf } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';
import { taskKeyOf } from 'c/taskSync';
import { applyVoiceEvent, noCalls } from 'c/voiceTransport';
import { decodeVoiceEvent } from 'c/voiceToolkitEvents';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';

const ADA = '005000000000001AAA';
const EDNA = '+1 (415) 555-0101';
const INBOUND = { callId: 'call-1', callType: 'Inbound', participant: EDNA };
type Told = readonly [name: TelephonyEventName, detail?: Record<string, unknown>];

/** The interaction after these events, each ten seconds after the one before; from 9:00. */
function after(...events: readonly Told[]): Interaction | undefined {
    return played(events).ledger.interactions['call-1'];
}

interface Played {
    readonly calls: ReturnType<typeof noCalls>;
    readonly ledger: ReturnType<typeof emptyLedger>;
    readonly told: number;
}

function played(events: readonly Told[]): Played {
    let calls = noCalls();
    let ledger = emptyLedger();
    let told = 0;
    events.forEach(([type, detail], index) => {
        const decoded = decodeVoiceEvent({ type, detail: { callId: 'call-1', ...detail } });
        if (!decoded.ok) throw new Error(decoded.code);
        const at = new Date(Date.UTC(2026, 0, 15, 9, 0, 10 * index)).toISOString();
        const applied = applyVoiceEvent(calls, decoded.event, { at, kept: {} });
        calls = applied.calls;
        if (applied.event) {
            told += 1;
            ledger = applyEvent(ledger, applied.event).ledger;
        }
    });
    return { calls, ledger, told };
}

const RINGS: Told = ['callstarted', INBOUND];
const ANSWERED: Told = ['callconnected', INBOUND];

describe('an inbound call', () => {
    it('rings for the agent with the number of who calls', () => {
        expect(after(RINGS)).toMatchObject({
            state: 'alerting',
            type: 'call',
            direction: 'inbound',
            ani: EDNA,
            phone: EDNA,
            handled: false
        });
        expect(after(RINGS)).not.toHaveProperty('calledNumber');
    });

    it('that is answered, held and ended gives the Task its times, and no duration that nobody measured', () => {
        const call = after(RINGS, ANSWERED, ['hold', { participant: EDNA }], ['callended']);
        expect(attributesOf(call as Interaction)).toEqual({
            'Call.Ani': EDNA,
            'Call.ConversationId': 'call-1',
            'Call.State': 'DISCONNECTED',
            'Salesforce.CallDuration': 20,
            'Salesforce.ConnectedTime': '2026-01-15T09:00:10.000Z',
            'Salesforce.DisconnectedTime': '2026-01-15T09:00:30.000Z',
            'Salesforce.DisplayAddress': EDNA
        });
    });

    it('that is missed has no duration, and is over at once', () => {
        const call = after(RINGS, ['callended']) as Interaction;
        expect(call).toMatchObject({ disconnected: true, done: true, handled: false });
        expect(attributesOf(call)).not.toHaveProperty(['Salesforce.CallDuration']);
    });

    it('waits for its wrap-up where the vendor tells its end, and says how long it was', () => {
        expect(after(RINGS, ANSWERED, ['callended'])).toMatchObject({ disconnected: true, done: false });
        const call = after(RINGS, ANSWERED, ['callended'], ['wrapupended']) as Interaction;
        expect(call.done).toBe(true);
        expect(attributesOf(call)).toMatchObject({ 'Salesforce.AfterCallTime': 10 });
    });

    it('is over at its end on Native Telephony, which never shows it ringing and tells no wrap-up', () => {
        const call = after(ANSWERED, ['callended']) as Interaction;
        expect(call).toMatchObject({ disconnected: true, done: true, handled: true });
        expect(after(ANSWERED)).toMatchObject({ state: 'connected', complete: true });
        expect(attributesOf(call)).not.toHaveProperty(['Salesforce.AfterCallTime']);
    });
});

it('an outbound call is dialled, and has the number that was called', () => {
    const call = after(['callstarted', { ...INBOUND, callType: 'outbound' }]) as Interaction;
    expect(call).toMatchObject({ state: 'dialing', direction: 'outbound', calledNumber: EDNA });
    expect(call).not.toHaveProperty('ani');
});

it('an outbound call that nobody takes has nothing to wrap up', () => {
    const call = after(['callstarted', { ...INBOUND, callType: 'outbound' }], ['callended']);
    expect(call).toMatchObject({ disconnected: true, done: true });
});

it('a call keeps the kind and the number that it began with', () => {
    const other = { ...INBOUND, callType: 'Transfer', participant: 'Support' };
    const call = after(RINGS, ['callstarted', other], ['callconnected', other]);
    expect(call).toMatchObject({ direction: 'inbound', ani: EDNA, phone: EDNA });
    expect(after(['callstarted', other], ANSWERED)).not.toHaveProperty('direction');
});

describe('the end of a wrap-up', () => {
    it('counts once, the first time', () => {
        const call = after(RINGS, ANSWERED, ['callended'], ['wrapupended'], ['wrapupended']) as Interaction;
        expect(call.wrapUpSeconds).toBe(10);
    });

    it('before the end of the call, by a clock that was set back, has no length', () => {
        let calls = noCalls();
        let ledger = emptyLedger();
        const times = { callconnected: 10, callended: 20, wrapupended: 15 } as const;
        for (const [type, second] of Object.entries(times)) {
            const decoded = decodeVoiceEvent({ type, detail: INBOUND });
            if (!decoded.ok) throw new Error(decoded.code);
            const at = new Date(Date.UTC(2026, 0, 15, 9, 0, second)).toISOString();
            const applied = applyVoiceEvent(calls, decoded.event, { at, kept: {} });
            calls = applied.calls;
            if (applied.event) ledger = applyEvent(ledger, applied.event).ledger;
        }
        expect(ledger.interactions['call-1']).toMatchObject({ done: true });
        expect(ledger.interactions['call-1']).not.toHaveProperty('wrapUpSeconds');
    });

    it.each<[string, Told]>([
        ['a report on the line', ['audiostats', { stats: 'inputChannelStats' }]],
        ['a swap', ['swap']]
    ])('is waited for where the vendor told %s, which Native Telephony never does', (_what, told) => {
        expect(after(ANSWERED, told, ['callended'])).toMatchObject({ disconnected: true, done: false });
    });
});

it('a conference takes everybody back from hold', () => {
    expect(after(RINGS, ANSWERED, ['hold'], ['conference'])).toMatchObject({ state: 'connected' });
});

it('the fifty calls before are remembered, and one that goes on however many come after it', () => {
    const ended = (index: number): Told[] => [
        ['callstarted', { callId: `old-${index}` }],
        ['callended', { callId: `old-${index}` }]
    ];
    const calls = played([ANSWERED, ...Array.from({ length: 60 }, (_, index) => ended(index)).flat()]).calls.calls;
    expect(calls.size).toBe(50);
    expect([calls.has('call-1'), calls.has('old-10'), calls.has('old-11')]).toEqual([true, false, true]);
});

it('V5 a call that is neither inbound nor outbound leaves the direction open; only an internal one is said to be internal', () => {
    const consult = after(['callstarted', { ...INBOUND, callType: 'Consult' }]);
    expect(consult).not.toHaveProperty('direction');
    expect(consult).not.toHaveProperty('internal');
    expect(consult).not.toHaveProperty('calledNumber');
    expect(consult).not.toHaveProperty('ani');
    expect(consult).toMatchObject({ phone: EDNA, displayAddress: EDNA });
    expect(after(['callstarted', { ...INBOUND, callType: 'InternalCall' }])).toMatchObject({ internal: true });
});

describe('V6 a hold', () => {
    const call = (...events: Told[]): Interaction['state'] | undefined => after(RINGS, ANSWERED, ...events)?.state;

    it.each([
        ['of the customer, in other punctuation', { participant: '+14155550101' }],
        ['of nobody who is named', {}],
        ['of an empty name', { participant: ' ' }]
    ])('%s holds the call', (_who, detail) => {
        expect(call(['hold', detail])).toBe('held');
        expect(call(['hold', detail], ['resume', detail])).toBe('connected');
    });

    it('of a colleague does not hold the customer', () => {
        expect(call(['participantadded', { participant: 'Support' }], ['hold', { participant: 'Support' }])).toBe(
            'connected'
        );
    });
});

describe('V7 what is said of others', () => {
    it.each<[TelephonyEventName, Record<string, unknown>]>([
        ['participantadded', { participant: 'Support' }],
        ['participantremoved', { participant: 'Support' }],
        ['callended', {}],
        ['wrapupended', {}],
        ['audiostats', { stats: 'inputChannelStats', packetsCount: 1 }],
        ['note', { id: 'n', content: { text: 'Hello' }, sender: { role: 'Agent' } }]
    ])('%s begins no call', (name, detail) => {
        expect(after([name, detail])).toBeUndefined();
    });

    it('the customer who leaves a conference does not end the call', () => {
        const call = after(
            RINGS,
            ANSWERED,
            ['participantadded', { participant: 'Support' }],
            ['conference'],
            ['participantremoved', { participant: EDNA }]
        );
        expect(call).toMatchObject({ state: 'connected', disconnected: false });
    });
});

describe('G7 what is told again', () => {
    it('changes nothing', () => {
        const events: Told[] = [RINGS, ANSWERED, ['hold', { participant: EDNA }]];
        expect(played([...events, ...events.slice(2)]).told).toBe(played(events).told);
        expect(after(...events, RINGS, ANSWERED)).toMatchObject({
            state: 'held',
            connectedTime: '2026-01-15T09:00:10.000Z'
        });
    });

    it('after the end begins nothing', () => {
        const call = after(RINGS, ANSWERED, ['callended'], RINGS, ANSWERED, ['hold']);
        expect(call).toMatchObject({ state: 'disconnected', segment: 1 });
    });

    it('has the Task that it had, in a page that measures another time', () => {
        const one = after(RINGS, ANSWERED) as Interaction;
        const other = after(ANSWERED) as Interaction;
        expect(one.connectedTime).not.toBe(other.connectedTime);
        expect(taskKeyOf(one, ADA)?.id).toBe(taskKeyOf(other, ADA)?.id);
    });
});

it('G8 a page that comes in mid-call shows the call as partial and with no time that it did not hear', () => {
    const call = after(['mute']) as Interaction;
    expect(call).toMatchObject({ state: 'connected', complete: false, handled: true });
    expect(call).not.toHaveProperty('connectedTime');
    expect(taskKeyOf(call, ADA)).toBeDefined();
});

it('G8 such a call stays partial until it is told how it began', () => {
    expect(after(['mute'], ['unmute'], ['hold'])).toMatchObject({ state: 'held', complete: false });
    expect(after(['mute'], ['unmute'], ['callended'])).toMatchObject({ disconnected: true, complete: false });
    expect(after(['mute'], ANSWERED, ['unmute'])).toMatchObject({ state: 'connected', complete: true, ani: EDNA });
});

it('G8 the wrap-up of such a call is measured, though nobody heard when it was connected', () => {
    const call = after(['swap'], ['callended'], ['wrapupended']) as Interaction;
    expect(call).toMatchObject({ wrapUpSeconds: 10, done: true });
    expect(attributesOf(call)).not.toHaveProperty(['Salesforce.CallDuration']);
    expect(after(RINGS, ['callended'], ['wrapupended'])).not.toHaveProperty('wrapUpSeconds');
});

it('a call that ends while it is held needs nobody to take it back first', () => {
    expect(after(RINGS, ANSWERED, ['hold'], ['callended'])).toMatchObject({
        state: 'disconnected',
        disconnected: true
    });
});

it('a recording that the agent pauses is a secure pause until it goes on', () => {
    expect(after(RINGS, ANSWERED, ['pauserecording'])).toMatchObject({ securePause: true });
    expect(after(RINGS, ANSWERED, ['pauserecording'], ['resumerecording'])).toMatchObject({ securePause: false });
});

import { types } from 'node:util';
import { decodeVoiceEvent, NOT_ON_NATIVE, TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import type { DecodedVoiceEvent, TelephonyEventName, VoiceEvent } from 'c/voiceToolkitEvents';
import { CALL, CALLER, COLLEAGUE, toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';

const MESSAGES = ['transcript', 'flagraise', 'flaglower', 'note'] as const;
const SPOKEN = ['transcript', 'flagraise', 'note'] as const;

/** The event of the sample with more or other fields of its detail. */
function decoded(type: TelephonyEventName, more: Readonly<Record<string, unknown>> = {}): VoiceEvent {
    const answer = decodeVoiceEvent(toolkitEvent(type, more));
    if (!answer.ok) throw new Error(answer.code);
    return answer.event;
}

/** What a listener of an element on the page gets. */
function heard(type: string, detail: unknown): DecodedVoiceEvent {
    const element = document.createElement('div');
    let answer: DecodedVoiceEvent | undefined;
    element.addEventListener(type, (event) => (answer = decodeVoiceEvent(event)));
    element.dispatchEvent(new CustomEvent(type, { detail }));
    return answer as DecodedVoiceEvent;
}

const throwing = (name: string): object =>
    Object.defineProperty({}, name, {
        enumerable: true,
        get: () => {
            throw new Error('gone');
        }
    });

const message = {
    id: 'e3e3e3e3-0000-4000-8000-000000000001',
    callId: CALL,
    clientSentAt: 1772442005000,
    serverReceivedAt: 1772442005031
};
const SAMPLES: readonly VoiceEvent[] = [
    {
        type: 'audiostats',
        callId: CALL,
        input: { packetsLost: 2, packetsCount: 1500, jitterBufferMillis: 20, roundTripTimeMillis: 85 }
    },
    {
        type: 'callstarted',
        callId: CALL,
        callType: { raw: 'outbound', folded: 'outbound' },
        participant: CALLER
    },
    {
        type: 'callconnected',
        callId: CALL,
        callType: { raw: 'outbound', folded: 'outbound' },
        participant: CALLER
    },
    { type: 'callended', callId: CALL },
    { type: 'hold', callId: CALL, participant: CALLER },
    { type: 'resume', callId: CALL, participant: CALLER },
    { type: 'mute', callId: CALL },
    { type: 'unmute', callId: CALL },
    { type: 'participantadded', callId: CALL, participant: COLLEAGUE },
    { type: 'participantremoved', callId: CALL, participant: COLLEAGUE },
    { type: 'conference', callId: CALL },
    { type: 'swap', callId: CALL },
    { type: 'pauserecording', callId: CALL },
    { type: 'resumerecording', callId: CALL },
    { ...message, type: 'transcript', text: 'Good morning.', formatType: 'Text', sender: { role: 'agent' } },
    { type: 'wrapupended', callId: CALL },
    {
        ...message,
        type: 'flagraise',
        text: 'The invoice is wrong twice.',
        formatType: 'Text',
        sender: { role: 'agent', displayName: 'Agent One' },
        voiceCallId: '0LQRM0000000001'
    },
    {
        ...message,
        type: 'flaglower',
        sender: { role: 'supervisor', displayName: 'Supervisor One' },
        voiceCallId: '0LQRM0000000001'
    },
    {
        ...message,
        type: 'note',
        text: 'Offer a credit note.',
        formatType: 'Text',
        sender: { role: 'agent', displayName: 'Agent One' }
    }
];

it('a developer has an example of every event', () => {
    expect(SAMPLES.map(({ type }) => type)).toEqual(TELEPHONY_EVENTS);
});

it.each(SAMPLES.map((event) => [event.type, event] as const))(
    'a developer reads %s as the guide describes it',
    (type, event) => {
        expect(decodeVoiceEvent(toolkitEvent(type))).toStrictEqual({ ok: true, event });
    }
);

it('a developer is told which events Salesforce Voice with its own telephony never sends', () => {
    expect([...NOT_ON_NATIVE].sort()).toEqual(['audiostats', 'callstarted', 'swap', 'wrapupended']);
});

describe('V1', () => {
    it.each<[string, unknown]>([
        ['nothing', undefined],
        ['null', null],
        ['a text', 'callended'],
        ['a number', 19],
        ['a symbol', Symbol('callended')],
        ['a function', (): void => undefined]
    ])('V1 a developer who passes %s gets a refusal and no error', (_, given) => {
        expect(decodeVoiceEvent(given)).toStrictEqual({ ok: false, code: 'NOT_AN_EVENT', type: '' });
    });

    it('V1 an event whose name cannot be read is refused as unreadable', () => {
        expect(decodeVoiceEvent(throwing('type'))).toStrictEqual({ ok: false, code: 'UNREADABLE', type: '' });
    });

    it.each(['callId', 'participant', 'callType'])(
        'V1 an event whose %s cannot be read is refused under its name',
        (name) => {
            const detail = Object.defineProperties({ callId: CALL }, Object.getOwnPropertyDescriptors(throwing(name)));
            expect(decodeVoiceEvent({ type: 'callstarted', detail })).toStrictEqual({
                ok: false,
                code: 'UNREADABLE',
                type: 'callstarted'
            });
        }
    );

    it('V1 an event that a closed sandbox left behind is refused', () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        expect(decodeVoiceEvent(proxy)).toMatchObject({ ok: false, code: 'UNREADABLE' });
        expect(decodeVoiceEvent({ type: 'hold', detail: proxy })).toMatchObject({ ok: false, code: 'UNREADABLE' });
    });
});

describe('V2', () => {
    it('V2 an event of the page is understood, though it has neither name nor detail of its own', () => {
        const event = new CustomEvent('callended', { detail: { callId: CALL } });
        expect([Object.hasOwn(event, 'type'), Object.hasOwn(event, 'detail')]).toEqual([false, false]);
        expect(decodeVoiceEvent(event)).toStrictEqual({ ok: true, event: { type: 'callended', callId: CALL } });
    });

    it('V2 a call id that a detail only inherits names no call', () => {
        expect(heard('callended', Object.create({ callId: CALL }))).toMatchObject({ code: 'MISSING_CALL_ID' });
    });

    it('V2 what a detail inherits besides is not told', () => {
        const detail = Object.assign(Object.create({ participant: CALLER }) as object, { callId: CALL });
        expect(heard('hold', detail)).toStrictEqual({ ok: true, event: { type: 'hold', callId: CALL } });
    });

    it('V2 a detail without any prototype is read like any other', () => {
        const detail = Object.assign(Object.create(null) as object, { callId: CALL });
        expect(heard('mute', detail)).toStrictEqual({ ok: true, event: { type: 'mute', callId: CALL } });
    });
});

describe('V3', () => {
    it.each([
        ...['CALL_STARTED', 'TRANSCRIPT', 'CallEnded', 'HOLD', ' hold', ''],
        ...['__proto__', 'constructor', 'toString', '+61491570006']
    ])('V3 an event named "%s" is unknown, and its name is not repeated', (type) => {
        expect(decodeVoiceEvent({ type, detail: { callId: CALL } })).toStrictEqual({
            ok: false,
            code: 'UNKNOWN_TYPE',
            type: ''
        });
    });

    it.each<[string, unknown]>([
        ['no name', undefined],
        ['a name that is an object', Object('hold')],
        ['a list for a name', ['hold']],
        ['a symbol for a name', Symbol('hold')]
    ])('V3 an event with %s is unknown', (_, type) => {
        expect(decodeVoiceEvent({ type, detail: { callId: CALL } })).toMatchObject({ code: 'UNKNOWN_TYPE', type: '' });
    });
});

describe('V4', () => {
    it.each(TELEPHONY_EVENTS)('V4 %s that names no call is refused, and no call is guessed', (type) => {
        expect(decodeVoiceEvent(toolkitEvent(type, { callId: undefined }))).toStrictEqual({
            ok: false,
            code: 'MISSING_CALL_ID',
            type
        });
    });

    it.each<[string, unknown]>([
        ['empty', ''],
        ['blank', ' \t\n'],
        ['a number', 7],
        ['null', null],
        ['an object', { id: CALL }],
        ['a list', [CALL]]
    ])('V4 a call id that is %s names no call', (_, callId) => {
        expect(heard('callended', { callId })).toMatchObject({ ok: false, code: 'MISSING_CALL_ID' });
    });

    it.each<[string, unknown]>([
        ['null', null],
        ['missing', undefined],
        ['a text', CALL],
        ['{"reason":"error"}, as where adding a participant failed', { reason: 'error' }]
    ])('V4 a detail that is %s names no call', (_, detail) => {
        expect(heard('participantremoved', detail)).toMatchObject({ ok: false, code: 'MISSING_CALL_ID' });
    });

    it('V4 spaces around a call id are no part of it', () => {
        expect(decoded('callended', { callId: ` ${CALL}\n` }).callId).toBe(CALL);
    });
});

describe('V5', () => {
    it.each([
        ...['Inbound', 'Outbound', 'Callback', 'AddParticipant', 'Transfer', 'InternalCall', 'DialedCallback'],
        ...['Consult', 'INBOUND', 'NotInboundAtAll']
    ])('V5 a developer reads the call type %s as it came and in lower case', (callType) => {
        expect(decoded('callstarted', { callType })).toMatchObject({
            callType: { raw: callType, folded: callType.toLowerCase() }
        });
    });

    it('V5 spaces around a call type stay in what came and leave the other spelling', () => {
        expect(decoded('callconnected', { callType: ' Inbound ' })).toMatchObject({
            callType: { raw: ' Inbound ', folded: 'inbound' }
        });
    });

    it.each<[string, unknown]>([
        ['missing', undefined],
        ['null', null],
        ['blank', '  '],
        ['a number', 1]
    ])('V5 a call whose type is %s begins all the same, without one', (_, callType) => {
        expect(decoded('callconnected', { callType })).not.toHaveProperty('callType');
    });
});

describe('V6', () => {
    const NAMING = [
        'callstarted',
        'callconnected',
        'hold',
        'resume',
        'participantadded',
        'participantremoved'
    ] as const;

    it.each(NAMING)('V6 %s that says not whom is told without a participant', (type) => {
        for (const participant of [undefined, null, '', ' ', 61491570006, {}])
            expect(decoded(type, { participant })).not.toHaveProperty('participant');
    });

    it.each(NAMING)('V6 %s may name a quick connect instead of a number', (type) => {
        expect(decoded(type, { participant: 'Billing Support' })).toMatchObject({ participant: 'Billing Support' });
    });

    it.each(['+1 (415) 999-0000', 'sip:agent@example.com', '***', '٠١٢'])(
        'V6 a participant spelled %s is told as it is',
        (participant) => {
            expect(decoded('hold', { participant })).toMatchObject({ participant });
        }
    );
});

describe('V7', () => {
    it("V7 a participant that comes under another call's id is told under that id", () => {
        expect(decoded('participantadded', { callId: 'other-leg' })).toStrictEqual({
            type: 'participantadded',
            callId: 'other-leg',
            participant: COLLEAGUE
        });
    });

    it('V7 a participant event says nothing of how the call began', () => {
        expect(decoded('participantadded', { callType: 'Inbound' })).not.toHaveProperty('callType');
    });
});

describe('V8', () => {
    it.each<[string, unknown]>([
        ['no number', '1772442005000'],
        ['not a number', NaN],
        ['endless', Infinity],
        ['null', null],
        ['missing', undefined],
        ['beyond every calendar', 1e300]
    ])('V8 a time that is %s is left out, and the rest of the message stays', (_, time) => {
        const { clientSentAt, ...rest } = message;
        const told = decoded('transcript', { clientSentTimestamp: time });
        expect(told).not.toHaveProperty('clientSentAt');
        expect(told).toMatchObject(rest);
        expect(decoded('note', { serverReceivedTimestamp: time })).toMatchObject({ clientSentAt });
    });

    it('V8 a developer can make a date of every time that is told', () => {
        const last = decoded('transcript', { clientSentTimestamp: 8.64e15, serverReceivedTimestamp: -8.64e15 });
        const { clientSentAt, serverReceivedAt } = last as { clientSentAt: number; serverReceivedAt: number };
        expect([clientSentAt, serverReceivedAt].map((time) => new Date(time).toISOString())).toEqual([
            '+275760-09-13T00:00:00.000Z',
            '-271821-04-20T00:00:00.000Z'
        ]);
    });
});

describe('V9', () => {
    it.each(SPOKEN)('V9 %s without its text is refused', (type) => {
        for (const content of [undefined, null, 'Hello', {}, { text: null }, { text: 5 }, { formatType: 'Text' }])
            expect(decodeVoiceEvent(toolkitEvent(type, { content }))).toStrictEqual({
                ok: false,
                code: 'BAD_CONTENT',
                type
            });
    });

    it.each<[string, unknown]>([
        ['null', null],
        ['missing', undefined],
        ['without members', {}],
        ['of another kind', { formatType: 7, text: 7 }]
    ])('V9 a flag is lowered though its content is %s', (_, content) => {
        const told = decoded('flaglower', { content });
        expect(told).not.toHaveProperty('text');
        expect(told).not.toHaveProperty('formatType');
    });

    it('V9 a text is told as it was received, with its spaces and its entities', () => {
        const text = ' I said &quot;no&quot; <b>twice</b>\n';
        expect(decoded('transcript', { content: { formatType: 'Text', text } })).toMatchObject({ text });
    });

    it('V9 a text that holds nothing is a text', () => {
        expect(decoded('note', { content: { text: '' } })).toMatchObject({ text: '' });
    });

    it('V9 a format that nobody described is told', () => {
        expect(decoded('note', { content: { formatType: 'Markdown', text: '*' } })).toMatchObject({
            formatType: 'Markdown'
        });
    });
});

describe('V10', () => {
    it.each([
        ['Agent', 'agent'],
        ['AGENT', 'agent'],
        ['Supervisor', 'supervisor'],
        ['EndUser', 'enduser'],
        [' enduser ', 'enduser'],
        ['Customer', 'unknown'],
        ['__proto__', 'unknown'],
        ['', 'unknown']
    ])('V10 a sender whose role is "%s" is %s', (role, told) => {
        expect(decoded('transcript', { sender: { role } })).toMatchObject({ sender: { role: told } });
    });

    it.each(MESSAGES)('V10 %s without a sender comes from somebody unknown', (type) => {
        for (const sender of [undefined, null, 'Agent', {}, { role: 1 }])
            expect(decoded(type, { sender })).toMatchObject({ sender: { role: 'unknown' } });
    });

    it('V10 the name of a sender and the record of the call may be missing', () => {
        const told = decoded('flagraise', { sender: { role: 'Agent', displayName: null }, voiceCallId: null });
        expect(told).toMatchObject({ sender: { role: 'agent' } });
        expect(told).not.toHaveProperty('sender.displayName');
        expect(told).not.toHaveProperty('voiceCallId');
    });
});

describe('V11', () => {
    const figures = { packetsLost: 1, packetsCount: 2, jitterBufferMillis: 3, roundTripTimeMillis: 4 };
    const nothing = Object.fromEntries(
        ['stats', ...Object.keys(figures), 'statsCount'].map((name) => [name, undefined])
    );

    it('V11 line quality is understood flat, for one direction', () => {
        expect(decoded('audiostats', { ...figures, stats: 'outputChannelStats' })).toStrictEqual({
            type: 'audiostats',
            callId: CALL,
            output: figures
        });
    });

    it.each<[string, (both: object) => unknown]>([
        ['in a list', (both) => [both]],
        ['by itself', (both) => both]
    ])('V11 line quality of both directions is understood %s', (_, stats) => {
        const both = { inputChannelStats: figures, outputChannelStats: { ...figures, packetsLost: 9 } };
        expect(decoded('audiostats', { ...nothing, stats: stats(both) })).toStrictEqual({
            type: 'audiostats',
            callId: CALL,
            input: figures,
            output: { ...figures, packetsLost: 9 }
        });
    });

    it.each<[string, unknown]>([
        ['no number', '3'],
        ['less than none', -1],
        ['endless', Infinity],
        ['null', null]
    ])('V11 a figure that is %s is left out, not made 0', (_, packetsLost) => {
        const { packetsLost: _lost, ...others } = figures;
        expect(decoded('audiostats', { ...figures, packetsLost })).toMatchObject({ input: others });
        expect(decoded('audiostats', { ...figures, packetsLost })).not.toHaveProperty('input.packetsLost');
    });

    it.each<[string, unknown]>([
        ['nothing', undefined],
        ['an empty list', []],
        ['a list of nothing', [null]],
        ['a direction of which nobody heard', 'sideways'],
        ['both directions without figures', [{ inputChannelStats: {}, outputChannelStats: null }]]
    ])('V11 line quality that says %s holds no figures', (_, stats) => {
        expect(decoded('audiostats', { ...nothing, stats })).toStrictEqual({ type: 'audiostats', callId: CALL });
    });
});

describe('V12', () => {
    it.each(TELEPHONY_EVENTS)('V12 %s comes without what the guide does not name', (type) => {
        const unnamed = { isReplayedCall: true, reason: 'error', token: 'secret', toString: 'x', event: {} };
        expect(decoded(type, unnamed)).toStrictEqual(decoded(type));
    });

    it('V12 what content, sender and figures hold besides does not come through either', () => {
        const told = JSON.stringify([
            decoded('note', { content: { text: 'x', html: 'secret' }, sender: { role: 'Agent', userId: 'secret' } }),
            decoded('audiostats', { stats: [{ inputChannelStats: { packetsLost: 1, secret: 1 }, secret: 1 }] })
        ]);
        expect(told).not.toContain('secret');
    });

    it('V12 what a developer keeps is no part of the event', () => {
        const event = toolkitEvent('flagraise', { sender: { role: 'Agent', displayName: 'Agent One' } });
        const told = decodeVoiceEvent(event);
        const before = JSON.stringify(told);
        Object.assign(event.detail['sender'] as object, { displayName: 'Somebody else' });
        expect(JSON.stringify(told)).toBe(before);
    });

    it('V12 the answer is new each time', () => {
        const event = toolkitEvent('mute');
        const [first, second] = [decodeVoiceEvent(event), decodeVoiceEvent(event)];
        expect(first).toStrictEqual(second);
        expect(first.ok && second.ok && first.event !== second.event).toBe(true);
    });
});

it('V13 a message of which no id is known is told all the same', () => {
    expect(decoded('transcript', { id: undefined })).not.toHaveProperty('id');
    expect(decoded('transcript', { id: undefined })).toMatchObject({ text: 'Good morning.' });
});

describe('G6', () => {
    const event = new CustomEvent('callended', { detail: { callId: CALL } });

    it('G6 an event that was turned into text is none', () => {
        expect(decodeVoiceEvent(JSON.stringify(event))).toMatchObject({ ok: false, code: 'NOT_AN_EVENT' });
    });

    it('G6 what is left of an event that went through JSON has lost its name', () => {
        expect(decodeVoiceEvent(JSON.parse(JSON.stringify(event)))).toMatchObject({ code: 'UNKNOWN_TYPE' });
    });

    it('G6 of a detail behind a Proxy a developer keeps plain copies', () => {
        const sender = new Proxy({ role: 'Agent' }, {});
        const detail = new Proxy({ ...toolkitEvent('transcript').detail, sender }, {});
        const answer = heard('transcript', detail);
        expect(answer).toStrictEqual({ ok: true, event: decoded('transcript') });
        if (!answer.ok || answer.event.type !== 'transcript') throw new Error('not told');
        expect([answer.event, answer.event.sender].map((part) => types.isProxy(part))).toEqual([false, false]);
    });
});

it('G7 a call that is told again after a reload reads as it did the first time', () => {
    expect(decoded('callconnected', { isReplayedCall: true })).toStrictEqual(decoded('callconnected'));
});

it.each(['hangup', 'messageended', 'disclosureended'])('G9 %s, for which public code listens, is no event', (type) => {
    expect(decodeVoiceEvent({ type, detail: { callId: CALL } })).toMatchObject({ code: 'UNKNOWN_TYPE' });
});

it('G10 hold stays hold and resume stays resume, however often they come', () => {
    const told = (['hold', 'hold', 'resume', 'resume', 'hold'] as const).map((type) => decoded(type).type);
    expect(told).toEqual(['hold', 'hold', 'resume', 'resume', 'hold']);
});

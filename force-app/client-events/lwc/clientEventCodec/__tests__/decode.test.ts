import { decodeClientEvent } from 'c/clientEventCodec';
import type { ClientEvent } from 'c/clientEventCodec';
import { AT, CALL, CONNECTED, DISCONNECTED, HELD, message, RINGING, WRAPPED_UP } from './messages.ts';

const decode = (given: unknown): ClientEvent => decodeClientEvent(given, AT);
const interactionOf = (data: object, category = 'add'): object | undefined => {
    const event = decode(message(category, data));
    return event.type === 'Interaction' ? event.interaction : undefined;
};
const oddFields = (data: object): readonly string[] | undefined => {
    const event = decode(message('add', { id: CALL, ...data }));
    return event.type === 'Interaction' ? event.oddFields : ['not an interaction'];
};
const reason = (given: unknown): string => {
    const event = decode(given);
    return event.type === 'Unknown' ? event.reason : `decoded as ${event.type}`;
};

describe('the developer gets an interaction', () => {
    it.each([
        ['add', RINGING],
        ['connect', CONNECTED],
        ['disconnect', DISCONNECTED],
        ['acw', WRAPPED_UP],
        ['deallocate', DISCONNECTED]
    ])('by %s, with every field as it came but for tel: (T13)', (category, data) => {
        expect(decode(message(category, data))).toEqual({
            type: 'Interaction',
            category,
            id: CALL,
            interaction: { ...data, phone: '+61491570006' },
            receivedAt: AT
        });
    });

    it('by change, whose id stands below new (W1)', () => {
        const event = decode(message('change', { old: CONNECTED, new: HELD }));
        expect(event).toMatchObject({
            type: 'Interaction',
            category: 'change',
            id: CALL,
            interaction: { state: 'HELD' },
            previous: { state: 'CONNECTED' }
        });
    });

    it('by a change that swaps one interaction for another, each under its own id (T8)', () => {
        const other = 'c1c1c1c1-0000-4000-8000-000000000002';
        const data = { old: RINGING, new: { ...CONNECTED, id: other } };
        expect(decodeClientEvent(message('change', data), AT)).toMatchObject({
            id: other,
            interaction: { id: other },
            previous: { id: CALL }
        });
    });

    it.each(['add', 'connect', 'disconnect', 'acw'])('by %s wrapped in new (T7)', (category) => {
        expect(decode(message(category, { new: CONNECTED }))).toMatchObject({ id: CALL, interaction: { id: CALL } });
    });

    it('by a body without id inside data with one', () => {
        const { id: _, ...body } = HELD;
        expect(decode(message('change', { id: CALL, new: body }))).toMatchObject({
            id: CALL,
            interaction: { id: CALL }
        });
    });

    it.each([
        ['a bare id', CALL],
        ['an object with nothing but an id', { id: CALL }],
        ['an id under its other name (T4)', { interactionId: CALL }],
        ['only what was before', { old: CONNECTED }]
    ])('of which only the id is known, by %s (T6, W3)', (_, data) => {
        const event = decode(message('consultTransfer', data));
        expect(event).toMatchObject({ type: 'Interaction', category: 'consultTransfer', id: CALL });
        expect(event).not.toHaveProperty('interaction');
    });

    it('without a type, inferred by its category (T9)', () => {
        expect(decode({ category: 'completeConsultTransfer', data: { id: CALL } })).toEqual({
            type: 'Interaction',
            category: 'completeConsultTransfer',
            id: CALL,
            inferred: true,
            receivedAt: AT
        });
    });

    it.each([
        ['interaction', 'CONNECT', 'connect'],
        ['INTERACTION', 'blindtransfer', 'blindTransfer']
    ])('whatever the case: %s %s (T10)', (type, category, name) => {
        expect(decode({ type, category, data: CALL })).toMatchObject({ type: 'Interaction', category: name });
    });
});

describe('what was before', () => {
    it('is the same object as what is now when the phone tells no difference (T8)', () => {
        const event = decode(message('change', { old: CONNECTED, new: { ...CONNECTED } }));
        expect(event).toMatchObject({ previous: { state: 'CONNECTED' } });
        expect(event.type === 'Interaction' && event.previous === event.interaction).toBe(true);
    });

    it.each([
        ['one field more', { ...CONNECTED, disposition: 'x' }, CONNECTED],
        ['one field fewer', HELD, { ...HELD, endTime: '2026-03-02T09:00:12.000Z' }],
        ['another value', HELD, CONNECTED]
    ])('has %s when the phone tells it', (_, old, now) => {
        const { phone: _tel, ...rest } = old as Record<string, unknown>;
        const event = decode(message('change', { old, new: now }));
        expect(event).toMatchObject({ previous: rest });
        expect(event.type === 'Interaction' && event.previous === event.interaction).toBe(false);
    });
});

describe('a field', () => {
    it.each([
        ['tel:+61491570006', '+61491570006'],
        ['TEL:123', '123'],
        ['sip:agent@example.org', 'sip:agent@example.org'],
        ['5551234', '5551234']
    ])('phone %s is read as %s (T13)', (given, phone) => {
        expect(interactionOf({ id: CALL, phone: given })).toEqual({ id: CALL, phone });
    });

    it.each(['Inbound', 'inbound', 'INBOUND'])('direction %s is Inbound (T11)', (direction) => {
        expect(interactionOf({ id: CALL, direction })).toEqual({ id: CALL, direction: 'Inbound' });
    });

    it.each([
        [12, 12],
        ['12', 12],
        [0, 0]
    ])('duration %p is %p seconds (T14)', (given, seconds) => {
        expect(interactionOf({ id: CALL, totalAcdDurationSeconds: given })).toEqual({
            id: CALL,
            totalAcdDurationSeconds: seconds
        });
    });

    it.each([
        ['an empty duration', { totalAcdDurationSeconds: '' }],
        ['an empty text', { queueName: '' }],
        ['null', { queueName: null }],
        ['a phone that is only tel:', { phone: 'tel:' }],
        ['an empty direction', { direction: '' }]
    ])('that is %s is absent and not odd (T14)', (_, data) => {
        expect(interactionOf({ id: CALL, state: 'HELD', ...data })).toEqual({ id: CALL, state: 'HELD' });
        expect(oddFields(data)).toBeUndefined();
    });

    it('time without zone is passed on as it came (T14)', () => {
        expect(interactionOf({ id: CALL, startTime: '2026-03-02T09:00:00' })).toMatchObject({
            startTime: '2026-03-02T09:00:00'
        });
    });

    it.each([
        ['isConnected', 'yes'],
        ['isDone', 1],
        ['state', 5],
        ['queueName', { name: 'x' }],
        ['direction', 'sideways'],
        ['totalAcdDurationSeconds', 'soon'],
        ['interactionDurationSeconds', -1],
        ['totalIvrDurationSeconds', true],
        ['phone', 61],
        ['attributes', 'x']
    ])('%s of a strange type is named, not passed on', (name, value) => {
        expect(oddFields({ [name]: value })).toEqual([name]);
        expect(interactionOf({ id: CALL, state: 'HELD', [name]: value })).toEqual(
            name === 'state' ? undefined : { id: CALL, state: 'HELD' }
        );
    });

    it('that no contract names is left out', () => {
        expect(interactionOf({ ...RINGING, surprise: 1 })).not.toHaveProperty('surprise');
    });
});

describe('attributes', () => {
    it('keep text, number, boolean and null apart (T12, W11)', () => {
        const attributes = { 'Participant.a': 'true', b: true, c: null, d: 5, 'participant.e': '' };
        expect(interactionOf({ id: CALL, attributes })).toEqual({ id: CALL, attributes });
    });

    it('that are no flat values are left out and named', () => {
        expect(interactionOf({ id: CALL, attributes: { a: 1, b: {}, c: [] } })).toEqual({
            id: CALL,
            attributes: { a: 1 }
        });
        expect(oddFields({ attributes: { a: 1, b: {} } })).toEqual(['attributes']);
    });

    it('may be named as what every object inherits without becoming it', () => {
        const data = JSON.parse(`{"id":"${CALL}","attributes":{"__proto__":"x","constructor":"y"}}`) as object;
        const { attributes } = interactionOf(data) as { attributes: object };
        expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
        expect(Object.entries(attributes)).toEqual([
            ['__proto__', 'x'],
            ['constructor', 'y']
        ]);
    });
});

describe('other events', () => {
    it('the phone is ready', () => {
        expect(decode({ type: 'InitialSetup' })).toEqual({ type: 'InitialSetup', receivedAt: AT });
    });

    it.each(['UserAction', 'UserActions', 'useraction'])('%s is a UserAction (T1)', (type) => {
        expect(decode({ type, category: 'status', data: { status: 'ON_QUEUE', id: 'd0' } })).toEqual({
            type: 'UserAction',
            category: 'status',
            status: 'ON_QUEUE',
            id: 'd0',
            receivedAt: AT
        });
    });
});

describe("the agent's own state", () => {
    const userAction = (category: string, data?: unknown): ClientEvent =>
        decode({ type: 'UserAction', category, data });

    it('is a status with its id and the free text below it', () => {
        expect(userAction('status', { status: 'BUSY', id: 'd0', sub_status: 'Lunch with Edna' })).toMatchObject({
            status: 'BUSY',
            id: 'd0',
            subStatus: 'Lunch with Edna'
        });
    });

    it.each([
        ['a bare word (T6)', 'BREAK', { status: 'BREAK' }],
        ['only an id', { id: 'd0' }, { id: 'd0' }],
        ['wrapped in new (T7)', { old: { status: 'BREAK' }, new: { status: 'MEAL' } }, { status: 'MEAL' }],
        ['with an empty free text', { status: 'MEAL', sub_status: '' }, { status: 'MEAL' }]
    ])('is a status that comes as %s', (_, data, told) => {
        expect(userAction('status', data)).toEqual({ type: 'UserAction', category: 'status', receivedAt: AT, ...told });
    });

    it('is a routing status, a bare word', () => {
        expect(userAction('routingStatus', 'IDLE')).toEqual({
            type: 'UserAction',
            category: 'routingStatus',
            routingStatus: 'IDLE',
            receivedAt: AT
        });
    });

    it('is what the agent looks at', () => {
        expect(userAction('view', 'CallLog')).toMatchObject({ category: 'view', view: 'CallLog' });
    });

    it.each(['station', 'login', 'logout'])(
        '%s passes its data on as it came: no source shows it whole',
        (category) => {
            const data = { userId: 'u1', anything: [1] };
            expect(userAction(category, data)).toEqual({ type: 'UserAction', category, data, receivedAt: AT });
            expect(userAction(category)).toMatchObject({ type: 'UserAction', category, data: undefined });
        }
    );

    it.each([
        ['STATUS', 'status'],
        ['routingstatus', 'routingStatus']
    ])('is recognised whatever the case: %s (T10)', (given, category) => {
        expect(userAction(given, 'IDLE')).toMatchObject({ type: 'UserAction', category });
    });

    it.each([
        ['status', {}, 'UserAction status without a status or an id'],
        ['status', undefined, 'UserAction status without a status or an id'],
        ['routingStatus', { status: 'IDLE' }, 'UserAction routingStatus whose data is an object'],
        ['view', '', 'UserAction view whose data is an empty text'],
        ['dance', {}, 'UserAction category "dance" is not known']
    ])('%s %j is unknown (T10): %s', (category, data, why) => {
        expect(reason({ type: 'UserAction', category, data })).toBe(why);
    });
});

describe('a transcript', () => {
    const told = (data: unknown): ClientEvent =>
        decode({ type: 'Notification', category: 'conversationTranscription', data });
    const said = (text: string, more: object = {}): object => ({ alternatives: [{ transcript: text }], ...more });

    it('tells every utterance of the message, who said it, and how sure the phone is (W17)', () => {
        const words = [
            { word: 'my', confidence: 0.9 },
            { word: 'order', confidence: 0.4 }
        ];
        expect(
            told({
                id: CALL,
                eventTime: '2026-03-02T09:00:01.000Z',
                transcripts: [
                    {
                        utteranceId: 'u1',
                        channel: 'EXTERNAL',
                        alternatives: [{ transcript: 'my order', words }, { transcript: 'my odour' }]
                    },
                    { utteranceId: 'u2', channel: 'internal', alternatives: [{ transcript: 'which one' }] }
                ]
            })
        ).toEqual({
            type: 'Notification',
            category: 'conversationTranscription',
            id: CALL,
            eventTime: '2026-03-02T09:00:01.000Z',
            ended: false,
            utterances: [
                { utteranceId: 'u1', channel: 'EXTERNAL', text: 'my order', confidence: 0.4 },
                { utteranceId: 'u2', channel: 'INTERNAL', text: 'which one' }
            ],
            receivedAt: AT
        });
    });

    it.each(['SESSION_ENDED', 'session_ended'])('is over by %s, also without a word', (status) => {
        expect(told({ id: CALL, status })).toMatchObject({ ended: true, utterances: [] });
    });

    it('keeps a speaker that no source names', () => {
        expect(told({ id: CALL, transcripts: [said('hm', { channel: 'Third' })] })).toMatchObject({
            utterances: [{ channel: 'Third', text: 'hm' }]
        });
    });

    it.each([
        ['no alternatives', {}],
        ['an empty text', said('')],
        ['a list', []],
        ['nothing', null]
    ])('leaves out an utterance of %s and keeps the others', (_, empty) => {
        expect(told({ id: CALL, transcripts: [empty, said('yes')] })).toMatchObject({ utterances: [{ text: 'yes' }] });
    });

    it.each([2, -1, 'high', null])('does not take %p for a confidence', (confidence) => {
        const transcripts = [{ alternatives: [{ transcript: 'yes', words: [{ word: 'yes', confidence }] }] }];
        expect(told({ id: CALL, transcripts })).toMatchObject({ utterances: [{ text: 'yes' }] });
        expect(JSON.stringify(told({ id: CALL, transcripts }))).not.toContain('confidence');
    });

    it.each([
        [{}, 'Notification conversationTranscription whose id is nothing'],
        [{ id: 'a b' }, 'Notification conversationTranscription whose id is a text of 3 characters']
    ])('of nobody knows which conversation is unknown: %j', (data, why) => {
        expect(reason({ type: 'Notification', category: 'conversationTranscription', data })).toBe(why);
    });
});

describe('written messages', () => {
    it.each(['chatUpdate', 'messageUpdate'])('%s: the whole list each time, newest last', (category) => {
        const messages = [{ role: 'customer', body: 'hello' }, { body: '' }, { role: 'agent', body: 'good morning' }];
        expect(decode({ type: 'Notification', category, data: { messages } })).toEqual({
            type: 'Notification',
            category,
            messages,
            receivedAt: AT
        });
    });

    it('without a body are left out', () => {
        const messages = [null, 'x', { role: 'customer' }, { body: 5 }, { body: 'yes' }];
        expect(decode({ type: 'Notification', category: 'chatUpdate', data: { messages } })).toMatchObject({
            messages: [{ body: 'yes' }]
        });
    });

    it.each([undefined, {}, { messages: 'x' }])('that are no list are unknown: %j', (data) => {
        expect(reason({ type: 'Notification', category: 'chatUpdate', data })).toMatch(/whose messages are/);
    });
});

describe('what is selected in the phone', () => {
    const selected = (data: unknown): ClientEvent =>
        decode({ type: 'Notification', category: 'interactionSelection', data });

    it.each([
        ['its id', { interactionId: CALL }],
        ['the bare id (T6)', CALL],
        ['its id wrapped in new (T7)', { new: { interactionId: CALL } }]
    ])('comes as %s', (_, data) => {
        expect(selected(data)).toEqual({
            type: 'Notification',
            category: 'interactionSelection',
            interactionId: CALL,
            receivedAt: AT
        });
    });

    it.each([{ interactionId: null }, { interactionId: '' }, {}, null, undefined])('is nothing: %j', (data) => {
        expect(selected(data)).toEqual({ type: 'Notification', category: 'interactionSelection', receivedAt: AT });
    });

    it('is unknown when it is no conversation id', () => {
        expect(reason({ type: 'Notification', category: 'interactionSelection', data: { interactionId: {} } })).toBe(
            'Notification interactionSelection whose id is an object'
        );
    });
});

describe("somebody's action on the same channel (T22)", () => {
    it.each([
        [
            'PureCloud.interaction.updateState',
            'Interaction.updateState',
            { id: CALL, action: 'securepause' },
            'securePause'
        ],
        ['PureCloud.Interaction.addCustomAttributes', 'Interaction.addCustomAttributes', { id: CALL }, undefined],
        [
            'PureCloud.Interaction.addAssociation',
            'Interaction.addAssociation',
            { interactionId: CALL, id: '003' },
            undefined
        ]
    ])('%s is an echo, not an event (T2)', (type, action, data, state) => {
        expect(decode({ type, data })).toEqual({
            type: 'ActionEcho',
            action,
            id: CALL,
            ...(state ? { state } : {}),
            data,
            receivedAt: AT
        });
    });

    it.each(['PureCloud.Subscribe', 'PureCloud.subscribe'])('%s is recognised (T3)', (type) => {
        expect(decode({ type, data: { type: 'Interaction' } })).toMatchObject({
            type: 'ActionEcho',
            action: 'Subscribe'
        });
    });

    it('the id of a status is not taken for an interaction', () => {
        expect(decode({ type: 'PureCloud.User.updateStatus', data: { id: 'd0' } })).not.toHaveProperty('id');
    });

    it.each([undefined, null, 'x', 5])('data %p breaks nothing', (data) => {
        expect(decode({ type: 'PureCloud.Interaction.updateState', data })).toMatchObject({ type: 'ActionEcho' });
    });

    it('an action that nobody knows is an echo, too', () => {
        expect(decode({ type: 'PureCloud.Interaction.dance', data: {} })).toMatchObject({
            action: 'Interaction.dance'
        });
    });
});

describe('what is not understood', () => {
    it.each<[unknown, string]>([
        [undefined, 'not an object'],
        [null, 'not an object'],
        ['add', 'not an object'],
        [[], 'not an object'],
        [{}, 'no type'],
        [{ category: 'dance', data: CALL }, 'no type'],
        [{ type: 'interactionSubscription', data: {} }, 'type "interactionSubscription" is not known'],
        [{ eventName: 'INTERACTION_CONNECTED', message: { message: '{}' } }, 'no type'],
        [{ type: 7 }, 'type a number is not known'],
        [{ type: 'Interaction', data: RINGING }, 'Interaction category nothing is not known'],
        [message('ConsultCall', CALL), 'Interaction category "ConsultCall" is not known'],
        [message('add', undefined), 'Interaction add whose data is nothing'],
        [message('add', ''), 'Interaction add whose data is an empty text'],
        [message('add', [RINGING]), 'Interaction add whose data is a list'],
        [message('add', {}), 'Interaction add without an id'],
        [message('add', { id: 5 }), 'Interaction add without an id'],
        [message('change', { new: null, old: null }), 'Interaction change without an id'],
        [{ type: 'UserAction' }, 'UserAction category nothing is not known'],
        [{ type: 'Notification', category: 'screenPop' }, 'Notification category "screenPop" is not known']
    ])('%j: %s', (given, why) => {
        expect(reason(given)).toBe(why);
    });

    it('is passed on raw (T10)', () => {
        const given = message('CompleteConsultCall', { anything: 1 });
        expect(decode(given)).toMatchObject({ raw: given });
    });

    it.each(['+61491570006', 'edna@example.org', 'Edna Frank'])(
        'is told without what may be data of a customer',
        (type) => {
            expect(reason({ type })).not.toContain(type);
            expect(reason(message(type, CALL))).not.toContain(type);
        }
    );
});

describe('a hostile message', () => {
    const throws = (): never => {
        throw new Error('boom');
    };

    it('whose fields throw is unknown', () => {
        expect(reason(new Proxy({}, { getOwnPropertyDescriptor: throws }))).toBe('a message that cannot be read');
    });

    it.each(['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'] as const)(
        'whose trap %s throws is answered all the same',
        (trap) => {
            const hostile = new Proxy(RINGING, { [trap]: throws });
            expect(decode(hostile).receivedAt).toBe(AT);
            expect(decode(message('add', hostile)).receivedAt).toBe(AT);
            expect(decode(message('change', { old: hostile, new: RINGING })).receivedAt).toBe(AT);
        }
    );

    it('may be a Proxy that behaves: it is read as what it stands for', () => {
        const wrapped = new Proxy(message('add', new Proxy(RINGING, {})), {});
        expect(decode(wrapped)).toEqual(decode(message('add', RINGING)));
    });

    it('cannot be changed through what the developer gets', () => {
        const data = { ...RINGING, attributes: { a: '1' } };
        const { attributes, ...interaction } = interactionOf(data) as { attributes: Record<string, string> };
        attributes.a = '2';
        Object.assign(interaction, { state: 'HELD' });
        expect(data).toEqual({ ...RINGING, attributes: { a: '1' } });
    });

    it('cannot speak through what it inherits', () => {
        const inherited = Object.create({ type: 'Interaction', category: 'add', data: RINGING }) as object;
        expect(reason(inherited)).toBe('no type');
        expect(reason(message('add', Object.create(RINGING)))).toBe('Interaction add without an id');
    });

    it('cannot speak through what every object inherits', () => {
        const polluted = Object.prototype as Record<string, unknown>;
        Object.assign(polluted, {
            queueName: 'Bait',
            isDone: 'odd',
            type: 'Interaction',
            category: 'add',
            old: RINGING
        });
        try {
            expect(reason({})).toBe('no type');
            const event = decode(message('connect', { id: CALL, state: 'CONNECTED' }));
            expect(Object.entries(event)).toEqual(
                Object.entries({
                    type: 'Interaction',
                    category: 'connect',
                    id: CALL,
                    receivedAt: AT,
                    interaction: { id: CALL, state: 'CONNECTED' }
                })
            );
            expect(Object.keys(decode(message('connect', { id: CALL })))).not.toContain('interaction');
        } finally {
            for (const name of ['queueName', 'isDone', 'type', 'category', 'old']) delete polluted[name];
        }
    });

    it('named as what every object inherits is only unknown', () => {
        expect(reason({ type: 'constructor' })).toBe('type "constructor" is not known');
        expect(reason(message('toString', CALL))).toBe('Interaction category "toString" is not known');
    });
});

describe('ids that are no conversation ids', () => {
    it.each(['9'.repeat(256), '__proto__', '../x', 'a b', ' '])('the developer reads why %j was not taken', (id) => {
        const event = decodeClientEvent({ type: 'Interaction', category: 'add', data: { id, state: 'CONNECTED' } }, AT);
        expect(event.type).toBe('Unknown');
    });

    it.each(['dd2480c9-c8cb-4977-b833-e3aa0b4a6233', '1234-1234-1234-1234', '9'.repeat(255)])('%s is taken', (id) => {
        const event = decodeClientEvent({ type: 'Interaction', category: 'blindTransfer', data: id }, AT);
        expect(event).toMatchObject({ type: 'Interaction', id });
    });
});

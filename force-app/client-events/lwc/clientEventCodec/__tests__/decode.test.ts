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
        const data = { status: 'ON_QUEUE', id: 'd0' };
        expect(decode({ type, category: 'status', data })).toEqual({
            type: 'UserAction',
            category: 'status',
            data,
            receivedAt: AT
        });
    });

    it('a Notification passes its data on as it came', () => {
        const data = { interactionId: CALL };
        expect(decode({ type: 'Notification', category: 'interactionSelection', data })).toEqual({
            type: 'Notification',
            category: 'interactionSelection',
            data,
            receivedAt: AT
        });
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
        [{ type: 'UserAction' }, 'UserAction without a category']
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
    it('whose fields throw is unknown', () => {
        const hostile = new Proxy(
            {},
            {
                getOwnPropertyDescriptor: () => {
                    throw new Error('boom');
                }
            }
        );
        expect(reason(hostile)).toBe('a message that cannot be read');
    });

    it('cannot speak through what it inherits', () => {
        const inherited = Object.create({ type: 'Interaction', category: 'add', data: RINGING }) as object;
        expect(reason(inherited)).toBe('no type');
        expect(reason(message('add', Object.create(RINGING)))).toBe('Interaction add without an id');
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

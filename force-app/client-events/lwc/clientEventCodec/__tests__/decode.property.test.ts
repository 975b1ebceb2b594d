import fc from 'fast-check';
import { decodeClientEvent } from 'c/clientEventCodec';
import { brittle, deepFrozen, proxied } from '../../../../../test/fakes/strangeObjects.ts';
import { AT, CALL, CONNECTED } from './messages.ts';

const word = fc.constantFrom(
    'Interaction',
    'UserActions',
    'Notification',
    'PureCloud.x',
    'add',
    'change',
    'acw',
    'status',
    'conversationTranscription',
    'chatUpdate',
    'interactionSelection',
    '__proto__',
    'constructor',
    'new',
    '\ud800',
    ''
);
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00x', CALL));
const json = fc.oneof(fc.jsonValue(), text);
const interaction = fc.dictionary(
    fc.constantFrom(
        ...Object.keys(CONNECTED),
        ...['attributes', 'new', 'old', 'messages', 'transcripts', 'status', 'interactionId', '__proto__', 'toString']
    ),
    json
);
const likeAMessage = fc.record(
    {
        type: fc.oneof(word, json),
        category: fc.oneof(word, json),
        data: fc.oneof(interaction, fc.record({ new: interaction, old: interaction }), json)
    },
    { requiredKeys: [] }
);

it('a message is not changed, and one that cannot be changed is decoded to the same event', () => {
    fc.assert(
        fc.property(likeAMessage, (message) => {
            const before = JSON.stringify(message);
            const event = decodeClientEvent(message, AT);
            expect(JSON.stringify(message)).toBe(before);
            expect(decodeClientEvent(deepFrozen(message), AT)).toEqual(event);
        })
    );
});

it('whatever arrives is decoded without an error', () => {
    fc.assert(
        fc.property(fc.oneof(likeAMessage, fc.anything({ withNullPrototype: true })), (message) => {
            const event = decodeClientEvent(deepFrozen(message), AT);
            expect(event.receivedAt).toBe(AT);
            expect(event.type === 'Interaction' && event.id.trim() === '').toBe(false);
        })
    );
});

it('a message behind a membrane of Proxies is decoded to the same event', () => {
    fc.assert(
        fc.property(likeAMessage, (message) => {
            expect(decodeClientEvent(proxied(message), AT)).toEqual(decodeClientEvent(message, AT));
        })
    );
});

it('a message whose Proxy throws at any access is answered all the same', () => {
    fc.assert(
        fc.property(likeAMessage, fc.nat(60), (message, at) => {
            expect(decodeClientEvent(brittle(message, at), AT).receivedAt).toBe(AT);
        })
    );
});

it('what all objects inherit adds nothing to an event', () => {
    const polluted = Object.prototype as Record<string, unknown>;
    const bait = { queueName: 'Bait', disposition: 5, old: CONNECTED, sub_status: 'Bait', eventTime: 'Bait' };
    fc.assert(
        fc.property(likeAMessage, (message) => {
            const before = JSON.stringify(decodeClientEvent(message, AT));
            Object.assign(polluted, bait);
            try {
                expect(JSON.stringify(decodeClientEvent(message, AT))).toBe(before);
            } finally {
                for (const name of Object.keys(bait)) delete polluted[name];
            }
        })
    );
});

it('an interaction holds only values of the types that it promises', () => {
    const sample = {
        ...CONNECTED,
        endTime: '',
        disposition: '',
        totalAcdDurationSeconds: 0,
        interactionDurationSeconds: 0
    };
    fc.assert(
        fc.property(interaction, (data) => {
            const event = decodeClientEvent({ type: 'Interaction', category: 'add', data: { ...data, id: 'x' } }, AT);
            const decoded = event.type === 'Interaction' ? (event.interaction ?? {}) : {};
            const strange = Object.entries(decoded).filter(
                ([name, value]) =>
                    name !== 'attributes' &&
                    (value === '' || typeof value !== typeof (sample as Record<string, unknown>)[name])
            );
            expect(strange).toEqual([]);
        })
    );
});

it('a reason tells nothing that a customer may have written', () => {
    // Longer than any word of the contract, and no word.
    const secret = fc.stringMatching(/^[0-9+@ ]{5,40}$/);
    fc.assert(
        fc.property(secret, fc.constantFrom('type', 'category', 'id'), (value, place) => {
            const message = { type: 'Interaction', category: 'add', data: { id: 'x y' }, [place]: value };
            if (place === 'id') message.data.id = `${value} x`;
            const event = decodeClientEvent(message, AT);
            expect(event.type === 'Unknown' && event.reason.includes(value)).toBe(false);
        })
    );
});

it('a message that went through JSON is decoded to the same event', () => {
    fc.assert(
        fc.property(likeAMessage, (message) => {
            const event = decodeClientEvent(message, AT);
            expect(decodeClientEvent(JSON.parse(JSON.stringify(message)), AT)).toEqual(
                JSON.parse(JSON.stringify(event))
            );
        })
    );
});

describe('a message of a megabyte', () => {
    const long = 'x'.repeat(1_000_000);
    const many = Array.from({ length: 30_000 }, (_, i) => ({ body: `message ${i}`, role: 'customer' }));

    it.each<[string, unknown]>([
        ['as a type', { type: long }],
        ['as a category', { type: 'Interaction', category: long, data: CALL }],
        ['as an id', { type: 'Interaction', category: 'add', data: long }]
    ])('%s is unknown, with a short reason', (_, message) => {
        const event = decodeClientEvent(message, AT);
        expect(event.type === 'Unknown' && event.reason.length < 100).toBe(true);
    });

    it('as an attribute is kept whole', () => {
        const data = { id: CALL, attributes: { long } };
        expect(decodeClientEvent({ type: 'Interaction', category: 'add', data }, AT)).toMatchObject({
            interaction: { attributes: { long } }
        });
    });

    it('as written messages is told whole', () => {
        const message = { type: 'Notification', category: 'chatUpdate', data: { messages: many } };
        expect(decodeClientEvent(message, AT)).toMatchObject({ messages: { length: many.length } });
    });

    it('as fields that no contract names is left out', () => {
        const data = Object.fromEntries([['id', CALL], ...many.map(({ body }) => [body, body])]) as object;
        expect(decodeClientEvent({ type: 'Interaction', category: 'add', data }, AT)).toEqual({
            type: 'Interaction',
            category: 'add',
            id: CALL,
            receivedAt: AT
        });
    });
});

import fc from 'fast-check';
import { decodeClientEvent } from 'c/clientEventCodec';
import { AT, CONNECTED } from './messages.ts';

const word = fc.constantFrom(
    'Interaction',
    'UserActions',
    'PureCloud.x',
    'add',
    'change',
    'acw',
    '__proto__',
    'new',
    ''
);
const json = fc.jsonValue();
const interaction = fc.dictionary(
    fc.constantFrom(...Object.keys(CONNECTED), 'attributes', 'new', 'old', '__proto__'),
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

const deepFrozen = <T>(given: T): T => {
    if (typeof given === 'object' && given !== null) Object.values(given).forEach(deepFrozen);
    return Object.freeze(given);
};

it('whatever arrives is decoded without an error and without being changed', () => {
    fc.assert(
        fc.property(fc.oneof(likeAMessage, fc.anything()), (message) => {
            const event = decodeClientEvent(deepFrozen(message), AT);
            expect(event.receivedAt).toBe(AT);
            expect(event.type === 'Interaction' && event.id.trim() === '').toBe(false);
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

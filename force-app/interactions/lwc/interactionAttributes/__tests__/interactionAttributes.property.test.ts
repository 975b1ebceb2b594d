import fc from 'fast-check';
import { ATTRIBUTES, attributesOf } from 'c/interactionAttributes';
import type { Interaction } from 'c/interactions';

const text = fc.string({ minLength: 1 });
const interaction: fc.Arbitrary<Interaction> = fc.record(
    {
        id: text,
        segment: fc.integer({ min: 1, max: 3 }),
        version: fc.nat(),
        complete: fc.boolean(),
        state: fc.constantFrom('alerting', 'dialing', 'connected', 'held', 'disconnected'),
        type: fc.constantFrom('call', 'callback', 'outboundDialing', 'chat', 'email', 'message', 'voicemail'),
        connected: fc.boolean(),
        disconnected: fc.boolean(),
        done: fc.boolean(),
        handled: fc.boolean(),
        firstSeenAt: text,
        lastSeenAt: text,
        connectedTime: text,
        endTime: text,
        queueName: text,
        acdSeconds: fc.nat(),
        participantData: fc.dictionary(
            fc.oneof(fc.string(), fc.constantFrom('__proto__', 'Participant.x', 'participant.x', 'Interaction.Url')),
            fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
        )
    },
    {
        requiredKeys: [
            'id',
            'segment',
            'version',
            'complete',
            'state',
            'type',
            'connected',
            'disconnected',
            'done',
            'handled',
            'firstSeenAt',
            'lastSeenAt'
        ]
    }
);
const CATALOGUE = new Map(ATTRIBUTES.map((row) => [row.name, row]));

it('every attribute is in the catalogue or below Participant, and never undefined', () => {
    fc.assert(
        fc.property(interaction, (one) => {
            for (const [name, value] of Object.entries(attributesOf(one))) {
                expect(CATALOGUE.has(name) || name.startsWith('Participant.')).toBe(true);
                expect(value).not.toBeUndefined();
            }
        })
    );
});

it('no value of participant data is lost', () => {
    fc.assert(
        fc.property(interaction, (one) => {
            const values = Object.values(attributesOf(one));
            const names = Object.keys(one.participantData ?? {});
            // Two spellings of one name share a place; here each name is alone.
            const alone = names.filter(
                (name) => names.filter((other) => bare(other) === bare(name)).length === 1 && !CATALOGUE.has(name)
            );
            for (const name of alone) expect(values).toContain(one.participantData?.[name]);
        })
    );
});

function bare(name: string): string {
    return name.replace(/^participant\./i, '');
}

import fc from 'fast-check';
import { ATTRIBUTES, attributesOf } from 'c/interactionAttributes';
import type { Interaction } from 'c/interactions';

const text = fc.string({ minLength: 1 });
const time = fc.oneof(text, fc.constantFrom('2026-03-02T09:00:00.000Z', '2026-03-02T09:05:00.400Z'));
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
        connectedTime: time,
        endTime: time,
        ani: text,
        calledNumber: text,
        displayAddress: text,
        remoteName: text,
        internal: fc.boolean(),
        queueName: text,
        startTime: text,
        acdSeconds: fc.nat(),
        ivrSeconds: fc.nat(),
        durationSeconds: fc.nat(),
        wrapUpCode: text,
        wrapUpSeconds: fc.nat(),
        participantId: text,
        notes: fc.string(),
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

it('nothing is invented, whatever the medium: each value was told, but for the state word and the duration', () => {
    const computed = new Set(['Call.State', 'Salesforce.CallDuration']);
    fc.assert(
        fc.property(interaction, (one) => {
            const { participantData = {}, notes, ...told } = one;
            const known = [...Object.values(told), ...Object.values(participantData), notes === '' ? null : notes];
            const invented = Object.entries(attributesOf(one)).filter(
                ([name, value]) => !computed.has(name) && !known.includes(value)
            );
            expect(invented).toEqual([]);
        })
    );
});

it('what this channel never carries is absent, whatever the medium, unless somebody set it', () => {
    const absent = ATTRIBUTES.filter(({ availability }) => availability === 'notOnThisChannel').map(({ name }) => name);
    fc.assert(
        fc.property(interaction, ({ participantData: _, ...untold }) => {
            expect(Object.keys(attributesOf(untold)).filter((name) => absent.includes(name))).toEqual([]);
        })
    );
});

it('a duration is computed only from a beginning and an end that were told', () => {
    fc.assert(
        fc.property(interaction, ({ durationSeconds: _, ...one }) => {
            const { disconnected, connectedTime, endTime } = one;
            const told = disconnected && connectedTime !== undefined && endTime !== undefined;
            const computed = Object.hasOwn(attributesOf(one), 'Salesforce.CallDuration');
            expect(computed && !told).toBe(false);
        })
    );
});

function bare(name: string): string {
    return name.replace(/^participant\./i, '');
}

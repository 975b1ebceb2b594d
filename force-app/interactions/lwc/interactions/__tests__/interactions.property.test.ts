import fc from 'fast-check';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Applied, Interaction, InteractionEvent, InteractionFacts, Ledger } from 'c/interactions';

const id = fc.constantFrom('a', 'b', '__proto__');
const at = fc.constantFrom('2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z', 'not a time');
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const facts: fc.Arbitrary<InteractionFacts> = fc.record(
    {
        state: fc.constantFrom('alerting', 'dialing', 'connected', 'held', 'disconnected'),
        type: fc.constantFrom('call', 'chat'),
        direction: fc.constantFrom('inbound', 'outbound'),
        connected: fc.boolean(),
        disconnected: fc.boolean(),
        done: fc.boolean(),
        connectedTime: at,
        endTime: at,
        queueName: fc.string(),
        acdSeconds: fc.nat(),
        wrapUpCode: fc.string(),
        participantId: fc.constantFrom('p1', 'p2'),
        participantData: fc.dictionary(fc.oneof(fc.constant('__proto__'), fc.string()), value)
    },
    { requiredKeys: [] }
);
const event: fc.Arbitrary<InteractionEvent> = fc.oneof(
    fc.record({ kind: fc.constant('described' as const), at, id, facts }),
    fc.record({ kind: fc.constant('mentioned' as const), at, id, facts }),
    fc.record({
        kind: fc.constant('transferred' as const),
        at,
        id,
        transfer: fc.constantFrom('blind' as const, 'consult' as const, 'consultCompleted' as const)
    }),
    fc.record({ kind: fc.constant('left' as const), at, id }),
    fc.record({ kind: fc.constant('noted' as const), at, id, notes: fc.string() })
);
const story = fc.array(event, { maxLength: 40 });

const deepFrozen = <T>(given: T): T => {
    if (typeof given === 'object' && given !== null) Object.values(given).forEach(deepFrozen);
    return Object.freeze(given);
};

type Step = { before: Ledger; applied: Applied };

function stepsOf(events: readonly InteractionEvent[]): Step[] {
    let before = emptyLedger();
    return events.map((one) => {
        const step = { before, applied: applyEvent(before, one) };
        before = step.applied.ledger;
        return step;
    });
}

it('any story is told without an error, and without changing what was given', () => {
    fc.assert(
        fc.property(story, (events) => {
            const tellFrozen = (ledger: Ledger, one: InteractionEvent): Ledger =>
                deepFrozen(applyEvent(ledger, deepFrozen(one)).ledger);
            expect(() => events.reduce(tellFrozen, deepFrozen(emptyLedger()))).not.toThrow();
        })
    );
});

it('a message without a change leaves the very same ledger', () => {
    const agrees = ({ before, applied }: Step): boolean =>
        (applied.ledger === before) === (applied.changes.length === 0);
    fc.assert(fc.property(story, (events) => expect(stepsOf(events).filter((step) => !agrees(step))).toEqual([])));
});

it('a version rises by one with a change and with nothing else', () => {
    const risesRightly = ({ before, applied: { interaction, changes } }: Step): boolean => {
        const known = interaction && segmentIn(before, interaction);
        return !known || interaction.version === known.version + (changes.length > 0 ? 1 : 0);
    };
    fc.assert(
        fc.property(story, (events) => expect(stepsOf(events).filter((step) => !risesRightly(step))).toEqual([]))
    );
});

it('the same message twice changes nothing the second time', () => {
    fc.assert(
        fc.property(story, event, (events, one) => {
            const [, twice] = stepsOf([...events, one, one]).slice(-2);
            expect(twice?.applied.changes).toEqual([]);
        }),
        { numRuns: 1_000 }
    );
});

it('state and flags never contradict each other', () => {
    const agrees = ({ state, connected, disconnected, done, handled }: Interaction): boolean =>
        disconnected === (state === 'disconnected') &&
        connected === (state === 'connected' || state === 'held') &&
        (handled || !connected) &&
        (disconnected || !done);
    fc.assert(
        fc.property(story, (events) => {
            const told = stepsOf(events).flatMap(({ applied }) => Object.values(applied.ledger.interactions));
            expect(told.filter((one) => !agrees(one))).toEqual([]);
        })
    );
});

it('what was handled stays handled, and what ended stays ended', () => {
    const keeps = ({ before, applied: { interaction } }: Step): boolean => {
        const known = interaction && segmentIn(before, interaction);
        return (
            !known ||
            ((interaction.handled || !known.handled) &&
                (interaction.disconnected || !known.disconnected) &&
                (interaction.done || !known.done))
        );
    };
    fc.assert(fc.property(story, (events) => expect(stepsOf(events).filter((step) => !keeps(step))).toEqual([])));
});

function segmentIn(ledger: Ledger, { id: of, segment }: Interaction): Interaction | undefined {
    const all = [...Object.values(ledger.interactions), ...ledger.earlier];
    return all.find((one) => one.id === of && one.segment === segment);
}

import fc from 'fast-check';
import { applyEvent, emptyLedger, quietSince } from 'c/interactions';
import type { Applied, Interaction, InteractionEvent, InteractionFacts, Ledger } from 'c/interactions';

const id = fc.constantFrom('a', 'b', '__proto__');
const at = fc.constantFrom('2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z', 'not a time');
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const facts: fc.Arbitrary<InteractionFacts> = fc.record(
    {
        state: fc.constantFrom('alerting', 'dialing', 'connected', 'held', 'disconnected'),
        type: fc.constantFrom('call', 'chat', 'callback', 'outboundDialing', 'email', 'message', 'voicemail'),
        internal: fc.boolean(),
        ani: fc.constantFrom('one', 'two'),
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
    fc.record({ kind: fc.constantFrom('left' as const, 'phoneStarted' as const, 'dismissed' as const), at, id }),
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
    const agrees = (one: Interaction): boolean =>
        !(one.disconnected && (one.consulting || one.doubtedSince !== undefined)) && flagsAgree(one);
    const flagsAgree = ({ state, connected, disconnected, done, handled }: Interaction): boolean =>
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

it('several interactions at once end as each of them would alone', () => {
    const about = (ledger: Ledger, of: string): unknown => [
        Object.hasOwn(ledger.interactions, of) ? ledger.interactions[of] : undefined,
        ledger.earlier.filter((segment) => segment.id === of)
    ];
    const endOf = (events: readonly InteractionEvent[]): Ledger =>
        events.reduce((ledger, one) => applyEvent(ledger, one).ledger, emptyLedger());
    fc.assert(
        fc.property(story, (events) => {
            const together = endOf(events);
            for (const one of ['a', 'b', '__proto__']) {
                const alone = endOf(events.filter((each) => each.id === one));
                expect(about(together, one)).toEqual(about(alone, one));
            }
        })
    );
});

it('no consult message, however late, often or out of order, brings back a call that is over', () => {
    const colleague: fc.Arbitrary<InteractionFacts> = fc.record(
        {
            state: fc.constantFrom('dialing', 'connected', 'held', 'disconnected'),
            internal: fc.boolean(),
            ani: fc.constantFrom('one', 'two'),
            connectedTime: fc.constantFrom('2026-03-02T09:01:00.000Z', '2026-03-02T09:02:00.000Z')
        },
        { requiredKeys: ['state'] }
    );
    const consult: fc.Arbitrary<InteractionEvent> = fc.oneof(
        event.filter((one) => one.kind === 'transferred').map((one) => ({ ...one, id: 'a' })),
        fc.record({
            kind: fc.constantFrom('described' as const, 'mentioned' as const),
            at,
            id: fc.constant('a'),
            facts: colleague.map((facts) => ({ ...facts, direction: 'outbound' as const }))
        })
    );
    const call = (facts: InteractionFacts): InteractionEvent => ({
        kind: 'described',
        at: '2026-03-02T09:00:00.000Z',
        id: 'a',
        facts: { direction: 'inbound', internal: false, connectedTime: '2026-03-02T09:00:00.000Z', ...facts }
    });
    const over = call({ state: 'disconnected', done: true, endTime: '2026-03-02T09:05:00.000Z' });
    const few = fc.array(consult, { maxLength: 6 });
    fc.assert(
        fc.property(few, few, fc.boolean(), (during, late, ends) => {
            const talking = call({ state: 'connected' });
            const events = ends ? [talking, ...during, over, ...late] : [...during, over, ...late];
            const { interactions } = stepsOf(events).at(-1)?.applied.ledger ?? emptyLedger();
            expect(interactions.a).toMatchObject({ disconnected: true });
        })
    );
});

it('what is stale is told by the time of the last news, never by an end that nobody heard of', () => {
    fc.assert(
        fc.property(story, at, (events, now) => {
            const told = Object.values(stepsOf(events).at(-1)?.applied.ledger.interactions ?? {});
            for (const one of told) expect([undefined, one.lastSeenAt]).toContain(quietSince(one, now));
        })
    );
});

it('putting away or doubting changes nothing that is saved to Salesforce', () => {
    const aside = fc.constantFrom('phoneStarted' as const, 'dismissed' as const);
    fc.assert(
        fc.property(story, aside, at, id, (events, kind, time, of) => {
            const [before, after] = [events, [...events, { kind, at: time, id: of }]].map(
                (all) => stepsOf(all).at(-1)?.applied.ledger.interactions ?? {}
            );
            const saved = (given: Record<string, Interaction> = {}): unknown =>
                Object.values(given).map(({ version: _v, dismissed: _d, doubtedSince: _s, ...others }) => others);
            expect(saved(after)).toEqual(saved(before));
        })
    );
});

function segmentIn(ledger: Ledger, { id: of, segment }: Interaction): Interaction | undefined {
    const all = [...Object.values(ledger.interactions), ...ledger.earlier];
    return all.find((one) => one.id === of && one.segment === segment);
}

import fc from 'fast-check';
import { createGenesysTransport } from 'c/genesysTransport';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Ledger } from 'c/interactions';
import { CALL, fakeConnection, NOW } from './fakeConnection.ts';
import { RECORDED_CALL } from './recordedCall.ts';

function ledgerAfter(messages: readonly object[]): Ledger {
    const connection = fakeConnection();
    let ledger = emptyLedger();
    createGenesysTransport(connection, () => NOW).events((event) => {
        ledger = applyEvent(ledger, event).ledger;
    });
    messages.forEach((message) => connection.says(message));
    return ledger;
}

/** The same call under another conversation id. */
const callOf = (id: string): object[] =>
    RECORDED_CALL.map((message) => JSON.parse(JSON.stringify(message).replaceAll(CALL, id)) as object);

/** Puts the lists together in one of the orders in which each keeps its own. */
const shuffled = (...lists: readonly (readonly object[])[]): fc.Arbitrary<object[]> => {
    const turns = lists.flatMap((list, i) => list.map(() => i));
    return fc.shuffledSubarray(turns, { minLength: turns.length }).map((order) => {
        const rest = lists.map((list) => [...list]);
        return order.flatMap((i) => rest[i]?.splice(0, 1) ?? []);
    });
};

it('several calls at once, their messages in any order, each end as the recorded one', () => {
    const ids = ['one', 'two', 'three'];
    const alone = ids.map((id) => ledgerAfter(callOf(id)).interactions[id]);
    fc.assert(
        fc.property(shuffled(...ids.map(callOf)), (messages) => {
            const { interactions } = ledgerAfter(messages);
            expect(ids.map((id) => interactions[id])).toEqual(alone);
        })
    );
});

const said = fc.record({
    utteranceId: fc.option(fc.string(), { nil: undefined }),
    channel: fc.constantFrom('EXTERNAL', 'INTERNAL', 'OTHER'),
    alternatives: fc.array(fc.record({ transcript: fc.string() }), { maxLength: 2 })
});
const id = fc.constantFrom(CALL, 'other', '');
const beside: fc.Arbitrary<object> = fc.oneof(
    fc.record({
        type: fc.constant('Notification'),
        category: fc.constantFrom('conversationTranscription', 'ConversationTranscription'),
        data: fc.record({
            id,
            transcripts: fc.array(said, { maxLength: 3 }),
            status: fc.constantFrom('SESSION_ENDED', '')
        })
    }),
    fc.record({
        type: fc.constant('Notification'),
        category: fc.constant('interactionSelection'),
        data: fc.oneof(fc.record({ interactionId: id }), fc.constant({}), fc.constant(null))
    }),
    fc.record({
        type: fc.constant('Notification'),
        category: fc.constantFrom('chatUpdate', 'messageUpdate'),
        data: fc.record({ messages: fc.array(fc.record({ role: fc.string(), body: fc.string() })) })
    }),
    fc.record({
        type: fc.constantFrom('UserAction', 'UserActions'),
        category: fc.constantFrom('status', 'routingStatus', 'station', 'logout'),
        data: fc.oneof(fc.record({ status: fc.string(), id }), fc.string(), fc.constant(undefined))
    }),
    fc.record({
        type: fc.constantFrom('PureCloud.Interaction.updateState', 'PureCloud.Interaction.addCustomAttributes'),
        data: fc.record({ id, action: fc.constantFrom('hold', 'disconnect') })
    })
);

it('words, selections, statuses and echoes between the messages change nothing of a call (T22)', () => {
    const undisturbed = ledgerAfter(RECORDED_CALL);
    fc.assert(
        fc.property(
            fc.array(beside, { maxLength: 20 }).chain((noise) => shuffled(RECORDED_CALL, noise)),
            (messages) => expect(ledgerAfter(messages)).toEqual(undisturbed)
        )
    );
});

it('consult messages in every shape, between, twice and behind the end, leave one call that is over (T6, T9, T10)', () => {
    const consult: fc.Arbitrary<object> = fc.record(
        {
            type: fc.constantFrom('Interaction', ''),
            category: fc.constantFrom('consultTransfer', 'CONSULTTRANSFER', 'completeConsultTransfer', 'ConsultCall'),
            data: fc.constantFrom<unknown>(CALL, { id: CALL }, { new: { id: CALL } }, null)
        },
        { requiredKeys: ['category', 'data'] }
    );
    fc.assert(
        fc.property(
            fc.array(consult, { maxLength: 8 }).chain((consults) => shuffled(RECORDED_CALL, consults)),
            (messages) => {
                const { interactions, earlier } = ledgerAfter(messages);
                expect(Object.keys(interactions)).toEqual([CALL]);
                expect(earlier).toEqual([]);
                expect(interactions[CALL]).toMatchObject({ disconnected: true, done: true, handled: true });
                expect(interactions[CALL]).not.toHaveProperty('consulting');
            }
        )
    );
});

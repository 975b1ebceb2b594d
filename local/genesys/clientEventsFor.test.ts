import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clientEventsFor } from './clientEventsFor.ts';
import type { InteractionSnapshot } from './clientEventsFor.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { describeInteraction } from './describeInteraction.ts';

const AT = Date.parse('2026-03-02T09:00:00.000Z');

const agent: AgentParticipant = {
    id: 'b6f1e1a4-63ce-4f7e-8d39-0f7f1e0a1c01',
    communicationId: 'b6f1e1a4-63ce-4f7e-8d39-0f7f1e0a1c02',
    userName: 'agent',
    userLabel: 'Ada Agent',
    state: 'alerting',
    muted: false,
    securePause: false,
    offeredAt: AT,
    offeredBy: 'queue',
    timesKnown: false,
    queueTimeKnown: false,
    recordingDropped: false,
    queueName: 'Claims'
};
const conversation: Conversation = {
    id: '0c9d7b8e-41ab-4a8b-a5b6-1b1cf6d8a001',
    medium: 'call',
    direction: 'Inbound',
    caller: { number: '+442079460018', name: 'Bristol' },
    calledNumber: '+442079460123',
    startedAt: AT - 9000,
    ivrSeconds: 7,
    farEnd: 'connected',
    participantData: {},
    agents: []
};
const seen = (
    changes: Partial<AgentParticipant> = {},
    call: Partial<Conversation> = {},
    attributes: 'carried' | 'absent' = 'absent'
): InteractionSnapshot => {
    const participant = { ...agent, ...changes };
    return {
        interaction: describeInteraction({ ...conversation, ...call }, participant, attributes),
        consulting: participant.consults !== undefined,
        ...(participant.leftBy === undefined ? {} : { leftBy: participant.leftBy })
    };
};
const connected = { state: 'connected', connectedAt: AT + 5000, timesKnown: true } as const;
const ended = { ...connected, state: 'disconnected', endedAt: AT + 65_400 } as const;
const categories = (before: InteractionSnapshot | undefined, after: InteractionSnapshot): readonly string[] =>
    clientEventsFor(before, after).map((message) => ('category' in message ? message.category : message.type));

describe("the agent's client says", () => {
    test('add when a call rings, without a start time', () => {
        const [message] = clientEventsFor(undefined, seen());
        assert.ok(message?.type === 'Interaction' && message.category === 'add');
        assert.equal(message.data.state, 'ALERTING');
        assert.equal(message.data.phone, 'tel:+442079460018');
        assert.ok(!('startTime' in message.data));
    });

    test('a change that changes nothing when it repeats itself (T8)', () => {
        const [message, ...more] = clientEventsFor(seen(), seen());
        assert.ok(message?.type === 'Interaction' && message.category === 'change');
        assert.deepEqual(message.data.old, message.data.new);
        assert.deepEqual(more, []);
    });

    test('late facts in old and new at once (T8)', () => {
        const [message] = clientEventsFor(seen(), seen({ timesKnown: true }));
        assert.ok(message?.type === 'Interaction' && message.category === 'change');
        assert.equal(message.data.old.startTime, '2026-03-02T08:59:51.000Z');
        assert.deepEqual(message.data.old, message.data.new);
    });

    test('change, then connect, when the agent answers', () => {
        assert.deepEqual(categories(seen(), seen(connected)), ['change', 'connect']);
    });

    test('held calls as connected', () => {
        const [message] = clientEventsFor(seen(connected), seen({ ...connected, state: 'held' }));
        assert.ok(message?.type === 'Interaction' && message.category === 'change');
        assert.deepEqual([message.data.new.state, message.data.new.isConnected], ['HELD', true]);
    });

    test('disconnect with wrap-up open when a queue call ends (T20)', () => {
        const [message, ...more] = clientEventsFor(seen(connected), seen(ended));
        assert.ok(message?.type === 'Interaction' && message.category === 'disconnect');
        assert.deepEqual([message.data.isDisconnected, message.data.isDone], [true, false]);
        assert.equal(message.data.interactionDurationSeconds, 60);
        assert.deepEqual(more, []);
    });

    test('disconnect without wrap-up for a call of no queue', () => {
        const [message] = clientEventsFor(seen(connected), seen({ ...ended, queueName: undefined }));
        assert.ok(message?.type === 'Interaction' && message.category === 'disconnect');
        assert.equal(message.data.isDone, true);
    });

    test('acw with the code and its seconds when wrap-up is finished', () => {
        const [message] = clientEventsFor(
            seen(ended),
            seen({ ...ended, wrapUpCode: 'Complaint', doneAt: AT + 82_000 })
        );
        assert.ok(message?.type === 'Interaction' && message.category === 'acw');
        assert.deepEqual(
            [message.data.isDone, message.data.disposition, message.data.dispositionDurationSeconds],
            [true, 'Complaint', 17]
        );
    });

    test('nothing more when wrap-up is finished', () => {
        const done = seen({ ...ended, wrapUpCode: 'Complaint', doneAt: AT + 82_000 });
        assert.deepEqual(clientEventsFor(done, done), []);
    });

    test('the bare id when the agent passes the call on blindly', () => {
        const [first, second] = clientEventsFor(seen(connected), seen({ ...ended, leftBy: 'blind' }));
        assert.deepEqual(first, { type: 'Interaction', category: 'blindTransfer', data: conversation.id });
        assert.ok(second && 'category' in second && second.category === 'disconnect');
    });

    test('the bare id when a consult begins, an object when it is concluded (T6)', () => {
        const consulting = seen({ ...connected, state: 'held', consults: { who: 'outside', answered: false } });
        assert.deepEqual(categories(seen(connected), consulting), ['consultTransfer', 'change']);
        const [concluded] = clientEventsFor(consulting, seen({ ...ended, leftBy: 'consult' }));
        assert.deepEqual(concluded, {
            type: 'Interaction',
            category: 'completeConsultTransfer',
            data: { id: conversation.id }
        });
    });

    test('an outbound call with bare digits and the agent as caller (T13)', () => {
        const { interaction } = seen({ state: 'contacting' }, { direction: 'Outbound' });
        assert.deepEqual(
            [interaction.state, interaction.phone, interaction.ani, interaction.displayAddress],
            ['CONTACTING', '442079460018', 'Ada Agent', '+442079460018']
        );
    });

    test('participant data with its prefix, beside what the package adds (T12)', () => {
        const { interaction } = seen({}, { participantData: { claim: 'C-7', vip: true, note: null } }, 'carried');
        const { 'Interaction.Url': url, ...attributes } = interaction.attributes ?? {};
        assert.match(String(url), /0c9d7b8e-41ab-4a8b-a5b6-1b1cf6d8a001$/);
        assert.deepEqual(attributes, {
            'Salesforce.ParticipantId': agent.id,
            'Participant.claim': 'C-7',
            'Participant.vip': true,
            'Participant.note': null
        });
    });

    test('a secure pause as a paused recording', () => {
        const { interaction } = seen({ ...connected, securePause: true });
        assert.deepEqual([interaction.securePause, interaction.recordingState], [true, 'paused']);
    });

    test('nothing about mute: it cannot be read back', () => {
        assert.deepEqual(seen({ ...connected, muted: true }), seen(connected));
    });
});

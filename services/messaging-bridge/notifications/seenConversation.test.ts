import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { customersMessages, hasEnded, messagesOut, seenIn, servingAgent } from './seenConversation.ts';
import type { SeenConversation } from './seenConversation.ts';

const message = (id: string, messageTime: string, more: object = {}): object => ({
    message: { id },
    messageTime,
    messageStatus: 'received',
    messageMetadata: { type: 'Text' },
    ...more
});

const agent = (id: string, state: string, more: object = {}): object => ({
    id,
    purpose: 'agent',
    state,
    user: { id: `user-${id}` },
    messages: [],
    ...more
});

const seen = (...participants: object[]): SeenConversation =>
    seenIn({ id: 'c', participants }) ?? assert.fail('it is a conversation');

test('a customer’s messages are read oldest first, from each of the customer’s parts, with those that say nothing marked', () => {
    const typing = { messageMetadata: { type: 'Event', events: [{ eventType: 'Typing', subType: 'Off' }] } };
    const conversation = seen(
        {
            purpose: 'customer',
            messages: [
                message('two', '2026-11-02T09:00:02Z'),
                message('typed', '2026-11-02T09:00:03Z', typing),
                { messageTime: '2026-11-02T09:00:00Z' }
            ]
        },
        agent('a', 'connected', { messages: [message('answer', '2026-11-02T09:00:02Z', { messageStatus: 'READ' })] }),
        { purpose: 'external', messages: [message('one', '2026-11-02T09:00:01Z')] }
    );
    assert.deepEqual(
        customersMessages(conversation).map(({ id, isEvent, typing: types }) => [id, isEvent, types]),
        [
            ['one', false, undefined],
            ['two', false, undefined],
            ['typed', true, 'stopped']
        ]
    );
    assert.deepEqual(
        messagesOut(conversation).map(({ id, status }) => [id, status]),
        [['answer', 'read']]
    );
});

test('a conversation is read alike from a notification and from an answer of the API', () => {
    const own = { messageTime: '2026-11-02T09:00:01Z', messageStatus: 'sent' };
    const told = seen({ purpose: 'agent', state: 'connected', messages: [{ message: { id: 'm' }, ...own }] });
    const asked = seen({ purpose: 'agent', state: 'connected', messages: [{ messageId: 'm', ...own }] });
    assert.deepEqual(told, asked);
});

test('a rep serves before another agent, who came last before who came first, and nobody who rings or listens in', () => {
    const reps = new Set(['user-rep']);
    const serving = (...participants: object[]): string | undefined => servingAgent(seen(...participants), reps)?.id;
    assert.equal(serving(agent('rep', 'connected'), agent('b', 'connected')), 'rep');
    assert.equal(serving(agent('a', 'connected'), agent('b', 'connected')), 'b');
    assert.equal(serving(agent('a', 'connected'), agent('rep', 'alerting')), 'a');
    assert.equal(
        serving(agent('a', 'disconnected'), agent('b', 'connected', { monitoredParticipantId: 'a' })),
        undefined
    );
    assert.equal(serving({ purpose: 'workflow', state: 'connected' }), undefined);
});

test('a conversation has ended when nobody is in it any more', () => {
    assert.equal(hasEnded(seen({ purpose: 'customer', state: 'connected' }, agent('a', 'disconnected'))), false);
    assert.equal(hasEnded(seen({ purpose: 'customer', state: 'disconnected' }, agent('a', 'terminated'))), true);
    assert.equal(hasEnded(seen()), false, 'nothing is told of anybody');
});

test('whatever arrives, it is a conversation or none, and nothing is thrown', () => {
    assert.equal(seenIn('text'), undefined);
    assert.equal(seenIn({ participants: [] }), undefined);
    fc.assert(
        fc.property(fc.object({ key: fc.constantFrom('id', 'participants', 'messages', 'state', 'user') }), (given) => {
            const read = seenIn(given);
            if (read !== undefined) assert.ok(Array.isArray(customersMessages(read)));
        })
    );
});

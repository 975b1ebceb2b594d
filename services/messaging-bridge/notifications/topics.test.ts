import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, topicsFor } from './topics.ts';

const queue = { topology: 'genesysChannel', channelAddress: 'a', messenger: 'other', queueId: 'q1' } as const;
const far = {
    topology: 'openMessaging',
    channelAddress: 'b',
    messenger: 'other',
    integrationId: 'i',
    webhookSecret: { env: 'X' }
} as const;
const rep = { salesforceUserId: '005', genesysUserId: 'u1' };

test('an operator whose customers come by a queue has the bridge listen to it and to the reps', () => {
    assert.deepEqual(topicsFor([far, queue], [rep, rep]), [
        'v2.routing.queues.q1.conversations.messages',
        'v2.users.u1.conversations.messages'
    ]);
});

test('an operator all of whose channels are open messaging has it listen to nothing', () => {
    assert.deepEqual(topicsFor([far], [rep]), []);
});

test('an operator with more reps than a channel takes has several channels', () => {
    const topics = Array.from({ length: 2_001 }, (_, at) => `t${at}`);
    assert.deepEqual(
        groupsOf(topics).map(({ length }) => length),
        [1_000, 1_000, 1]
    );
    assert.deepEqual(groupsOf(topics).flat(), topics);
    assert.deepEqual(groupsOf([]), []);
});

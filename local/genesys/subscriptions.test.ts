import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientMessage } from './clientMessage.ts';
import { createSubscriptions } from './subscriptions.ts';

const chat: ClientMessage = { type: 'Notification', category: 'chatUpdate', data: { messages: [] } };
const selection: ClientMessage = { type: 'Notification', category: 'interactionSelection', data: {} };
const routing: ClientMessage = { type: 'UserAction', category: 'routingStatus', data: 'IDLE' };

describe('a page of the phone', () => {
    test('tells a chat only when somebody asked for it', () => {
        const subscriptions = createSubscriptions();
        assert.equal(subscriptions.wants(chat), false);
        subscriptions.take({ type: 'Notification', categories: ['messageUpdate'] });
        assert.equal(subscriptions.wants(chat), false);
        subscriptions.take({ type: 'Notification', categories: ['chatUpdate'] });
        assert.equal(subscriptions.wants(chat), true);
    });

    test('takes a subscription in any case, and twice', () => {
        const subscriptions = createSubscriptions();
        subscriptions.take({ type: 'notification', categories: ['CHATUPDATE'] });
        subscriptions.take({ type: 'notification', categories: ['CHATUPDATE'] });
        assert.equal(subscriptions.wants(chat), true);
    });

    test('keeps what was asked for when something else is asked for', () => {
        const subscriptions = createSubscriptions();
        subscriptions.take({ type: 'Notification', categories: ['chatUpdate'] });
        subscriptions.take({ type: 'Notification', categories: ['conversationTranscription'] });
        assert.equal(subscriptions.wants(chat), true);
    });

    test('tells the selection, the status and the calls to everybody', () => {
        const { wants } = createSubscriptions();
        assert.deepEqual([wants(selection), wants(routing)], [true, true]);
    });

    for (const odd of [null, 7, {}, { type: 'Notification' }, { type: 7, categories: ['chatUpdate'] }]) {
        test(`takes nothing from ${JSON.stringify(odd)}`, () => {
            const subscriptions = createSubscriptions();
            subscriptions.take(odd);
            assert.equal(subscriptions.wants(chat), false);
        });
    }
});

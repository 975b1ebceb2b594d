import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptsIn } from './receipts.ts';
import { seenIn } from './seenConversation.ts';

test('a rep is told of what was read and of what failed, and not of what is only under way or came in', () => {
    const messages = (...statuses: string[]) =>
        statuses.map((messageStatus) => ({
            messageId: messageStatus,
            messageStatus,
            messageTime: '2026-11-02T09:00:00Z'
        }));
    const seen = seenIn({
        id: 'c',
        participants: [
            { purpose: 'customer', messages: messages('read', 'received') },
            { purpose: 'agent', messages: messages('queued', 'sent', 'delivery-success', 'read', 'failed') },
            { purpose: 'agent', messages: messages('delivery-failed', 'removed', 'published') }
        ]
    });
    assert.deepEqual(
        receiptsIn(seen ?? assert.fail(), 7).map(({ body, key }) => [key, body]),
        [
            ['read', 'Read'],
            ['failed', 'Failed'],
            ['delivery-failed', 'Failed']
        ].map(([messageId, status]) => [
            `genesysReceipt:${status}:${messageId}`,
            { genesysConversationId: 'c', messageId, status, at: 7 }
        ])
    );
});

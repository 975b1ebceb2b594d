import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationNamed } from '@switchboard/genesys-api';

test('options go to the customer as text: what sends a message has no form for them', () => {
    const bodyOf = (name: string): string[] =>
        (operationNamed(name)?.params ?? []).filter((param) => param.in === 'body').map((param) => param.name);
    // A template is an answer that an admin has written beforehand; its options are fixed there.
    assert.deepEqual(bodyOf('post_message_communication_messages').toSorted(), [
        'mediaIds',
        'messagingTemplate',
        'textBody'
    ]);
    // Of the content elements the vendor's model has attachments only.
    assert.deepEqual(bodyOf('post_message_inbound_open_message').toSorted(), [
        'channel',
        'content',
        'metadata',
        'text'
    ]);
});

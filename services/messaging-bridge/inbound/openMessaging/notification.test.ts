import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHANNEL } from './channelForTests.ts';
import { notificationIn } from './notification.ts';

const said = (more: object): object => ({
    id: 'message-1',
    channel: CHANNEL,
    type: 'Text',
    direction: 'Outbound',
    ...more
});
const contentOf = (more: object): unknown => {
    const read = notificationIn(said(more), 0);
    return read?.kind === 'message' ? read.content : read;
};

test('a text is read with whom it is for and when it was said', () => {
    assert.deepEqual(notificationIn(said({ text: 'Good morning' }), 0), {
        kind: 'message',
        messageId: 'message-1',
        to: 'conversation-1',
        at: Date.parse('2026-11-22T08:00:00.000Z'),
        content: { text: 'Good morning' }
    });
});

test('a rep gets the files of a message, and the words beside them', () => {
    const attachment = {
        id: 'media-1',
        mediaType: 'Image',
        url: 'https://api-downloads.mypurecloud.de/media/1',
        mime: 'image/png',
        filename: 'receipt.png',
        contentSizeBytes: 120
    };
    assert.deepEqual(contentOf({ text: 'Here', content: [{ contentType: 'Attachment', attachment }] }), {
        text: 'Here',
        files: [{ url: attachment.url, name: 'receipt.png', mimeType: 'image/png', bytes: 120 }]
    });
});

test('options and cards are read as lines, and what has no text is named', () => {
    const content = [
        { contentType: 'QuickReply', quickReply: { text: 'Yes', payload: 'y' } },
        { contentType: 'QuickReply', quickReply: { text: 'No', payload: 'n' } },
        { contentType: 'Card', card: { title: 'A card', description: 'of two lines', actions: [{ text: 'Open' }] } }
    ];
    assert.deepEqual(contentOf({ type: 'Structured', text: 'Shall I?', content }), {
        text: 'Shall I?\nYes\nNo\nA card\nof two lines\nOpen'
    });
    assert.deepEqual(contentOf({ type: 'Story', content: [{ contentType: 'Story', story: {} }] }), {
        text: '[A message of the kind Story, which has no text.]'
    });
});

test('typing, receipts and other events are told apart', () => {
    const event = (typing: object): unknown =>
        notificationIn(said({ type: 'Event', events: [{ eventType: 'Typing', typing }] }), 0);
    const common = { to: 'conversation-1', messageId: 'message-1' };
    assert.deepEqual(event({ type: 'On', duration: 5_000 }), { kind: 'typing', ...common, isTyping: true });
    assert.deepEqual(event({ type: 'Off' }), { kind: 'typing', ...common, isTyping: false });
    assert.deepEqual(notificationIn(said({ type: 'Receipt', status: 'Read' }), 0), {
        kind: 'receipt',
        ...common,
        status: 'Read'
    });
    assert.deepEqual(notificationIn(said({ type: 'Event', events: [{ eventType: 'CoBrowse' }] }), 0), {
        kind: 'nothing'
    });
    assert.deepEqual(notificationIn(said({ direction: 'Inbound' }), 0), { kind: 'nothing' });
});

test('whatever Genesys Cloud tells, reading it throws nothing and takes no member of a prototype', () => {
    const members = fc.oneof(fc.constantFrom('id', 'type', 'text', 'content', 'channel', 'events'), fc.string());
    const anything = fc.anything({ key: members, maxDepth: 5 });
    fc.assert(
        fc.property(anything, fc.dictionary(members, anything), (one, more) => {
            notificationIn(one, 0);
            notificationIn({ ...said({ text: 'x' }), ...more }, 0);
        })
    );
    assert.equal(notificationIn({ type: 'Text', id: 'm', channel: { to: {} } }, 0), undefined);
    assert.equal(notificationIn('text', 0), undefined);
});

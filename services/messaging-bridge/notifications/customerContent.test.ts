import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { customerContent } from './customerContent.ts';

const TIME = '2026-11-02T09:00:00.000Z';

const read = (normalizedMessage: object, more: object = {}) =>
    customerContent({
        id: 'm',
        direction: 'inbound',
        fromAddress: 'otto',
        timestamp: TIME,
        normalizedMessage,
        ...more
    });

test('a rep reads the text of a customer, from whom it is, and when it was written', () => {
    assert.deepEqual(read({ text: 'Hello' }), { customer: 'otto', at: Date.parse(TIME), content: { text: 'Hello' } });
    assert.equal(read({}, { textBody: 'older form' })?.content.text, 'older form');
});

test('a customer without an address in the message is the one of the conversation; a message without either is nobody’s', () => {
    const data = { direction: 'inbound', normalizedMessage: { text: 'Hi', channel: { from: { id: 'in-channel' } } } };
    assert.equal(customerContent(data)?.customer, 'in-channel');
    assert.equal(customerContent({ normalizedMessage: { text: 'Hi' } }, '+61491570006')?.customer, '+61491570006');
    assert.equal(customerContent({ normalizedMessage: { text: 'Hi' } }), undefined);
});

test('a message that went out is not taken for one of the customer', () => {
    assert.equal(read({ text: 'Hi' }, { direction: 'outbound' }), undefined);
    assert.equal(read({ text: 'Hi', direction: 'Outbound' }, { direction: undefined }), undefined);
});

test('a rep gets each file with its name, kind and size, and no file without an address', () => {
    const attachment = {
        id: 'a',
        url: 'https://files.example/a',
        filename: 'a.png',
        mime: 'image/png',
        contentSizeBytes: 7
    };
    const content = [
        { contentType: 'Attachment', attachment },
        { contentType: 'Attachment', attachment: { id: 'b', url: 'https://files.example/b' } },
        { contentType: 'Attachment', attachment: { id: 'c' } }
    ];
    assert.deepEqual(read({ content })?.content, {
        files: [
            { url: 'https://files.example/a', name: 'a.png', mimeType: 'image/png', bytes: 7 },
            { url: 'https://files.example/b' }
        ]
    });
});

test('a rep reads which option a customer chose, and of which message', () => {
    const buttonResponse = { type: 'Button', text: 'Yes, please', payload: 'yes', originatingMessageId: 'question' };
    const pressed = read({ type: 'Structured', content: [{ contentType: 'ButtonResponse', buttonResponse }] });
    assert.deepEqual(pressed?.content.choice, { optionIdentifier: 'yes', title: 'Yes, please' });
    assert.equal(pressed?.answered, 'question');
    const quick = read({ content: [{ contentType: 'QuickReply', quickReply: { text: 'No', payload: 'no' } }] });
    assert.deepEqual(quick?.content.choice, { optionIdentifier: 'no', title: 'No' });
});

test('a rep knows of what cannot be shown, and of a message that is gone', () => {
    assert.match(read({ content: [{ contentType: 'Location', location: {} }] })?.content.text ?? '', /Location/);
    assert.match(read({ text: ' ' })?.content.text ?? '', /without a text/);
    assert.match(customerContent(undefined, 'otto')?.content.text ?? '', /no longer shows/);
});

test('whatever Genesys Cloud answers, it is a message with something in it or none', () => {
    fc.assert(
        fc.property(
            fc.object({ key: fc.constantFrom('normalizedMessage', 'content', 'text', 'attachment', 'url') }),
            (data) => {
                const { content } = customerContent(data, 'otto') ?? assert.fail('an inbound message is one');
                assert.ok(content.text !== undefined || content.files !== undefined || content.choice !== undefined);
            }
        )
    );
});

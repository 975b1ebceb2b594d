import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Accepted } from '../org/interactionService/service.ts';
import type { Conversation } from '../org/interactionService/state.ts';
import { repView } from './repView.ts';
import type { RepConversation, RepMessage } from './repView.ts';

const CONVERSATION: Conversation = {
    id: 'conversation',
    channelAddress: 'address',
    customer: 'edna-77',
    sessions: [
        {
            workItemId: '0Mw000000000001',
            status: 'Active',
            work: [
                { id: '0Bz1', userId: '005000000000001', status: 'Closed' },
                { id: '0Bz2', userId: '005000000000002', status: 'Opened' },
                { id: '0Bz3', userId: '005000000000003', status: 'Assigned' }
            ]
        }
    ]
};
const WRITTEN: RepMessage = { id: 'entry', conversation: 'conversation', at: 5, text: 'It comes tomorrow.' };

let number = 0;
const call = (name: string, body: object, more: Partial<Accepted> = {}): Accepted => ({
    at: (number += 1),
    call: name,
    channel: 'Messaging',
    requestId: `request-${number}`,
    body,
    answer: { success: true },
    ...more
});
const fromCustomer = (payload: object): Accepted =>
    call('POST /interactions', {
        to: 'address',
        from: 'edna-77',
        interactions: [{ interactionType: 'EntryInteraction', payload }]
    });
const says = (content: object): Accepted => fromCustomer({ entryType: 'Message', abstractMessage: content });
const failed = (errorCode: string): Accepted =>
    fromCustomer({
        entryType: 'MessageDeliveryFailed',
        failedConversationEntryIdentifier: 'entry',
        errorCode,
        errorMessage: 'It was refused.'
    });
const receipt = (acknowledgementType: string): Accepted =>
    call('POST /acknowledgement', {
        conversationIdentifier: 'conversation',
        acknowledgements: [{ acknowledgementType, acknowledgedConversationEntryIdentifier: 'entry' }]
    });

function seen(...accepted: Accepted[]): RepConversation {
    return seenAt(number, ...accepted);
}
function seenAt(now: number, ...accepted: Accepted[]): RepConversation {
    const [only] = repView({
        conversations: [CONVERSATION],
        accepted,
        written: [WRITTEN],
        labelOf: () => 'Ada Agent',
        now
    });
    assert.ok(only);
    return only;
}
const stateAfter = (...accepted: Accepted[]) => seen(...accepted).lines.find(({ by }) => by === 'rep')?.state;

test('a rep reads what the customer wrote, chose and sent, and nothing of other conversations', () => {
    number = 10;
    const { lines } = seen(
        says({ staticContent: { formatType: 'Text', text: 'Is it late?' } }),
        says({ choicesResponse: { selectedOptions: [{ optionIdentifier: 'a', optionTitle: { title: 'Red' } }] } }),
        says({ choicesResponse: { selectedOptions: [{ optionIdentifier: 'b' }] } }),
        call(
            'POST /interactions',
            { to: 'address', from: 'edna-77', interactions: [{ interactionType: 'AttachmentInteraction' }] },
            { file: { name: 'parcel.png', mimeType: 'image/png', bytes: new Uint8Array(1) } }
        ),
        call('POST /interactions', { to: 'address', from: 'somebody else', interactions: [{ payload: {} }] })
    );
    assert.deepEqual(
        lines.map(({ by, file, text }) => [by, file?.name ?? text]),
        [
            ['rep', 'It comes tomorrow.'],
            ['customer', 'Is it late?'],
            ['customer', 'Red'],
            ['customer', 'b'],
            ['customer', 'parcel.png']
        ]
    );
});

test('a rep sees how far a message has come, and a receipt counts more than a failure', () => {
    assert.equal(stateAfter(), 'sent');
    assert.equal(stateAfter(receipt('Delivered')), 'delivered');
    assert.equal(stateAfter(receipt('Read'), receipt('Delivered')), 'read');
    assert.equal(stateAfter(failed('NotDelivered')), 'notDelivered');
    assert.equal(stateAfter(failed('MayNotBeDelivered')), 'unsure');
    assert.equal(stateAfter(receipt('Delivered'), failed('MayNotBeDelivered')), 'delivered');
    const [line] = seen(failed('NotDelivered')).lines;
    assert.equal(line?.why, 'It was refused.');
});

test('a rep sees that the customer types, until the customer stops or has written', () => {
    const typing = (is: 'Started' | 'Stopped'): Accepted => fromCustomer({ entryType: `Typing${is}Indicator` });
    assert.equal(seen(typing('Started')).customerIsTyping, true);
    assert.equal(seen(typing('Started'), typing('Stopped')).customerIsTyping, false);
    const text = { staticContent: { formatType: 'Text', text: 'Hello' } };
    assert.equal(seen(typing('Started'), says(text)).customerIsTyping, false);
    assert.equal(seen(typing('Started'), receipt('Read')).customerIsTyping, true);
    assert.equal(seenAt(number + 11_000, typing('Started')).customerIsTyping, false, 'nothing more was heard');
});

test('a rep reads what became of the routing', () => {
    const work = { workItemId: '0Mw000000000001' };
    const { lines } = seen(
        call('POST /agentWork', { ...work, userId: '005000000000001' }),
        call('POST /routingResult', { ...work, success: false, errorMessage: 'Nobody is there.' }),
        call('POST /agentWork', { workItemId: '0Mw000000000002', userId: '005000000000001' })
    );
    assert.deepEqual(
        lines.filter(({ by }) => by === 'event').map(({ text }) => text),
        ['The conversation goes to Ada Agent.', 'Not routed: Nobody is there.']
    );
});

test('a rep sees who has a conversation, and for whom it waits', () => {
    const { offeredTo, status, takenBy } = seen();
    assert.deepEqual([status, takenBy, offeredTo], ['Active', ['005000000000002'], ['005000000000003']]);
});

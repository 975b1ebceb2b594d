import { endUser, list, members, oneOf, text } from '../members.ts';
import { conversationOf } from '../org.ts';
import type { Answered, Asked, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';

/** POST /acknowledgement. The timestamp is a text in Salesforce's schema and a number in its guide: both are taken. */
export function acknowledgement(org: Org, { body, channel }: Asked): Answered {
    const given = members(body, ['sender', 'conversationIdentifier', 'acknowledgements']);
    const { subject } = endUser(given['sender']);
    if (conversationOf(org, channel, given).customer !== subject) throw new Refusal(10036);
    for (const one of list(given, 'acknowledgements', 1, 25)) {
        const receipt = members(one, RECEIPT);
        oneOf(receipt, 'acknowledgementType', ['Delivered', 'Read']);
        text(receipt, 'acknowledgedConversationEntryIdentifier');
        text(receipt, 'acknowledgmentCreatedConversationEntryIdentifier');
        if (!/^\d{1,15}$/.test(String(receipt['acknowledgementTimestamp'])))
            throw new Refusal(10089, 'acknowledgementTimestamp');
    }
    return { status: 200, body: { success: true } };
}

const RECEIPT = [
    'acknowledgementType',
    'acknowledgedConversationEntryIdentifier',
    'acknowledgmentCreatedConversationEntryIdentifier',
    'acknowledgementTimestamp'
];

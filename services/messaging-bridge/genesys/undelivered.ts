import { backLane, messageOf } from '../delivery/messageEntry.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';
import { uuidV5 } from '../uuidV5.ts';

/** Of kind `undelivered`, in the lane back: what the rep has to be told, as Salesforce wants to hear it. */
export interface Undelivered {
    readonly conversation: string;
    /** As the Interaction Service names it. */
    readonly conversationIdentifier?: string;
    readonly channelAddress?: string;
    /** False: it may have been delivered. */
    readonly isCertain: boolean;
    /** The payload of an EntryInteraction. */
    readonly entryPayload: {
        readonly entryType: 'MessageDeliveryFailed';
        readonly id: string;
        /** Salesforce refuses any other role and appType. */
        readonly recipient: { readonly appType: 'custom'; readonly role: 'EndUser'; readonly subject?: string };
        readonly errorCode: 'NotDelivered' | 'MayNotBeDelivered';
        /** For the rep to read. */
        readonly errorMessage: string;
        readonly failedConversationEntryIdentifier?: string;
    };
}

export const UNDELIVERED = 'undelivered';

const OF_FAILURES = 'c3f1f0c2-52a4-4c0e-8d0b-6f8b0a9c4e77';

/** Tells the rep once that a message came to nothing, or perhaps to nothing. */
export function undelivered(
    entry: Entry,
    { isCertain, reason }: { readonly isCertain: boolean; readonly reason: string }
): [NewEntry] {
    const { conversation, conversationIdentifier, channelAddress, recipient, identifier } = messageOf(entry);
    const key = `undelivered:${entry.key}`;
    const body: Undelivered = {
        conversation,
        ...(conversationIdentifier === undefined ? {} : { conversationIdentifier }),
        ...(channelAddress === undefined ? {} : { channelAddress }),
        isCertain,
        entryPayload: {
            entryType: 'MessageDeliveryFailed',
            id: uuidV5(key, OF_FAILURES),
            recipient: {
                appType: 'custom',
                role: 'EndUser',
                ...(recipient?.subject === undefined ? {} : { subject: recipient.subject })
            },
            errorCode: isCertain ? 'NotDelivered' : 'MayNotBeDelivered',
            errorMessage: isCertain
                ? `This message was not delivered in full: ${reason}.`
                : `This message may not have been delivered: ${reason}. Ask the customer before you send it again.`,
            ...(identifier === undefined ? {} : { failedConversationEntryIdentifier: identifier })
        }
    };
    return [{ lane: backLane(conversation), key, kind: UNDELIVERED, body, createdAt: Date.now() }];
}

import { moment, text } from './allowed.ts';
import { customer, MOST_CONVERSATION } from './people.ts';
import type { Participant } from './people.ts';
import { repeatableId } from './repeatableId.ts';

export interface Receipt {
    readonly type: 'Delivered' | 'Read';
    /** Identifier of the rep's entry, as Salesforce sent it. */
    readonly entryId: string;
    /** Milliseconds since 1970. */
    readonly at: number;
}

export interface AcknowledgementBody {
    readonly sender: Participant;
    readonly conversationIdentifier: string;
    readonly acknowledgements: readonly {
        readonly acknowledgementType: 'Delivered' | 'Read';
        readonly acknowledgedConversationEntryIdentifier: string;
        /** Salesforce spells it so. */
        readonly acknowledgmentCreatedConversationEntryIdentifier: string;
        /** Salesforce's schema says text; its guide and its own connector send the number. */
        readonly acknowledgementTimestamp: number;
    }[];
}

export const MOST_IN_ONE_CALL = 25;

/** Receipts of one customer in one conversation, in their order, as many calls as they take: 25 go in one. */
export function acknowledgementBodies(
    conversation: string,
    customerSubject: string,
    receipts: readonly Receipt[]
): AcknowledgementBody[] {
    const calls: AcknowledgementBody[] = [];
    for (let from = 0; from < receipts.length; from += MOST_IN_ONE_CALL) {
        calls.push({
            sender: customer(customerSubject),
            conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
            acknowledgements: receipts.slice(from, from + MOST_IN_ONE_CALL).map(({ at, entryId, type }) => ({
                acknowledgementType: type,
                acknowledgedConversationEntryIdentifier: text('entryId', entryId, 240),
                acknowledgmentCreatedConversationEntryIdentifier: repeatableId(type, entryId),
                acknowledgementTimestamp: moment('at', at)
            }))
        });
    }
    return calls;
}

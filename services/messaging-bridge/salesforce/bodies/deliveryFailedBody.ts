import { text } from './allowed.ts';
import { entryInteraction } from './interactionBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { customer } from './people.ts';
import { repeatableId } from './repeatableId.ts';

/** The message, or a file of it; or nobody knows. */
export type FailureCode = 'NotDelivered' | 'MayNotBeDelivered' | 'FileNotSent';

export interface FailedDelivery extends Omit<FromCustomer, 'genesysId'> {
    /** The same failure told twice has the same one; each other failure of the message has another. */
    readonly failure: string;
    /** Identifier of the rep's entry, as Salesforce sent it. */
    readonly entryId: string;
    readonly errorCode: FailureCode;
    /** For the rep. It holds no text of the message. */
    readonly errorMessage: string;
}

/** A message of the rep did not reach the customer, or may not have. Told twice it has the same id. */
export function deliveryFailedBody({ failure, entryId, errorCode, errorMessage, ...from }: FailedDelivery) {
    return entryInteraction(
        { ...from, genesysId: failure },
        {
            id: repeatableId('MessageDeliveryFailed', failure),
            entryType: 'MessageDeliveryFailed' as const,
            recipient: customer(from.customer),
            failedConversationEntryIdentifier: text('entryId', entryId, 240),
            errorCode,
            errorMessage
        }
    );
}

import { text } from './allowed.ts';
import { entryInteraction } from './interactionBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { customer } from './people.ts';
import { repeatableId } from './repeatableId.ts';

export interface FailedDelivery extends Omit<FromCustomer, 'genesysId'> {
    /** Identifier of the rep's entry, as Salesforce sent it. */
    readonly entryId: string;
    /** A word for the rep's screen and reports, such as `NOT_DELIVERED`. */
    readonly errorCode: string;
    /** For the rep. It holds no text of the message. */
    readonly errorMessage?: string;
}

/** A message of the rep did not reach the customer, or may not have. Told twice for one entry it has the same id. */
export function deliveryFailedBody({ entryId, errorCode, errorMessage, ...from }: FailedDelivery) {
    return entryInteraction(
        { ...from, genesysId: entryId },
        {
            id: repeatableId('MessageDeliveryFailed', entryId),
            entryType: 'MessageDeliveryFailed' as const,
            failedConversationEntryIdentifier: text('entryId', entryId, 240),
            recipient: customer(from.customer),
            errorCode: text('errorCode', errorCode, 240),
            ...(errorMessage === undefined ? {} : { errorMessage })
        }
    );
}

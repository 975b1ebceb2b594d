import { storableJson, storableName } from '../delivery/storable.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import type { Receipt } from '../salesforce/bodies/acknowledgementBody.ts';
import type { NewEntry } from '../store/batches.ts';

/** The body of an entry of kind `acknowledgement`: what became of one message of a rep. JSON. */
export interface Acknowledgement extends Receipt {
    /** As the Interaction Service names it. */
    readonly conversationIdentifier: string;
    /** The customer's subject. May be a phone number: never for a log. */
    readonly customer: string;
}

export const ACKNOWLEDGEMENT = 'acknowledgement';

/** Of a conversation of Salesforce: receipts keep no message waiting. */
export const receiptsLane = (conversation: string): string => storableName(`receipts:${conversation}`);

/**
 * Tells Salesforce what became of a rep's message, once for each type. `at`: epoch milliseconds. Nothing for a message
 * that no receipt can name, such as one in an older wrapping.
 */
export function acknowledgementEntries(
    { conversation, conversationIdentifier, identifier, recipient }: MessageBody,
    type: Receipt['type'],
    at: number
): NewEntry[] {
    const customer = recipient?.subject;
    if (conversationIdentifier === undefined || identifier === undefined || customer === undefined) return [];
    const body: Acknowledgement = { type, entryId: identifier, at, conversationIdentifier, customer };
    const key = storableName(`${ACKNOWLEDGEMENT}:${type}:${conversation}:${identifier}`);
    return [
        {
            lane: receiptsLane(conversation),
            key,
            kind: ACKNOWLEDGEMENT,
            body: storableJson(body),
            createdAt: Date.now()
        }
    ];
}

import { backLane, messageOf } from '../delivery/messageEntry.ts';
import type { FailureCode } from '../salesforce/bodies/deliveryFailedBody.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';

/** Of kind `undelivered`, in the lane back: what the rep has to be told. JSON. */
export interface Undelivered {
    readonly channelAddress?: string;
    /** The recipient's subject. */
    readonly customer?: string;
    /** Identifier of the rep's entry. */
    readonly entryId?: string;
    readonly errorCode: FailureCode;
    /** For the rep to read. */
    readonly errorMessage: string;
}

export const UNDELIVERED = 'undelivered';

/** Tells the rep once that a message came to nothing, or perhaps to nothing. */
export function undelivered(
    entry: Pick<Entry, 'key' | 'body'>,
    { isCertain, reason }: { readonly isCertain: boolean; readonly reason: string }
): [NewEntry] {
    const { conversation, channelAddress, recipient, identifier } = messageOf(entry);
    const body: Undelivered = {
        ...(channelAddress === undefined ? {} : { channelAddress }),
        ...(recipient?.subject === undefined ? {} : { customer: recipient.subject }),
        ...(identifier === undefined ? {} : { entryId: identifier }),
        errorCode: isCertain ? 'NotDelivered' : 'MayNotBeDelivered',
        errorMessage: isCertain
            ? `This message was not delivered in full: ${reason}.`
            : `This message may not have been delivered: ${reason}. Ask the customer before you send it again.`
    };
    const key = `undelivered:${entry.key}`;
    return [{ lane: backLane(conversation), key, kind: UNDELIVERED, body, createdAt: Date.now() }];
}

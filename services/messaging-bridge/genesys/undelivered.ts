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
    const told = isCertain
        ? `This message was not delivered in full: ${reason}.`
        : `This message may not have been delivered: ${reason}. Ask the customer before you send it again.`;
    return [tell(entry, `undelivered:${entry.key}`, isCertain ? 'NotDelivered' : 'MayNotBeDelivered', told)];
}

/** Tells the rep once that a file of a message was not sent, and why. */
export function fileNotSent(
    entry: Pick<Entry, 'key' | 'body'>,
    number: number,
    name: string,
    reason: string
): NewEntry {
    const told = `The file ${name} was not sent: ${reason}. The customer can read that it is missing.`;
    return tell(entry, `fileNotSent:${entry.key}/${number}`, 'FileNotSent', told);
}

function tell(entry: Pick<Entry, 'body'>, key: string, errorCode: FailureCode, errorMessage: string): NewEntry {
    const { conversation, channelAddress, recipient, identifier } = messageOf(entry);
    const body: Undelivered = {
        ...(channelAddress === undefined ? {} : { channelAddress }),
        ...(recipient?.subject === undefined ? {} : { customer: recipient.subject }),
        ...(identifier === undefined ? {} : { entryId: identifier }),
        errorCode,
        errorMessage
    };
    return { lane: backLane(conversation), key, kind: UNDELIVERED, body, createdAt: Date.now() };
}

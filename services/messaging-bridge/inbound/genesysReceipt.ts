import type { MessageBody } from '../delivery/messageEntry.ts';
import { MESSAGE } from '../delivery/messageEntry.ts';
import { REPEATABLE, Unplanned } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { storableName } from '../delivery/storable.ts';
import { undelivered } from '../genesys/undelivered.ts';
import { addEntries } from '../store/batches.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Database, Statements } from '../store/database.ts';
import { entryThatSent } from '../store/entries.ts';
import { acknowledgementEntries } from './acknowledgement.ts';

/** What Genesys Cloud tells of a message that went out there. */
export interface GenesysReceipt {
    readonly genesysConversationId: string;
    /** Of Genesys Cloud. */
    readonly messageId: string;
    readonly status: 'Read' | 'Failed';
    /** Epoch milliseconds. */
    readonly at: number;
}

export const GENESYS_RECEIPT = 'genesysReceipt';

/** A receipt may come before the answer to the send that it is about. */
const ANSWERED_WITHIN_MS = 20_000;
const LOOK_AGAIN_MS = 1_000;

/**
 * A receipt of Genesys Cloud as an entry. That a message was delivered is told when Genesys Cloud takes it, and needs no
 * receipt.
 */
export const genesysReceiptEntry = (receipt: GenesysReceipt): NewEntry => ({
    lane: storableName(`receipts:${receipt.genesysConversationId}`),
    key: storableName(`${GENESYS_RECEIPT}:${receipt.status}:${receipt.messageId}`),
    kind: GENESYS_RECEIPT,
    body: receipt,
    createdAt: Date.now()
});

/**
 * Finds the rep's message that a receipt is about, and has Salesforce told. A message that no rep wrote here, such as one
 * that an agent wrote in Genesys Cloud, comes to nothing.
 */
export function createGenesysReceiptSender(database: Database): Sender {
    return {
        async plan({ ageMs, body }) {
            const { messageId, status } = body as GenesysReceipt;
            const found = await entryThatSent(database, MESSAGE, messageId);
            if (found === undefined && ageMs < ANSWERED_WITHIN_MS)
                throw new Unplanned({ kind: 'notNow', reason: 'nobody knows that message yet', waitMs: LOOK_AGAIN_MS });
            // The customer has read a message when its last part was read.
            return found === undefined || (status === 'Read' && !found.isLastPart) ? [] : [found];
        },
        async send({ body, entry }) {
            const { at, status } = entry.body as GenesysReceipt;
            const { body: message, key } = body as { readonly body: MessageBody; readonly key: string };
            const told =
                status === 'Read'
                    ? acknowledgementEntries(message, 'Read', at)
                    : undelivered(
                          { key, body: message },
                          { isCertain: true, reason: 'Genesys Cloud could not deliver it' }
                      );
            return { kind: 'sent', also: (statements: Statements) => addEntries(statements, told) };
        },
        ...REPEATABLE
    };
}

import { genesysReceiptEntry } from '../inbound/genesysReceipt.ts';
import type { GenesysReceipt } from '../inbound/genesysReceipt.ts';
import type { NewEntry } from '../store/batches.ts';
import { messagesOut } from './seenConversation.ts';
import type { SeenConversation } from './seenConversation.ts';

/** That a message was delivered is told when Genesys Cloud takes it, and again by nobody. */
const STATUSES: Readonly<Record<string, GenesysReceipt['status']>> = {
    read: 'Read',
    failed: 'Failed',
    'delivery-failed': 'Failed'
};

/** What a conversation shows to have become of messages that went out. `at`: milliseconds since 1970, when it was seen. */
export const receiptsIn = (seen: SeenConversation, at: number): NewEntry[] =>
    messagesOut(seen).flatMap(({ id: messageId, status }) => {
        const told = STATUSES[status];
        return told === undefined
            ? []
            : [genesysReceiptEntry({ genesysConversationId: seen.id, messageId, status: told, at })];
    });

import type { TellTyping } from '../inbound/typing.ts';
import type { Database } from '../store/database.ts';
import { heardOf } from '../store/heard.ts';
import { conversationLinkedTo, linkOf } from '../store/links.ts';
import { customersMessages } from './seenConversation.ts';
import type { SeenConversation } from './seenConversation.ts';

export interface HearTypingOptions {
    readonly database: Database;
    readonly tellTyping: TellTyping;
    /** As Genesys Cloud tells the time. Milliseconds since 1970. */
    readonly now: () => number;
}

const LONGEST_MS = 5_000;
const MOST_KNOWN = 10_000;

/** Has Salesforce told that a customer types, once for each time, and only where it knows the customer. Never throws. */
export function createHearTyping({
    database,
    now,
    tellTyping
}: HearTypingOptions): (seen: SeenConversation) => Promise<void> {
    /** The last of each conversation: it may be shown again with what comes next. */
    const known = new Map<string, string>();

    return async (seen) => {
        const typed = customersMessages(seen).findLast(({ typing }) => typing !== undefined);
        if (typed === undefined || known.get(seen.id) === typed.id || (typed.at ?? 0) < now() - LONGEST_MS) return;
        known.delete(seen.id);
        known.set(seen.id, typed.id);
        const [oldest] = known.keys();
        if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
        try {
            const heard = await heardOf(database, seen.id);
            const conversation = await conversationLinkedTo(database, seen.id);
            const link = conversation === undefined ? undefined : await linkOf(database, conversation);
            if (heard === undefined || link === undefined) return;
            tellTyping({
                genesysConversationId: seen.id,
                channelAddress: heard.channelAddress,
                customer: link.customer,
                id: typed.id,
                isTyping: typed.typing === 'started'
            });
        } catch {
            // A database that is away for a moment is told of by whatever has to be stored.
        }
    };
}

import { customerKey, customerMessageEntry } from '../inbound/customerMessage.ts';
import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { heardOf, markSeen, setHeard, unseen } from '../store/heard.ts';
import type { Heard } from '../store/heard.ts';
import { LEAST_SEEN_MS } from '../store/retention.ts';
import type { Asking } from './ask.ts';
import { customerContent } from './customerContent.ts';
import { receiptsIn } from './receipts.ts';
import { customersMessages, seenIn } from './seenConversation.ts';
import type { SeenConversation, SeenMessage } from './seenConversation.ts';
import type { WhoServes } from './serving.ts';

/** A message that is listed, and not there yet. */
export class NotThereYet extends Error {
    constructor() {
        super('Genesys Cloud lists a message that it does not show.');
        this.name = 'NotThereYet';
    }
}

export interface CatchUpOptions {
    readonly database: Database;
    readonly asking: Asking;
    readonly whoServes: WhoServes;
    /** As Genesys Cloud tells the time. Milliseconds since 1970. */
    readonly now: () => number;
}

/** Undefined for a conversation that is nobody's here. */
export type CatchUp = (conversationId: string, told?: SeenConversation) => Promise<Heard | undefined>;

/** A message that is listed and cannot be read is waited for; then its place is told. */
const SHOWN_WITHIN_MS = 60_000;

/**
 * Stores what a conversation of Genesys Cloud shows and nobody has stored yet: who serves it, each message of the
 * customer, in its order, and what has become of those that went out. Asks for the conversation where nothing is `told` of it. Throws GenesysError, DatabaseFault and
 * NotThereYet: what was stored before stays, and it is to be done again.
 */
export function createCatchUp({ asking, database, now, whoServes }: CatchUpOptions): CatchUp {
    async function store(seen: SeenConversation, { agent, channelAddress }: Heard, message: SeenMessage) {
        const { at, id: messageId } = message;
        const data = await asking.message(seen.id, messageId);
        if (data === undefined && (at ?? now()) > now() - SHOWN_WITHIN_MS) throw new NotThereYet();
        const read = customerContent(data, addressIn(seen));
        if (read === undefined) return markSeen(database, customerKey(messageId));
        const entry = customerMessageEntry({
            genesysConversationId: seen.id,
            messageId,
            channelAddress,
            customer: read.customer,
            at: read.at ?? at ?? now(),
            content: read.content,
            ...(agent === undefined ? {} : { communicationId: agent.communicationId })
        });
        await database.transaction((statements) => addEntries(statements, [entry]));
    }

    return async (conversationId, told) => {
        const seen = told ?? seenIn(await asking.shown(conversationId));
        const before = await heardOf(database, conversationId);
        if (seen === undefined) {
            if (before !== undefined) await setHeard(database, conversationId, { ...before, hasEnded: true });
            return undefined;
        }
        const heard = await whoServes(seen, before);
        if (heard === undefined) return undefined;
        if (heard !== before) await setHeard(database, conversationId, heard);
        // A conversation may go on for longer than it is remembered which of its messages were seen.
        const from = before === undefined ? -Infinity : now() - LEAST_SEEN_MS;
        const written = customersMessages(seen).filter(({ at, isEvent }) => !isEvent && (at ?? Infinity) >= from);
        const receipts = receiptsIn(seen, now());
        const keys = [...written.map(({ id }) => customerKey(id)), ...receipts.map(({ key }) => key)];
        const fresh = new Set(await unseen(database, keys));
        const unknown = receipts.filter(({ key }) => fresh.has(key));
        if (unknown.length > 0) await database.transaction((statements) => addEntries(statements, unknown));
        for (const message of written) if (fresh.has(customerKey(message.id))) await store(seen, heard, message);
        return heard;
    };
}

const addressIn = ({ participants }: SeenConversation): string | undefined =>
    participants.find(({ address, purpose }) => purpose === 'customer' && address !== undefined)?.address;

import { typingBody } from '../salesforce/bodies/typingBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import { isLaneWaiting } from '../store/lanes.ts';
import { customerLane } from './customerMessage.ts';

/** A customer began to type, or stopped. */
export interface CustomerTypes {
    readonly genesysConversationId: string;
    /** Channel address identifier in Salesforce. */
    readonly channelAddress: string;
    /** May be a phone number: never for a log. */
    readonly customer: string;
    /** Names this one: told again, it has the same id. */
    readonly id: string;
    readonly isTyping: boolean;
}

/** Never throws; what cannot be told now is not told. */
export type TellTyping = (typing: CustomerTypes) => void;

const LONGEST_MS = 5_000;
const MOST_AT_ONCE = 20;

/**
 * Tells Salesforce that a customer types: at once, within five seconds, or never. Nothing is stored. While a message of the
 * same customer waits, or many are being told of, it is left out.
 */
export function createTellTyping(service: InteractionService, database: Database): TellTyping {
    const telling = new Map<string, Promise<void>>();

    async function tell(typing: CustomerTypes, signal: AbortSignal): Promise<void> {
        const { channelAddress, customer, genesysConversationId, id, isTyping } = typing;
        if (await isLaneWaiting(database, customerLane(genesysConversationId))) return;
        const from = { channelAddress, customer, genesysId: id, at: Date.now() };
        await service('interactions', typingBody(from, isTyping), { signal });
    }

    return (typing) => {
        const { genesysConversationId, isTyping } = typing;
        const before = telling.get(genesysConversationId);
        // Who stops is told after who began, even so: it would be shown for longer than it is true.
        if (telling.size >= MOST_AT_ONCE || (before !== undefined && isTyping)) return;
        const signal = AbortSignal.timeout(LONGEST_MS);
        const now = (before ?? Promise.resolve()).then(() => tell(typing, signal)).catch(() => undefined);
        telling.set(genesysConversationId, now);
        void now.then(() => {
            if (telling.get(genesysConversationId) === now) telling.delete(genesysConversationId);
        });
    };
}

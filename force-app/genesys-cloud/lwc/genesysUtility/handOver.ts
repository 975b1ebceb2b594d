import type { AgentPresence } from 'c/agentDesk';
import type { LiveInteraction } from 'c/clientEvents';

/** Longer than the platform takes to make the item anew, shorter than a call that nobody here heard of. */
const GOOD_FOR_MS = 10_000;

export interface HandedOver {
    readonly interactions: readonly LiveInteraction[];
    readonly presence: AgentPresence;
}

let left: (HandedOver & { readonly at: number }) | undefined;

/**
 * Popping the utility out, or in, destroys the item and makes another on the same page, and the phone repeats nothing.
 * So the one that goes leaves what it knew. In memory only.
 */
export function handOver(interactions: readonly LiveInteraction[], presence: AgentPresence, now: number): void {
    left = { interactions, presence, at: now };
}

/** What the one before left a moment ago; nothing when there was none, or it is too long ago. */
export function takeOver(now: number): HandedOver {
    const found = left;
    left = undefined;
    return found && now - found.at <= GOOD_FOR_MS ? found : { interactions: [], presence: {} };
}

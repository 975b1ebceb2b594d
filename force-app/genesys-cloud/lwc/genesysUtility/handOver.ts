import type { DeskView } from 'c/agentDesk';
import type { LiveInteraction } from 'c/clientEvents';
import type { ToldBefore } from 'c/genesysTransport';
import type { Clock } from 'c/taskSync';

/** Longer than the platform takes to make the item anew, shorter than a call that nobody here heard of. */
const GOOD_FOR_MS = 10_000;

export interface HandedOver extends ToldBefore {
    readonly interactions: readonly LiveInteraction[];
}

let left: (HandedOver & { readonly at: number }) | undefined;

/**
 * Popping the utility out, or in, destroys the item and makes another on the same page, and the phone repeats nothing.
 * So the one that goes leaves what it knew. In memory only.
 */
export function handOver(what: HandedOver, clock: Clock): void {
    const given = { ...what, at: clock.now() };
    left = given;
    // Nobody may come for it: what was said and who called stays in memory no longer.
    clock.after(GOOD_FOR_MS, () => {
        if (left === given) left = undefined;
    });
}

/** What was said, by conversation. */
export function transcriptsOf({ interactions }: DeskView): HandedOver['transcripts'] {
    return Object.fromEntries(
        interactions.flatMap(({ interaction, transcript }) => (transcript ? [[interaction.id, transcript]] : []))
    );
}

/** What the one before left a moment ago; nothing when there was none, or it is too long ago. */
export function takeOver(now: number): HandedOver {
    const found = left;
    left = undefined;
    return found && now - found.at <= GOOD_FOR_MS ? found : { interactions: [], presence: {}, transcripts: {} };
}

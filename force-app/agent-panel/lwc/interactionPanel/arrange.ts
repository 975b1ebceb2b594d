import type { DeskInteraction } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

/** Needs the agent: ringing, talking, on hold, or wrap-up is open. */
export function isLive({ disconnected, done, handled, transferred }: Interaction): boolean {
    return !disconnected || (handled && !done && !transferred);
}

function rank({ interaction }: DeskInteraction): number {
    if (interaction.state === 'alerting' && !interaction.disconnected) return 0;
    return isLive(interaction) ? 1 : 2;
}

/** Ringing before live before ended, the newest first in each. */
function sorted(items: readonly DeskInteraction[]): readonly DeskInteraction[] {
    return [...items].sort(
        (a, b) => rank(a) - rank(b) || b.interaction.firstSeenAt.localeCompare(a.interaction.firstSeenAt)
    );
}

/**
 * The order of the cards. While the agent is inside a card (`keep`: ids as they stand), no card moves, because a moved
 * field loses the cursor; what is new still comes on top.
 */
export function arrange(items: readonly DeskInteraction[], keep?: readonly string[]): readonly DeskInteraction[] {
    const order = sorted(items);
    if (!keep) return order;
    const standing = keep.flatMap((id) => order.filter(({ interaction }) => interaction.id === id));
    return [...order.filter((item) => !standing.includes(item)), ...standing];
}

import type { DeskInteraction } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

/** Needs the agent: ringing, talking, on hold, or wrap-up is open. */
export function isLive({ disconnected, done, handled, transferred }: Interaction): boolean {
    return !disconnected || (handled && !done && !transferred);
}

function rank({ interaction }: DeskInteraction, selected: string | undefined): number {
    if (interaction.state === 'alerting' && !interaction.disconnected) return 0;
    if (interaction.id === selected) return 1;
    return isLive(interaction) ? 2 : 3;
}

/** Ringing, then the one selected in the phone, then live, then ended; the newest first in each. */
function sorted(items: readonly DeskInteraction[], selected: string | undefined): readonly DeskInteraction[] {
    return [...items].sort(
        (a, b) =>
            rank(a, selected) - rank(b, selected) || b.interaction.firstSeenAt.localeCompare(a.interaction.firstSeenAt)
    );
}

/**
 * The order of the cards. While the agent is inside a card (`keep`: ids as they stand), no card moves, because a moved
 * field loses the cursor; what is new still comes on top.
 */
export function arrange(
    items: readonly DeskInteraction[],
    { keep, selected }: { readonly keep?: readonly string[]; readonly selected?: string } = {}
): readonly DeskInteraction[] {
    const order = sorted(items, selected);
    if (!keep) return order;
    const standing = keep.flatMap((id) => order.filter(({ interaction }) => interaction.id === id));
    return [...order.filter((item) => !standing.includes(item)), ...standing];
}

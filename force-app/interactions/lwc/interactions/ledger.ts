import type { Interaction, Ledger } from './types.ts';

/** How many ended interactions (and, apart from them, earlier segments) are remembered. */
export const ENDED_KEPT = 20;

export function emptyLedger(): Ledger {
    return { interactions: {}, order: [], earlier: [] };
}

/** The interaction with this conversation id; a name inherited from Object is not an interaction. */
export function find(ledger: Ledger, id: string): Interaction | undefined {
    return Object.hasOwn(ledger.interactions, id) ? ledger.interactions[id] : undefined;
}

export function replace(ledger: Ledger, interaction: Interaction): Ledger {
    const known = find(ledger, interaction.id);
    const isNewest = known === undefined || known.segment !== interaction.segment;
    const order = isNewest ? [...ledger.order.filter((id) => id !== interaction.id), interaction.id] : ledger.order;
    const earlier = known && isNewest ? [...ledger.earlier, known].slice(-ENDED_KEPT) : ledger.earlier;
    const next = { interactions: { ...ledger.interactions, [interaction.id]: interaction }, order, earlier };
    // While it goes on, no more have ended than before.
    return isOver(interaction) ? withoutOldEnded(next) : next;
}

export function replaceEarlier(ledger: Ledger, before: Interaction, after: Interaction): Ledger {
    return { ...ledger, earlier: ledger.earlier.map((segment) => (segment === before ? after : segment)) };
}

function withoutOldEnded(ledger: Ledger): Ledger {
    const ended = ledger.order.filter((id) => isOver(find(ledger, id)));
    if (ended.length <= ENDED_KEPT) return ledger;
    const dropped = new Set(ended.slice(0, ended.length - ENDED_KEPT));
    return {
        interactions: Object.fromEntries(Object.entries(ledger.interactions).filter(([id]) => !dropped.has(id))),
        order: ledger.order.filter((id) => !dropped.has(id)),
        earlier: ledger.earlier
    };
}

function isOver(interaction: Interaction | undefined): boolean {
    return interaction !== undefined && (interaction.disconnected || interaction.dismissed === true);
}

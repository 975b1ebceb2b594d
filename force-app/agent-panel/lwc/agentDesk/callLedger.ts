import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction, InteractionEvent } from 'c/interactions';

/** What an event did. */
export interface Heard {
    readonly before: Interaction | undefined;
    readonly interaction: Interaction;
    /** Names of what changed; never empty. */
    readonly changes: readonly string[];
}

/** The conversations of this page, as the phone and the agent tell of them. */
export interface CallLedger {
    readonly all: () => Interaction[];
    get(id: string): Interaction | undefined;
    /** Undefined when nothing changed. */
    apply(event: InteractionEvent): Heard | undefined;
}

export function createCallLedger(): CallLedger {
    let ledger = emptyLedger();

    return {
        all: () => ledger.order.flatMap((id) => ledger.interactions[id] ?? []),
        get: (id) => ledger.interactions[id],
        apply(event): Heard | undefined {
            const before = ledger.interactions[event.id];
            const { ledger: next, interaction, changes } = applyEvent(ledger, event);
            ledger = next;
            return interaction === undefined || changes.length === 0 ? undefined : { before, interaction, changes };
        }
    };
}

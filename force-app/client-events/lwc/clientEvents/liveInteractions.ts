import type { ClientEvent, ClientInteraction } from 'c/clientEventCodec';
import type { LiveInteraction } from './types.ts';

const ENDED_KEPT = 20;

export interface LiveInteractions {
    readonly note: (event: ClientEvent) => void;
    readonly list: () => readonly LiveInteraction[];
    readonly byId: (id: string) => ClientInteraction | undefined;
}

/**
 * The interactions between their first message and the end of their wrap-up, as last described. A Map, because an id is
 * outside data and may be any word.
 */
export function createLiveInteractions(): LiveInteractions {
    const known = new Map<string, LiveInteraction>();

    function note(event: ClientEvent): void {
        if (event.type !== 'Interaction') return;
        const before = known.get(event.id);
        const after = next(before, event);
        if (after === undefined) {
            known.delete(event.id);
            return;
        }
        known.set(event.id, after);
        // Not every interaction has a wrap-up that is completed; those are forgotten in time.
        const ended = [...known].filter(([, { interaction }]) => isDisconnected(interaction));
        for (const [id] of ended.slice(0, Math.max(0, ended.length - ENDED_KEPT))) known.delete(id);
    }

    return { note, list: () => [...known.values()], byId: (id) => known.get(id)?.interaction };
}

function next(
    before: LiveInteraction | undefined,
    { category, id, interaction }: Extract<ClientEvent, { type: 'Interaction' }>
): LiveInteraction | undefined {
    if (category === 'deallocate' || category === 'acw' || interaction?.isDone) return undefined;
    const ended: Partial<ClientInteraction> =
        category === 'disconnect' ? { state: 'DISCONNECTED', isConnected: false, isDisconnected: true } : {};
    const begins = category === 'add' || category === 'connect' || interaction !== undefined;
    if (before === undefined && !begins) return undefined;
    // What came back after it had ended is described anew: nothing of the first time holds.
    const cameBack = before && isDisconnected(before.interaction) && interaction && !isDisconnected(interaction);
    const base = cameBack ? undefined : before;
    const answered: Partial<ClientInteraction> =
        category === 'connect' && !interaction && !isDisconnected(base?.interaction)
            ? { state: 'CONNECTED', isConnected: true }
            : {};
    return {
        interaction: { ...base?.interaction, ...answered, ...ended, ...interaction, id },
        complete: (base?.complete ?? false) || interaction !== undefined
    };
}

function isDisconnected(interaction: ClientInteraction | undefined): boolean {
    return interaction?.isDisconnected ?? interaction?.state?.toUpperCase() === 'DISCONNECTED';
}

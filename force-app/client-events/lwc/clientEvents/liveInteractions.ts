import type { ClientEvent, ClientInteraction, InteractionClientEvent } from 'c/clientEventCodec';
import { isDisconnected } from './interactionState.ts';
import type { LiveInteraction } from './types.ts';

const ENDED_KEPT = 20;

export interface LiveInteractions {
    readonly note: (event: ClientEvent) => void;
    readonly list: () => readonly LiveInteraction[];
    readonly byId: (id: unknown) => ClientInteraction | undefined;
    /** The same, and free to go its own way. */
    readonly copy: () => LiveInteractions;
}

/**
 * The interactions between their first message and the end of their wrap-up, as last described. A Map, because an id is
 * outside data and may be any word.
 */
export function createLiveInteractions(begin: readonly LiveInteraction[] = []): LiveInteractions {
    const known = new Map(begin.map((live) => [live.interaction.id, live]));

    function note(event: ClientEvent): void {
        if (event.type !== 'Interaction') return;
        const after = next(known.get(event.id), event);
        if (after === undefined) known.delete(event.id);
        else known.set(event.id, after);
        if (isDisconnected(after?.interaction)) forgetOldEnded();
    }

    /** Not every interaction has a wrap-up that is completed. */
    function forgetOldEnded(): void {
        const ended = [...known.values()].filter(({ interaction }) => isDisconnected(interaction));
        for (const { interaction } of ended.slice(0, Math.max(0, ended.length - ENDED_KEPT))) {
            known.delete(interaction.id);
        }
    }

    return {
        note,
        list: () => [...known.values()],
        byId: (id) => known.get(id as string)?.interaction,
        copy: () => createLiveInteractions([...known.values()])
    };
}

function next(
    before: LiveInteraction | undefined,
    { category, id, interaction }: InteractionClientEvent
): LiveInteraction | undefined {
    if (category === 'deallocate' || category === 'acw' || interaction?.isDone) return undefined;
    if (before === undefined && category !== 'add' && category !== 'connect' && !interaction) return undefined;
    // What came back after it had ended is described anew: nothing of the first time holds.
    const cameBack = before && isDisconnected(before.interaction) && interaction && !isDisconnected(interaction);
    const base = cameBack ? undefined : before;
    const told = toldBy(category, base, interaction);
    const complete = base?.complete === true || interaction !== undefined;
    // Nearly every message describes the whole interaction anew: nothing needs to be merged then.
    if (interaction && !told && (base === undefined || tellsAllOf(base.interaction, interaction))) {
        return { interaction, complete };
    }
    return { interaction: { ...base?.interaction, ...told, ...interaction, id }, complete };
}

function tellsAllOf(before: ClientInteraction, now: ClientInteraction): boolean {
    for (const name in before) if (now[name as keyof ClientInteraction] === undefined) return false;
    return true;
}

/** What the category says by itself, where the message does not say more. */
function toldBy(
    category: InteractionClientEvent['category'],
    base: LiveInteraction | undefined,
    interaction: ClientInteraction | undefined
): Partial<ClientInteraction> | undefined {
    if (category === 'disconnect') return { state: 'DISCONNECTED', isConnected: false, isDisconnected: true };
    if (category !== 'connect' || interaction || isDisconnected(base?.interaction)) return undefined;
    return { state: 'CONNECTED', isConnected: true };
}

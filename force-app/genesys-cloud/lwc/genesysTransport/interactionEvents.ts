import { factsOf, factsOfCategory } from './facts.ts';
import type { EventOf, LiveInteraction } from 'c/clientEvents';
import type { InteractionEvent } from 'c/interactions';

/** What one client event tells about an interaction, in the order in which it is to be applied. */
export function interactionEvents(event: EventOf<'Interaction'>): readonly InteractionEvent[] {
    const { id, receivedAt: at, category, interaction } = event;
    const told: InteractionEvent = interaction
        ? { kind: 'described', at, id, facts: { ...statedBy(category, interaction), ...factsOf(interaction) } }
        : { kind: 'mentioned', at, id, facts: factsOfCategory(category) };
    switch (category) {
        case 'blindTransfer':
            return [told, { kind: 'transferred', at, id, transfer: 'blind' }];
        case 'consultTransfer':
            return [told, { kind: 'transferred', at, id, transfer: 'consult' }];
        case 'completeConsultTransfer':
            return [told, { kind: 'transferred', at, id, transfer: 'consultCompleted' }];
        case 'deallocate':
            return [told, { kind: 'left', at, id }];
        default:
            return [told];
    }
}

/** What was going on before anybody listened. */
export function eventOfLive({ interaction, complete }: LiveInteraction, at: string): InteractionEvent {
    const kind = complete ? 'described' : 'mentioned';
    return { kind, at, id: interaction.id, facts: factsOf(interaction) };
}

/** The body says more than the category; only where it is silent about the state, the category speaks. */
function statedBy(
    category: EventOf<'Interaction'>['category'],
    { state, isConnected, isDisconnected }: NonNullable<EventOf<'Interaction'>['interaction']>
): ReturnType<typeof factsOfCategory> {
    const silent = state === undefined && isConnected === undefined && isDisconnected === undefined;
    return silent || category === 'acw' ? factsOfCategory(category) : {};
}

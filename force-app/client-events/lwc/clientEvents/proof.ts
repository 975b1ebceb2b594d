import type { ClientAction, ClientEvent, ClientInteraction, InteractionCategory } from 'c/clientEventCodec';

type Proof = (event: ClientEvent) => boolean;
type InteractionEvent = Extract<ClientEvent, { type: 'Interaction' }>;

/**
 * What would show that an action worked; `undefined` for those that no event shows: mute, attributes, secure sessions,
 * subscriptions. An echo shows nothing: it is the action itself. hold and securePause toggle, so their proof is the
 * opposite of what is known now.
 */
export function proofOf(
    { type, data }: ClientAction,
    interaction: (id: string) => ClientInteraction | undefined
): Proof | undefined {
    if (type === 'PureCloud.User.updateStatus') return statusProof(data.id);
    if (type !== 'PureCloud.Interaction.updateState' || typeof data.id !== 'string') return undefined;
    const { id } = data;
    const now = interaction(id);
    const about =
        (shows: (event: InteractionEvent) => boolean): Proof =>
        (event) =>
            event.type === 'Interaction' && event.id === id && shows(event);
    switch (data.action) {
        case 'pickup':
            return about((event) => event.category === 'connect' || isConnected(event.interaction));
        case 'disconnect':
            return about((event) => isOver(event));
        case 'hold':
            return about(({ interaction: seen }) =>
                isHeld(now) ? seen?.state !== undefined && !isHeld(seen) && isConnected(seen) : isHeld(seen)
            );
        case 'securePause':
            return about(({ interaction: seen }) => seen?.securePause === !(now?.securePause ?? false));
        case 'blindTransfer':
            return about(inCategory('blindTransfer'));
        case 'consultTransfer':
            return about(inCategory('consultTransfer'));
        case 'concludeTransfer':
            return about(inCategory('completeConsultTransfer'));
        default:
            return undefined;
    }
}

function inCategory(category: InteractionCategory): (event: InteractionEvent) => boolean {
    return (event) => event.category === category;
}

function isHeld(interaction: ClientInteraction | undefined): boolean {
    return interaction?.state?.toUpperCase() === 'HELD';
}

function isConnected(interaction: ClientInteraction | undefined): boolean {
    return interaction?.isConnected ?? interaction?.state?.toUpperCase() === 'CONNECTED';
}

function isOver({ category, interaction }: InteractionEvent): boolean {
    if (category === 'disconnect' || category === 'acw' || category === 'deallocate') return true;
    return interaction?.isDisconnected ?? interaction?.state?.toUpperCase() === 'DISCONNECTED';
}

/** A status is named by id, name or constant; the event has both an id and an upper-case word (T5). */
function statusProof(wanted: unknown): Proof {
    return (event) => {
        if (event.type !== 'UserAction' || event.category.toLowerCase() !== 'status') return false;
        const { id, status } = (event.data ?? {}) as { id?: unknown; status?: unknown };
        return [id, status].some((word) => typeof word === 'string' && sameStatus(word, String(wanted)));
    };
}

function sameStatus(a: string, b: string): boolean {
    const folded = (text: string): string => text.toUpperCase().replaceAll(/[\s_-]+/g, '');
    return folded(a) === folded(b);
}

import type {
    ClientAction,
    ClientEvent,
    ClientInteraction,
    InteractionCategory,
    InteractionClientEvent
} from 'c/clientEventCodec';
import { hasState, isConnected, isDisconnected } from './interactionState.ts';

export type Proof = (event: ClientEvent) => boolean;
type Shows = (event: InteractionClientEvent) => boolean;

const SHOWN_BY = new Map<string, Shows>([
    ['pickup', ({ category, interaction }): boolean => category === 'connect' || isConnected(interaction)],
    ['disconnect', isOver],
    ['blindTransfer', inCategory('blindTransfer')],
    ['consultTransfer', inCategory('consultTransfer')],
    ['concludeTransfer', inCategory('completeConsultTransfer')]
]);

/**
 * What would show that an action worked; `undefined` for those that no event shows: mute, attributes, associations,
 * secure sessions, subscriptions. An echo shows nothing: it is the action itself (T16).
 * @param now the interaction as it is known before the action
 */
export function proofOf({ type, data, wanted }: ClientAction, now: ClientInteraction | undefined): Proof | undefined {
    const { id, action } = data;
    if (type === 'PureCloud.User.updateStatus') return statusProof(id);
    if (type !== 'PureCloud.Interaction.updateState' || typeof action !== 'string') return undefined;
    // What toggles is shown by the state that is wanted, or else by the other one than now.
    const on = wanted ? wanted === 'on' : toggledOn(action, now) !== true;
    const toggled: Shows = ({ interaction }) =>
        // A held call that ends is no retrieved one.
        toggledOn(action, interaction) === on && (action !== 'hold' || on || isConnected(interaction));
    const shows = isToggle(action) ? toggled : SHOWN_BY.get(action);
    return shows && ((event): boolean => event.type === 'Interaction' && event.id === id && shows(event));
}

/** True when the interaction is known to be in the state that the action wants: sending it would undo that. */
export function holdsAlready({ data, wanted }: ClientAction, now: ClientInteraction | undefined): boolean {
    return wanted !== undefined && toggledOn(data.action, now) === (wanted === 'on');
}

/** Those toggles whose state the events tell. */
export function isToggle(action: unknown): boolean {
    return action === 'hold' || action === 'securePause';
}

function toggledOn(action: unknown, interaction: ClientInteraction | undefined): boolean | undefined {
    if (action === 'securePause') return interaction?.securePause;
    return action === 'hold' && interaction?.state !== undefined ? hasState(interaction, 'HELD') : undefined;
}

function inCategory(category: InteractionCategory): Shows {
    return (event) => event.category === category;
}

function isOver({ category, interaction }: InteractionClientEvent): boolean {
    if (category === 'disconnect' || category === 'acw' || category === 'deallocate') return true;
    return isDisconnected(interaction);
}

/** A status is named by id, name or constant; the event has both an id and an upper-case word (T5). */
function statusProof(wanted: unknown): Proof {
    const status = typeof wanted === 'string' ? folded(wanted) : undefined;
    return (event) =>
        event.type === 'UserAction' &&
        event.category === 'status' &&
        [event.id, event.status].some((word) => word !== undefined && folded(word) === status);
}

function folded(status: string): string {
    return status.toUpperCase().replaceAll(/[\s_-]+/g, '');
}

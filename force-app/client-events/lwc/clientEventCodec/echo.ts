import { isText, own } from './own.ts';
import { STATE_ACTIONS } from './stateWords.ts';
import { ignoringCase } from './words.ts';
import type { ActionEchoEvent } from './types.ts';

/** The vendor's spelling; senders vary in case (T2, T3). */
const knownAction = ignoringCase([
    'Interaction.addCustomAttributes',
    'Interaction.updateState',
    'Interaction.addAssociation',
    'User.updateStatus',
    'Subscribe'
]);
const knownState = ignoringCase(STATE_ACTIONS);

/** Somebody's action, as every subscriber of the channel sees it (T22). */
export function decodeEcho(type: string, data: unknown, receivedAt: string): ActionEchoEvent {
    const sent = type.slice('PureCloud.'.length);
    const action = knownAction(sent) ?? sent;
    const id = interactionId(action, data);
    const word = action === 'Interaction.updateState' ? own(data, 'action') : undefined;
    const state = knownState(word) ?? word;
    return {
        type: 'ActionEcho',
        action,
        ...(isText(id) ? { id } : {}),
        ...(isText(state) ? { state } : {}),
        data,
        receivedAt
    };
}

/** addAssociation keeps the interaction under another name and the record under `id` (T4). */
function interactionId(action: string, data: unknown): unknown {
    if (action === 'Interaction.addAssociation') return own(data, 'interactionId');
    return action.startsWith('Interaction.') ? own(data, 'id') : undefined;
}

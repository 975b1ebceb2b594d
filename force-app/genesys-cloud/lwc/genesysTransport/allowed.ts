import type { PanelCommand } from 'c/agentDesk';
import type { Interaction, InteractionType } from 'c/interactions';

const VOICE: readonly InteractionType[] = ['call', 'callback', 'outboundDialing', 'voicemail'];

/** Whether the phone can do it now. What is recorded, held or muted is a voice; emails and chats have none. */
export function allowed(command: PanelCommand, { state, type, disconnected }: Interaction): boolean {
    if (disconnected) return false;
    switch (command) {
        case 'pickup':
            return state === 'alerting';
        case 'hold':
        case 'mute':
        case 'securePause':
            return VOICE.includes(type) && (state === 'connected' || state === 'held');
        case 'disconnect':
            return true;
        default:
            return false;
    }
}

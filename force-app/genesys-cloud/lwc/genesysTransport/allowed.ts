import type { PanelCommand } from 'c/agentDesk';
import type { Interaction, InteractionType } from 'c/interactions';

/** Somebody is on the line. A voicemail is listened to: there is nobody to hold, to mute for or to consult about. */
const VOICE: readonly InteractionType[] = ['call', 'callback', 'outboundDialing'];

/**
 * Whether it makes sense for the medium and state. Whether the phone then does it is the phone's to say: it knows the
 * agent's permissions, we do not.
 */
export function allowed(command: PanelCommand, { state, type, disconnected, consulting }: Interaction): boolean {
    if (disconnected) return false;
    const voice = VOICE.includes(type);
    const answered = state === 'connected' || state === 'held';
    switch (command) {
        case 'pickup':
            return state === 'alerting';
        case 'hold':
        case 'mute':
        case 'securePause':
        case 'secureSession':
        case 'consultTransfer':
            // Calling a consult off has no message, so another one may be begun while one is thought to go on.
            return voice && answered;
        case 'blindTransfer':
            return answered;
        case 'concludeTransfer':
            return voice && answered && consulting === true;
        case 'disconnect':
            return true;
        default:
            return false;
    }
}

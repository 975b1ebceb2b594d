import type { PanelCommand } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

/** What the toolkit can do for a call that stands so. Concluding a transfer, and a secure session, it cannot do at all. */
export function offered(
    command: PanelCommand,
    { direction, disconnected, state }: Interaction,
    participants: number
): boolean {
    if (disconnected) return false;
    const answered = state === 'connected' || state === 'held';
    switch (command) {
        case 'pickup':
            return state === 'alerting' && direction === 'inbound';
        case 'disconnect':
            return true;
        case 'hold':
        case 'mute':
        case 'securePause':
        case 'blindTransfer':
        case 'consultTransfer':
            return answered;
        case 'conference':
        case 'swap':
            // The customer and at least one more.
            return answered && participants > 1;
        default:
            return false;
    }
}

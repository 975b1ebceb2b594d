import type { AgentDesk, Directory, PanelCommand } from 'c/agentDesk';
import type { PanelAction } from 'c/panelShortcuts';

export interface Offer {
    readonly desk: AgentDesk | undefined;
    readonly id: string;
    /** Commands that the admin took off the panel. */
    readonly hidden: readonly string[];
    readonly directory: Directory | undefined;
}

/** Makes sense now, and the admin did not hide it. */
export function allows({ desk, hidden, id }: Offer, command: PanelCommand): boolean {
    return !hidden.includes(command) && desk?.can(command, id) === true;
}

/** A button that would do nothing is not there: a transfer needs one way, a secure session a flow that has a name. */
export function offers(offer: Offer, action: PanelAction): boolean {
    if (action === 'transfer') return allows(offer, 'blindTransfer') || allows(offer, 'consultTransfer');
    if (action === 'secureSession' && !offer.directory?.secureFlows.length) return false;
    return allows(offer, action);
}

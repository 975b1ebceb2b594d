import {
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    disconnect,
    flowAddress,
    hold,
    mute,
    pickup,
    securePause,
    secureSession
} from 'c/clientEvents';
import { Refusal } from 'c/refusedCommand';
import type { CommandDetail, PanelCommand, SecureFlow, TransferTarget } from 'c/agentDesk';
import type { ClientAction, ClientInteraction, TransferContext } from 'c/clientEvents';

type Build = (id: string, detail: CommandDetail, now: ClientInteraction | undefined) => ClientAction;

/** The phone has no action for the others. */
export type PhoneCommand = Exclude<PanelCommand, 'conference' | 'swap'>;

/**
 * The phone's action for each command. The phone knows only toggles: the state that is wanted is the other one of what
 * it last told, so that a click that comes too late does nothing instead of undoing.
 */
export const ACTIONS: Readonly<Record<PhoneCommand, Build>> = {
    pickup: (id) => pickup(id),
    hold: (id, _, now) => hold(id, now?.state?.toUpperCase() === 'HELD' ? 'off' : 'on'),
    mute: (id) => mute(id),
    securePause: (id, _, now) => securePause(id, now?.securePause === true ? 'off' : 'on'),
    blindTransfer: (id, { to }) => blindTransfer(id, contextOf(to)),
    consultTransfer: (id, { to }) => consultTransfer(id, contextOf(to)),
    concludeTransfer: (id) => concludeTransfer(id),
    secureSession: (id, { secureFlow }) => sessionOf(id, secureFlow),
    disconnect: (id) => disconnect(id)
};

const TARGET_TYPES = { user: 'userId', queue: 'queueId', phone: 'address', flow: 'address' } as const;

function contextOf(to: TransferTarget | undefined): TransferContext {
    if (to === undefined || isBlank(to.address)) throw new Refusal('noTarget');
    const { kind, address } = to;
    return {
        transferTarget: kind === 'flow' ? flowAddress(address) : address,
        transferTargetType: TARGET_TYPES[kind]
    };
}

function sessionOf(id: string, flow: SecureFlow | undefined): ClientAction {
    if (flow === undefined || isBlank(flow.flowId)) throw new Refusal('noFlow');
    const { flowId, data, disconnect: ending, noCard = false } = flow;
    return secureSession(id, { flowId, userData: data, disconnect: ending }, { notACardNumber: noCard });
}

function isBlank(text: string): boolean {
    return text.trim() === '';
}

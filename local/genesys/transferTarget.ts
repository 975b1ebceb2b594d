import { Refusal } from './action.ts';
import type { TransferTargetType } from './action.ts';
import { flowFor, genesysUserId, QUEUES } from './directory.ts';
import type { Queue } from './directory.ts';

export interface Colleague {
    readonly name: string;
    readonly label: string;
}

export type TransferTarget =
    | { readonly kind: 'agent'; readonly agent: Colleague }
    | { readonly kind: 'queue'; readonly queue: Queue }
    /** An outside number: somebody there may answer. */
    | { readonly kind: 'outside' }
    /** It takes over at once. */
    | { readonly kind: 'flow' };

/** Finds who a transfer goes to. Throws Refusal when nobody here has the id. */
export function findTransferTarget(
    target: string,
    targetType: TransferTargetType,
    colleagues: readonly Colleague[],
    fromUserName: string
): TransferTarget {
    if (targetType === 'userId') {
        const agent = colleagues.find(({ name }) => genesysUserId(name) === target);
        if (!agent) {
            throw new Refusal('The transfer target is no user of this contact centre.');
        }
        if (agent.name === fromUserName) {
            throw new Refusal('A call cannot be transferred to the agent who has it.');
        }
        return { kind: 'agent', agent };
    }
    if (targetType === 'queueId') {
        const queue = QUEUES.find(({ id }) => id === target);
        if (!queue) {
            throw new Refusal('The transfer target is no queue of this contact centre.');
        }
        return { kind: 'queue', queue };
    }
    return findAddress(target);
}

/** `sip:` and the name or id of a flow, another SIP address, or a phone number. */
function findAddress(address: string): TransferTarget {
    const sip = /^sip:(.+)$/i.exec(address)?.[1];
    if (sip === undefined) {
        if (!/^(tel:)?\+?[\d\s().-]{3,25}$/i.test(address)) {
            throw new Refusal('The transfer target is no phone number, and no flow without "sip:" before its name.');
        }
        return { kind: 'outside' };
    }
    const flow = flowFor(sip);
    if (flow?.kind === 'secure') {
        throw new Refusal('The transfer target is a secure flow, which takes secure sessions only.');
    }
    if (flow === undefined && !sip.includes('@')) {
        throw new Refusal('The transfer target is no flow of this contact centre.');
    }
    return { kind: flow ? 'flow' : 'outside' };
}

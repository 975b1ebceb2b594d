import { Refusal } from './action.ts';
import type { TransferTargetType } from './action.ts';
import { genesysUserId, QUEUES } from './directory.ts';
import type { Queue } from './directory.ts';

export interface Colleague {
    readonly name: string;
    readonly label: string;
}

export type TransferTarget =
    | { readonly kind: 'agent'; readonly agent: Colleague }
    | { readonly kind: 'queue'; readonly queue: Queue }
    /** An outside number or a flow: it leaves the contact centre. */
    | { readonly kind: 'outside' };

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
    return { kind: 'outside' };
}

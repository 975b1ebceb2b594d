import type { LocalOrg } from '../org/org.ts';
import { callersOf } from '../phoneRoutes.ts';

/** Somebody whom a call can be passed on to, as Salesforce knows them: the id of a user or of a queue. */
export interface AgentOrQueue {
    readonly id: string;
    readonly name: string;
}

/** What the phone can choose from. */
export interface VoiceDirectory {
    readonly callers: readonly { readonly name: string; readonly number: string }[];
    readonly agentsAndQueues: readonly AgentOrQueue[];
}

const QUEUES: readonly AgentOrQueue[] = [
    { id: '00G000000000001AAA', name: 'Customer Care' },
    { id: '00G000000000002AAA', name: 'Tier 2 Support' }
];

export function directoryOf(org: LocalOrg): VoiceDirectory {
    const agents = org.users().map(({ id, label }) => ({ id, name: label }));
    return {
        callers: callersOf(org).map(({ name, number }) => ({ name, number })),
        agentsAndQueues: [...QUEUES, ...agents]
    };
}

import type { Operation } from '@switchboard/genesys-api';
import { ask } from '../genesys/callOnce.ts';
import type { Genesys } from '../genesys/topologies.ts';
import { Members } from '../outbound/members.ts';

/** Somebody who serves a conversation at Genesys Cloud, or is being asked to. */
export interface Agent {
    readonly participantId: string;
    readonly userId: string;
    readonly isConnected: boolean;
}

/** Who is in a conversation at Genesys Cloud now. */
export interface WhoServes {
    readonly agents: readonly Agent[];
    /** It waits in a queue. */
    readonly isQueued: boolean;
    /** ISO 8601; undefined where nobody has ever been in it. */
    readonly startTime?: string;
}

export async function whoServes(
    { client }: Genesys,
    conversationId: string,
    signal: AbortSignal
): Promise<WhoServes | 'notThere' | 'unreachable'> {
    const shown = await ask(client, 'get_message', { conversationId }, signal);
    if (shown === 'notThere' || shown === 'unreachable') return shown;
    const participants = new Members(shown.data, '', []).objects('participants');
    const live = participants.filter((one) => !OVER.includes(one.id('state') ?? 'disconnected'));
    const startTime = participants.flatMap((one) => one.id('startTime') ?? []).toSorted()[0];
    return {
        agents: live.flatMap((one) => agentIn(one) ?? []),
        isQueued: live.some((one) => one.id('purpose') === 'acd'),
        ...(startTime === undefined ? {} : { startTime })
    };
}

const OVER: readonly string[] = ['disconnected', 'terminated'];

function agentIn(participant: Members): Agent | undefined {
    const participantId = participant.id('id');
    const userId = participant.object('user').id('id');
    const isAgent = ['agent', 'user'].includes(participant.id('purpose') ?? '');
    if (!isAgent || participantId === undefined || userId === undefined) return undefined;
    return { participantId, userId, isConnected: participant.id('state') === 'connected' };
}

/**
 * Gives a conversation that waits in a queue to a user. None of the 63 operations on digital conversations does; source:
 * postConversationAssign of purecloud-platform-client-v2 262.0.0, which names no permission.
 */
export const ASSIGN: Operation = {
    name: 'post_conversation_assign',
    method: 'POST',
    path: '/api/v2/conversations/{conversationId}/assign',
    params: [
        { name: 'conversationId', in: 'path', type: 'string', required: true, description: 'conversation' },
        { name: 'id', in: 'body', type: 'string', required: true, description: 'id of the user' }
    ],
    permissions: { mode: 'none', names: [] },
    bodyModel: 'ConversationUser',
    returns: 'string'
};

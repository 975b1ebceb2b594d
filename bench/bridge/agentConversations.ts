import { OAUTH_CLIENTS } from '../../local/genesys/platformApi/clients.ts';
import { DIGITAL_QUEUES } from '../../local/genesys/platformApi/directory.ts';
import type { PlatformApi } from '../../local/genesys/platformApi/platformApi.ts';

/** A conversation of Genesys Cloud and the leg of the agent in it. */
export interface AgentConversation {
    readonly conversationId: string;
    readonly communicationId: string;
}

/** So many conversations that an agent has begun, each with another customer. */
export async function agentConversations({ control, fetch }: PlatformApi, count: number): Promise<AgentConversation[]> {
    const ask = await askedByAgent(fetch);
    const all: AgentConversation[] = [];
    for (let number = 0; number < count; number += 1) {
        const { id } = (await ask('/messages', {
            queueId: DIGITAL_QUEUES[0]?.id,
            toAddress: `customer-${number}`,
            toAddressMessengerType: 'open'
        })) as { readonly id: string };
        const agent = control.conversation(id).participants.find(({ purpose }) => purpose === 'agent');
        if (agent === undefined) throw new Error('No agent is in a conversation of the bench.');
        all.push({ conversationId: id, communicationId: agent.communication.id });
    }
    return all;
}

async function askedByAgent(answered: PlatformApi['fetch']): Promise<(path: string, body: object) => Promise<unknown>> {
    const { id, secret, refreshToken = '' } = OAUTH_CLIENTS.agent;
    const basic = Buffer.from(`${id}:${secret}`).toString('base64');
    const token = await answered(
        new Request('http://127.0.0.1/oauth/token', {
            method: 'POST',
            headers: { authorization: `Basic ${basic}` },
            body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken })
        })
    );
    const { access_token: accessToken } = (await token.json()) as { readonly access_token: string };
    return async (path, body) => {
        const response = await answered(
            new Request(`http://127.0.0.1/api/v2/conversations${path}`, {
                method: 'POST',
                headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
                body: JSON.stringify(body)
            })
        );
        if (!response.ok) throw new Error(`The bench's Genesys Cloud answered: ${await response.text()}`);
        return response.json();
    };
}

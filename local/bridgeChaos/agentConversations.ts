import assert from 'node:assert/strict';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { DIGITAL_QUEUES } from '../genesys/platformApi/directory.ts';
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';

export interface AgentConversation {
    readonly id: string;
    /** The agent's leg. */
    readonly communicationId: string;
}

const HERE = 'http://127.0.0.1';

/** So many conversations with customers that an agent of Genesys Cloud begins, each with its own. */
export async function agentConversations(
    { control, fetch: ask }: PlatformApi,
    count: number
): Promise<AgentConversation[]> {
    const { id, refreshToken = '', secret } = OAUTH_CLIENTS.agent;
    const signedIn = await ask(
        new Request(`${HERE}/oauth/token`, {
            method: 'POST',
            headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
            body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken })
        })
    );
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const begun: AgentConversation[] = [];
    for (let at = 0; at < count; at += 1) {
        const answer = await ask(
            new Request(`${HERE}/api/v2/conversations/messages`, {
                method: 'POST',
                headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                body: JSON.stringify({
                    queueId: DIGITAL_QUEUES[0]?.id,
                    toAddress: `customer-${at}`,
                    toAddressMessengerType: 'open'
                })
            })
        );
        assert.equal(answer.status, 200);
        const conversation = control.conversation(((await answer.json()) as { id: string }).id);
        const agent = conversation.participants.find(({ purpose }) => purpose === 'agent');
        assert.ok(agent);
        begun.push({ id: conversation.id, communicationId: agent.communication.id });
    }
    return begun;
}

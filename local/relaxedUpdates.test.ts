/** An AI client ends a conversation of the local Genesys Cloud with and without what the page requires. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createLog, readConfiguration, startHttp } from '@switchboard/digital-mcp';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { serve } from './server.ts';

const { id, secret } = OAUTH_CLIENTS.service;
const UPDATES = [
    ['genesys_conversations_digital_patch_email', SEEDED.email.id],
    ['genesys_conversations_digital_patch_message', SEEDED.sms.id]
] as const;

for (const relaxedParameters of [false, true])
    test(`the page's required arguments ${relaxedParameters ? 'may be left out' : 'are required'}`, async () => {
        const bodies: unknown[] = [];
        const genesys = createPlatformApi();
        const api = await serve(
            async (request) => {
                if (request.method === 'PATCH') bodies.push(await request.clone().json());
                return genesys.fetch(request);
            },
            { port: 0 }
        );
        const grant = { type: 'clientCredentials', clientId: id, clientSecret: { env: 'SERVICE' } };
        const service = { baseUrl: new URL(api.url).origin, grant, policy: { withoutAsking: 'allow' } };
        const configuration = readConfiguration(JSON.stringify({ connections: { service }, relaxedParameters }));
        const env = { SERVICE: secret } as unknown as NodeJS.ProcessEnv;
        const log = createLog(() => Promise.resolve());
        const mcp = await startHttp({ configuration, folder: '/', env, log, port: 0 });
        const client = new Client({ name: 'assistant', version: '1' });
        try {
            await client.connect(new StreamableHTTPClientTransport(new URL(mcp.url)));
            const { tools } = await client.listTools();
            for (const [name, conversationId] of UPDATES) {
                const required = tools.find((tool) => tool.name === name)?.inputSchema.required;
                const strict = ['PCID', 'conversationId', 'participants', 'startTime'];
                assert.deepEqual(required?.toSorted(), relaxedParameters ? strict.slice(0, 2) : strict);
                const call = async (given: object): Promise<Record<string, unknown>> => {
                    const named = { PCID: 'service', conversationId, ...given };
                    const { structuredContent } = await client.callTool({ name, arguments: named });
                    return structuredContent as Record<string, unknown>;
                };
                const ended = await call({ state: 'disconnected' });
                if (!relaxedParameters) {
                    assert.equal((ended['error'] as { field: string }).field, 'participants');
                    continue;
                }
                assert.equal(ended['error'], undefined, JSON.stringify(ended));
                assert.deepEqual(bodies.at(-1), { state: 'disconnected' });
                assert.notEqual(genesys.control.conversation(conversationId).endTime, undefined);
                // What Genesys Cloud refuses is still refused by Genesys Cloud.
                const refused = (await call({ state: 'connected' }))['error'] as { reason: string };
                assert.equal(refused.reason, 'refused');
            }
            assert.equal(bodies.length, relaxedParameters ? 4 : 0);
        } finally {
            await client.close();
            await mcp.close();
            await api.close();
        }
    });

/** A file on its way from an AI client through the server to the local Genesys Cloud and to the customer. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createLog, readConfiguration, startHttp } from '@switchboard/digital-mcp';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { serve } from './server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-upload-'));
mkdirSync(path.join(folder, 'media'));
writeFileSync(path.join(folder, 'media', 'parcel.png'), 'a picture of the parcel');
writeFileSync(path.join(folder, 'secret.png'), 'secret');
const genesys = createPlatformApi();
const api = await serve(genesys.fetch, { port: 0 });
const { id, secret } = OAUTH_CLIENTS.service;
const env = { SERVICE: secret };
const configured = (mediaUpload: object): string =>
    JSON.stringify({
        connections: {
            service: {
                baseUrl: new URL(api.url).origin,
                grant: { type: 'clientCredentials', clientId: id, clientSecret: { env: 'SERVICE' } },
                policy: { withoutAsking: 'allow' }
            }
        },
        defaultConnection: 'service',
        mediaUpload
    });
const lines: string[] = [];
const log = createLog((line) => Promise.resolve(void lines.push(line)));
const configuration = readConfiguration(configured({}));
const mcp = await startHttp({ configuration, folder, env: env as unknown as NodeJS.ProcessEnv, log, port: 0 });
const file = path.join(folder, 'digital-mcp.json');
writeFileSync(file, configured({ folder: 'media' }));

const command = path.resolve(import.meta.dirname, '../services/digital-mcp/digitalMcp.ts');
const transports = {
    http: () => new StreamableHTTPClientTransport(new URL(mcp.url)),
    stdio: () =>
        new StdioClientTransport({
            command: process.execPath,
            args: [command, '--stdio', '--config', file, '--tool-names', 'short', '--log', path.join(folder, 'log')],
            env,
            stderr: 'ignore'
        })
} as const;
const open: Client[] = [];
after(async () => {
    await Promise.all(open.map((client) => client.close()));
    await mcp.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
});

async function connected(how: keyof typeof transports, isModern = false): Promise<Client> {
    const pin = { versionNegotiation: { mode: { pin: '2026-07-28' } } } as const;
    const client = new Client({ name: 'assistant', version: '1' }, isModern ? pin : {});
    open.push(client);
    await client.connect(transports[how]());
    return client;
}

const ids = { conversationId: SEEDED.open.id, communicationId: SEEDED.open.agentCommunication };
const content = Buffer.from('a picture').toString('base64');

async function uploaded(client: Client, given: object, steps?: number[]): Promise<Record<string, unknown>> {
    const onprogress = ({ progress }: { progress: number }): void => void steps?.push(progress);
    const { structuredContent } = await client.callTool(
        { name: 'upload_media', arguments: { ...ids, ...given } },
        steps === undefined ? {} : { onprogress }
    );
    return structuredContent as Record<string, unknown>;
}

test('an assistant uploads a picture, hears how far it is, and the customer gets it with the message', async () => {
    const client = await connected('http', true);
    const steps: number[] = [];
    const { mediaId, status } = await uploaded(client, { fileName: 'parcel.png', content }, steps);
    assert.equal(status, 'valid');
    assert.deepEqual(steps, [1, 2]);
    const { structuredContent } = await client.callTool({
        name: 'post_message_communication_messages',
        arguments: { ...ids, textBody: '', mediaIds: [mediaId] }
    });
    assert.equal((structuredContent as { error?: unknown }).error, undefined, JSON.stringify(structuredContent));
    assert.match(JSON.stringify(genesys.control.received().at(-1)), new RegExp(String(mediaId)));
    assert.ok(!/signature|parcel/.test(lines.join()));
});

test('an assistant of an earlier revision gets the id too, and is told of a file that is not taken', async () => {
    const client = await connected('http');
    assert.equal((await uploaded(client, { fileName: 'parcel.png', content }, [])).status, 'valid');
    const { status, why } = await uploaded(client, { fileName: 'program.exe', content });
    assert.equal(status, 'invalid');
    assert.match(String(why), /names no reason/);
});

test('a program on this machine names a file of the folder that its operator chose, and no other', async () => {
    const client = await connected('stdio');
    const steps: number[] = [];
    const { status, contentLengthBytes } = await uploaded(client, { fileName: 'a.png', file: 'parcel.png' }, steps);
    assert.deepEqual([status, contentLengthBytes], ['valid', 23]);
    assert.deepEqual(steps, [1, 2]);
    const refused = await uploaded(client, { fileName: 'a.png', file: '../secret.png' });
    assert.match(JSON.stringify(refused), /no file of the folder/);
});

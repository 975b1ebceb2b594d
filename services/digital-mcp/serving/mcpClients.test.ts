/** Clients that others made: of the SDK of today, of the one before it, and over stdio. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as ClientBefore } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportBefore } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport as AnyTransportBefore } from '@modelcontextprotocol/sdk/shared/transport.js';
import { json } from '../../genesys-api/serverForTests.ts';
import { PCID, wireForTests } from './wireForTests.ts';

const wire = await wireForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-mcp-'));
const open: { close(): Promise<void> }[] = [];
after(async () => {
    await Promise.all(open.map((client) => client.close()));
    await wire.close();
    rmSync(folder, { recursive: true, force: true });
});

const INFO = { name: 'test', version: '1' };
const NAME = 'genesys_conversations_digital_get_email';
const SEND = 'genesys_conversations_digital_post_message_communication_messages';
const MESSAGE = { PCID, conversationId: 'c1', communicationId: 'd1' };

const modern = { versionNegotiation: { mode: { pin: '2026-07-28' } } } as const;

/** Closed when all tests are over, also those that failed. */
function opened<One extends { close(): Promise<void> }>(client: One): One {
    open.push(client);
    return client;
}

async function connected(options: ConstructorParameters<typeof Client>[1] = {}): Promise<Client> {
    const client = opened(new Client(INFO, options));
    await client.connect(new StreamableHTTPClientTransport(new URL(wire.url)));
    return client;
}

describe('an AI client', () => {
    for (const [which, options] of [
        ['of the revision 2026-07-28', modern],
        ['that finds out the revision by itself', { versionNegotiation: { mode: 'auto' } }],
        ['of earlier revisions', {}]
    ] as const)
        it(`${which} lists the tools and calls one`, async () => {
            wire.genesys.replies(json(200, { id: 'c1' }));
            const client = await connected(options);
            const { tools } = await client.listTools();
            assert.equal(tools.length, 63);
            const { structuredContent } = await client.callTool({
                name: NAME,
                arguments: { PCID, conversationId: 'c1' }
            });
            assert.equal((structuredContent as { id?: string }).id, 'c1');
        });

    it('of the SDK before lists the tools and calls one', async () => {
        wire.genesys.replies(json(200, { id: 'c1' }));
        const client = opened(new ClientBefore(INFO));
        await client.connect(new TransportBefore(new URL(wire.url)) as AnyTransportBefore);
        assert.equal((await client.listTools()).tools.length, 63);
        const result = await client.callTool({ name: NAME, arguments: { PCID, conversationId: 'c1' } });
        assert.equal((result.structuredContent as { id?: string }).id, 'c1');
    });

    for (const [says, action, content, sent] of [
        ['yes', 'accept', { goAhead: true }, 1],
        ['no', 'accept', { goAhead: false }, 0],
        ['nothing', 'decline', undefined, 0]
    ] as const)
        it(`whose user says ${says} when asked ${sent === 1 ? 'sends' : 'does not send'} the message`, async () => {
            wire.genesys.replies(json(200, { id: 'm1' }));
            const before = wire.genesys.received.length;
            const client = opened(new Client(INFO, { ...modern, capabilities: { elicitation: { form: {} } } }));
            const questions: string[] = [];
            client.setRequestHandler('elicitation/create', ({ params }) => {
                questions.push((params as { message: string }).message);
                return content === undefined ? { action } : { action, content: { ...content } };
            });
            await client.connect(new StreamableHTTPClientTransport(new URL(wire.url)));
            const result = await client.callTool({ name: SEND, arguments: { ...MESSAGE, textBody: `Asked: ${says}` } });
            assert.equal(result.isError === true, sent === 0);
            assert.equal(wire.genesys.received.length - before, sent);
            assert.equal(questions.length, 1);
            assert.match(questions[0] ?? '', /reaches a customer\. Go ahead\?[^]*Asked: /);
        });
});

it('the user of an AI client is not asked about a message that was sent a short time ago', async () => {
    wire.genesys.replies(json(200, { id: 'm1' }));
    const client = opened(new Client(INFO, { ...modern, capabilities: { elicitation: { form: {} } } }));
    let questions = 0;
    client.setRequestHandler('elicitation/create', () => {
        questions += 1;
        return { action: 'accept', content: { goAhead: true } };
    });
    await client.connect(new StreamableHTTPClientTransport(new URL(wire.url)));
    const message = { name: SEND, arguments: { ...MESSAGE, textBody: 'Once' } };
    assert.notEqual((await client.callTool(message)).isError, true);
    const { structuredContent } = await client.callTool(message);
    assert.equal((structuredContent as { error?: { reason: string } }).error?.reason, 'repeated');
    assert.equal(questions, 1);
});

describe('a program that starts the server itself', () => {
    const config = path.join(folder, 'digital-mcp.json');
    writeFileSync(
        config,
        JSON.stringify({
            connections: {
                [PCID]: {
                    baseUrl: wire.genesys.url,
                    grant: { type: 'clientCredentials', clientId: 'c', clientSecret: { env: 'GENESYS_SECRET' } }
                }
            }
        })
    );

    async function started(
        more: readonly string[],
        env: Record<string, string> = { GENESYS_SECRET: 's' }
    ): Promise<Client> {
        const client = opened(new Client(INFO, {}));
        const args = [path.join(import.meta.dirname, '../digitalMcp.ts'), '--stdio', '--config', config, ...more];
        await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }));
        return client;
    }

    it('lists and calls over its standard input and output', async () => {
        wire.genesys.replies(json(200, { id: 'c1' }));
        const client = await started([]);
        assert.equal((await client.listTools()).tools.length, 63);
        const { structuredContent } = await client.callTool({ name: NAME, arguments: { PCID, conversationId: 'c1' } });
        assert.equal((structuredContent as { id?: string }).id, 'c1');
    });

    it('chooses what is offered, and under which names', async () => {
        const client = await started([
            '--read-only',
            '--toolsets',
            'email',
            '--tool-names',
            'short',
            '--exclude-tools',
            'get_emails'
        ]);
        const names = (await client.listTools()).tools.map(({ name }) => name);
        assert.equal(names.length, 8);
        assert.ok(names.includes('get_email') && !names.includes('get_emails'));
        const hidden = await client.callTool({ name: 'get_emails', arguments: { PCID } });
        assert.match(JSON.stringify(hidden.structuredContent), /notAllowed/);
    });

    for (const [what, args, says] of [
        [
            'a toolset that is none',
            ['--toolsets', 'emial'],
            /--toolsets has "emial", which is none\. Allowed: email, message/
        ],
        ['a tool that is none', ['--exclude-tools', 'get_mail'], /--exclude-tools has "get_mail"/],
        ['names that are none', ['--tool-names', 'long'], /--tool-names has "long".*published, short/],
        [
            'a log that cannot be written',
            ['--log', '/nowhere/log'],
            /--log \/nowhere\/log cannot be written \(ENOENT\)/
        ],
        [
            'a file that is not there',
            ['--config', '/nowhere/file.json'],
            /--config \/nowhere\/file\.json cannot be read \(ENOENT\)/
        ]
    ] as const)
        it(`is told of ${what}, by the option that it gave`, () => {
            const command = path.join(import.meta.dirname, '../digitalMcp.ts');
            const { status, stderr, stdout } = spawnSync(process.execPath, [command, '--config', config, ...args], {
                encoding: 'utf8'
            });
            assert.deepEqual([status, stdout], [2, '']);
            assert.match(stderr, says);
        });

    it('reads that a secret is missing, by the name under which it was looked for', async () => {
        const client = await started([], {});
        const { structuredContent, isError } = await client.callTool({
            name: NAME,
            arguments: { PCID, conversationId: 'c1' }
        });
        assert.equal(isError, true);
        assert.match(JSON.stringify(structuredContent), /GENESYS_SECRET/);
    });
});

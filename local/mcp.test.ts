/** An AI client, the server and a Genesys Cloud, each as it is; between them only what goes over the wire. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { startLocalMcp } from './mcp.ts';

const mcp = await startLocalMcp();
const client = new Client(
    { name: 'assistant', version: '1' },
    { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: { pin: '2026-07-28' } } }
);
let says = true;
client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { goAhead: says } }));
await client.connect(new StreamableHTTPClientTransport(new URL(mcp.url)));
after(async () => {
    await client.close();
    await mcp.close();
});

type Answer = Record<string, unknown> & { readonly error?: Record<string, unknown> };

async function call(name: string, given: object): Promise<Answer> {
    const { structuredContent } = await client.callTool({
        name: `genesys_conversations_digital_${name}`,
        arguments: { ...given }
    });
    return structuredContent as Answer;
}

const AGENT = { PCID: 'agent' };
const { email, sms } = SEEDED;

test('an assistant reads an email, answers it when its user says yes, and the customer has one answer', async () => {
    const messages = (await call('get_email_messages', { ...AGENT, conversationId: email.id })) as {
        entities?: { id: string }[];
    };
    const messageId = messages.entities?.[0]?.id;
    const mail = await call('get_email_message', { ...AGENT, conversationId: email.id, messageId });
    assert.match(String(mail['textBody']), /charged twice/);
    assert.ok((mail['_call'] as { untrusted: string[] }).untrusted.includes('textBody'));

    const reply = {
        ...AGENT,
        conversationId: email.id,
        to: [{ email: 'edna@customer.example' }],
        from: { email: 'care@acme.example' },
        textBody: 'We refund one.'
    };
    const before = mcp.genesys.control.received().length;
    says = false;
    assert.equal((await call('post_email_messages', reply)).error?.['reason'], 'notConfirmed');
    assert.equal(mcp.genesys.control.received().length, before);
    says = true;
    assert.equal((await call('post_email_messages', reply)).error, undefined);
    assert.equal(mcp.genesys.control.received().length, before + 1);
});

test('a message whose outcome nobody knows is looked up and not sent twice', async () => {
    const send = {
        ...AGENT,
        conversationId: sms.id,
        communicationId: sms.agentCommunication,
        textBody: 'It comes tomorrow.'
    };
    const texts = (): number =>
        mcp.genesys.control.received().filter((one) => JSON.stringify(one).includes('It comes tomorrow')).length;
    mcp.genesys.control.faults.next({ kind: 'close' }, { afterDoing: true });
    const lost = await call('post_message_communication_messages', send);
    assert.equal(lost.error?.['reason'], 'outcomeUnknown');
    assert.match(String(lost.error?.['hint']), /read the conversation/);
    assert.equal(texts(), 1);
    assert.equal((await call('post_message_communication_messages', send)).error?.['reason'], 'repeated');
    assert.equal(texts(), 1);
    await call('post_message_communication_messages', { ...send, sendAgain: true });
    assert.equal(texts(), 2);
});

describe('what stands in the way is told with what helps', () => {
    it('a permission that is missing, by its name', async () => {
        const { error } = await call('get_messaging_integrations', { PCID: 'reader' });
        assert.deepEqual([error?.['reason'], error?.['code']], ['notAllowed', 'missing.permissions']);
        assert.match(String(error?.['hint']), /messaging:integration:view/);
        assert.ok(error?.['correlationId']);
    });
    it('a user that the connection does not have', async () => {
        const { error } = await call('get_emails', { PCID: 'service' });
        assert.match(String(error?.['hint']), /has no user/);
    });
    it('an id that does not exist', async () => {
        const { error } = await call('get_email', { ...AGENT, conversationId: '00000000-0000-4000-8000-000000000000' });
        assert.deepEqual([error?.['reason'], error?.['status']], ['refused', 404]);
    });
    it('a token that ended in mid-call is renewed unseen', async () => {
        await call('get_email', { ...AGENT, conversationId: email.id });
        mcp.genesys.control.endTokens();
        assert.equal((await call('get_email', { ...AGENT, conversationId: email.id }))['id'], email.id);
    });
});

test('an operator who mistypes an option reads which there are', () => {
    for (const [args, words] of [
        [['--read-only'], /'--read-only'/],
        [['--tool-names', 'tiny'], /^--tool-names is "tiny"\. Allowed: published, short\.$/m],
        [['--port', '4690x'], /^--port is "4690x"\. Allowed: 0 to 65535\.$/m]
    ] as const) {
        const { status, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'mcp.ts'), ...args], {
            encoding: 'utf8'
        });
        assert.equal(status, 2);
        assert.match(stderr, words);
        assert.match(stderr, /^Usage: npm run mcp .*--tool-names short/m);
    }
});

test('an operator whose ports are taken gets the next free ones, or is told where that is not wanted', async () => {
    const [port, apiPort] = [mcp.url, mcp.apiUrl].map((url) => Number(new URL(url).port));
    assert.ok(port !== undefined && apiPort !== undefined);
    const next = await startLocalMcp({ port, apiPort, orNext: true });
    assert.notEqual(next.url, mcp.url);
    assert.notEqual(next.apiUrl, mcp.apiUrl);
    await next.close();
    await assert.rejects(fetch(next.url));
    await assert.rejects(startLocalMcp({ port }), /Port \d+ is taken\. Give another one with --port\./);
});

test('an operator who asks for names that there are not reads which there are', async () => {
    await assert.rejects(startLocalMcp({ toolNames: 'tiny' }), /toolNames: .*published.*short/);
});

test('an operator starts it over connections of a file, and reads of the first mistake in it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-mcp-'));
    const file = path.join(folder, 'digital-mcp.json');
    writeFileSync(file, JSON.stringify({ connections: { here: { region: 'nowhere' } } }));
    const { status, stderr } = spawnSync(
        process.execPath,
        [path.join(import.meta.dirname, 'mcp.ts'), '--config', file],
        {
            encoding: 'utf8'
        }
    );
    rmSync(folder, { recursive: true });
    assert.equal(status, 2);
    assert.match(stderr, /connections\.here\.region: region is no region of Genesys Cloud/);
});

test('an operator starts it with one command and reads where it is', async () => {
    const started = spawn(
        process.execPath,
        [path.join(import.meta.dirname, 'mcp.ts'), '--port', '0', '--tool-names', 'short'],
        {
            stdio: ['ignore', 'pipe', 'pipe']
        }
    );
    try {
        let text = '';
        for await (const chunk of started.stdout) {
            text += String(chunk);
            if (text.includes('are open.')) break;
        }
        const [url] = /http:\S+/.exec(text) ?? [];
        const listed = await fetch(url ?? '', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
        });
        const { result } = (await listed.json()) as { result: { tools: { name: string }[] } };
        assert.equal(result.tools.length, 63);
        assert.ok(result.tools.some(({ name }) => name === 'get_email'));
        assert.ok(!text.includes(OAUTH_CLIENTS.service.secret));
    } finally {
        started.kill('SIGTERM');
    }
});

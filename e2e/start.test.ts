import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { SEEDED } from '../local/genesys/platformApi/seed.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const data = mkdtempSync(path.join(tmpdir(), 'switchboard-start-'));
const started: ChildProcess[] = [];

after(() => {
    started.forEach((process) => process.kill('SIGKILL'));
    rmSync(data, { recursive: true, force: true });
});

/** Starts the contact centre as `npm start` does, with data of its own, and reads the address that it prints. */
async function start(port = '0'): Promise<{ process: ChildProcess; address: string; said: string }> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'local/start.ts'], {
        cwd: PROJECT,
        env: { ...process.env, PORT: port, SWITCHBOARD_OPEN: '0', SWITCHBOARD_DATA: data },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    started.push(child);
    let said = '';
    child.stdout?.setEncoding('utf8');
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
        said += part;
    });
    for await (const part of child.stdout ?? []) {
        said += String(part);
        const address = /^Switchboard is ready: (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(said)?.[1];
        if (address !== undefined) return { process: child, address, said };
    }
    throw new Error(`The process ended without an address: ${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    assert.equal(code, process.platform === 'win32' ? null : 0);
}

async function mode(address: string): Promise<unknown> {
    const answer: unknown = await (await fetch(new URL('local/records/Switchboard_Setting__mdt', address))).json();
    const rows = (Array.isArray(answer) ? answer : (answer as { records: unknown }).records) as Record<
        string,
        unknown
    >[];
    return rows.find(({ DeveloperName }) => DeveloperName === 'Default')?.['Write_Mode__c'];
}

test('a newcomer starts it, changes a setting, starts it again and finds the page and the setting', async () => {
    const first = await start();
    assert.equal(await mode(first.address), 'follow');
    const changed = await fetch(new URL('local/metadata/Switchboard_Setting__mdt/Default', first.address), {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ Write_Mode__c: 'own' })
    });
    assert.ok(changed.ok);
    await stop(first.process);

    const second = await start();
    const page = await fetch(second.address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<title>/);
    assert.equal(await mode(second.address), 'own');
    await stop(second.process);
});

test('a developer starts the page and finds the server for AI clients and the Platform API beside it, until it is stopped', async () => {
    const { process: child, said } = await start();
    const [, mcp = ''] = /^For AI clients, the MCP server: (http:\S+)$/m.exec(said) ?? [];
    const [, api = ''] = /^For programs, the Genesys Cloud Platform API: (http:\S+)$/m.exec(said) ?? [];
    const listed = await fetch(mcp, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
    });
    const { result } = (await listed.json()) as { result: { tools: unknown[] } };
    assert.equal(result.tools.length, 63);
    assert.equal((await fetch(new URL('api/v2/conversations/emails', api))).status, 401);
    await stop(child);
    await assert.rejects(fetch(mcp));
    await assert.rejects(fetch(api));
});

test('a developer who begins anew finds the Platform API as at first, and the MCP server remembers nothing', async () => {
    const { process: child, address, said } = await start();
    const [, mcp = ''] = /^For AI clients, the MCP server: (http:\S+)$/m.exec(said) ?? [];
    async function call(name: string, given: object): Promise<Readonly<Record<string, unknown>>> {
        const params = { name, arguments: { PCID: 'agent', ...given } };
        const asked = await fetch(mcp, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
        });
        const { result } = (await asked.json()) as { result: { structuredContent: Record<string, unknown> } };
        const { error } = result.structuredContent as { readonly error?: Record<string, unknown> };
        return error ?? result.structuredContent;
    }
    const { email, sms } = SEEDED;
    const place = { conversationId: sms.id, communicationId: sms.agentCommunication };
    const send = (more: object = {}): ReturnType<typeof call> =>
        call('post_message_communication_messages', { ...place, textBody: 'It comes tomorrow.', ...more });
    const look = async (): Promise<readonly unknown[]> => {
        const { participants } = (await call('get_message', { conversationId: sms.id })) as {
            participants: readonly { readonly messages?: readonly unknown[] }[];
        };
        const { textBody } = await call('get_email_messages_draft', { conversationId: email.id });
        const { total } = await call('get_message_communication_messages_media', place);
        return [participants.map(({ messages = [] }) => messages.length), textBody, total];
    };

    const before = await look();
    const { confirmation } = await send();
    assert.equal((await send({ confirmation }))['error'], undefined);
    assert.equal((await send())['reason'], 'repeated');
    const again = await send({ sendAgain: true });
    const file = { ...place, fileName: 'parcel.png', contentLengthBytes: 3 };
    await call('post_message_communication_messages_media_uploads', file);
    const draft = {
        conversationId: email.id,
        from: { email: 'customer-care@care.example' },
        to: [{ email: 'edna@customer.example' }],
        textBody: 'Half an answer'
    };
    const { confirmation: toKeep } = await call('put_email_messages_draft', draft);
    await call('put_email_messages_draft', { ...draft, confirmation: toKeep });
    const [messages, text, files] = await look();
    assert.deepEqual([text, files], ['Half an answer', 1]);
    assert.notDeepEqual(messages, before[0]);

    assert.equal((await fetch(new URL('local/reset', address))).status, 404);
    assert.deepEqual(await look(), [messages, text, files]);
    assert.equal((await fetch(new URL('local/reset', address), { method: 'POST' })).status, 200);
    assert.deepEqual(await look(), before);
    assert.equal((await send({ sendAgain: true, confirmation: again['confirmation'] }))['reason'], 'notConfirmed');
    assert.equal((await send())['reason'], 'confirmationNeeded');
    await stop(child);
});

test('a developer who names a port that is taken is told so, and nothing goes on in the background', async () => {
    const { process: first, address } = await start();
    const { port } = new URL(address);
    await assert.rejects(start(port), new RegExp(`Port ${port} is taken\\. Set PORT to a free one, or to 0\\.`));
    const second = started.at(-1);
    assert.ok(second);
    if (second.exitCode === null) await once(second, 'exit');
    assert.equal(second.exitCode, 1);
    await stop(first);
});

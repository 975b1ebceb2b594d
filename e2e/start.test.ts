import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const PROJECT = path.resolve(import.meta.dirname, '..');
const data = mkdtempSync(path.join(tmpdir(), 'switchboard-start-'));
const started: ChildProcess[] = [];

after(() => {
    started.forEach((process) => process.kill('SIGKILL'));
    rmSync(data, { recursive: true, force: true });
});

/** Starts the contact centre as `npm start` does, with data of its own, and reads the address that it prints. */
async function start(): Promise<{ process: ChildProcess; address: string }> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'local/start.ts'], {
        cwd: PROJECT,
        env: { ...process.env, PORT: '0', SWITCHBOARD_OPEN: '0', SWITCHBOARD_DATA: data },
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
        if (address !== undefined) return { process: child, address };
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

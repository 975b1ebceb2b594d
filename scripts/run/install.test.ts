import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';

const INSTALL = pathToFileURL(path.join(import.meta.dirname, 'install.mjs')).href;

test('a developer whose node_modules is a link keeps what it leads to, and reads what to do', async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const other = path.join(folder, 'other');
    const root = path.join(folder, 'root');
    mkdirSync(other);
    mkdirSync(root);
    writeFileSync(path.join(other, 'kept'), '');
    symlinkSync(other, path.join(root, 'node_modules'), 'junction');
    const said: string[] = [];
    t.mock.method(process.stderr, 'write', (line: string) => said.push(line) > 0);
    assert.equal(await install(root, { quiet: true, reason: 'a test' }), false);
    t.mock.restoreAll();
    assert.match(said.join(''), /^node_modules is a link to another folder/);
    assert.ok(existsSync(path.join(other, 'kept')));
});

test(
    'a developer who stops an install gets the prompt back once npm is done, and not while it works on',
    { skip: process.platform === 'win32' && 'no signals' },
    async (t) => {
        const root = mkdtempSync(path.join(tmpdir(), 'switchboard-'));
        t.after(() => rmSync(root, { recursive: true }));
        // Takes its time to end, as npm does with a thousand packages.
        const slow = `
            import { writeFileSync } from 'node:fs';
            process.on('SIGINT', () => setTimeout(() => { writeFileSync('tidied', ''); process.exit(1); }, 300));
            setInterval(() => undefined, 1000);
            writeFileSync('begun', '');
        `;
        writeFileSync(path.join(root, 'slow.mjs'), slow);
        writeFileSync(
            path.join(root, 'package.json'),
            JSON.stringify({ name: 'stopped', version: '1.0.0', scripts: { install: 'exec node slow.mjs' } })
        );
        const lock = { name: 'stopped', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'stopped' } } };
        writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lock));
        const program = `
            const { install } = await import(${JSON.stringify(INSTALL)});
            console.log(await install(${JSON.stringify(root)}, { quiet: false, reason: 'a test' }));
        `;
        const { NODE_TEST_CONTEXT: _, ...env } = process.env;
        const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env });
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
        const ended = new Promise((resolve) => child.on('close', resolve));
        while (!existsSync(path.join(root, 'begun')) && child.exitCode === null) await pause(20);
        child.kill('SIGINT');
        await ended;
        assert.ok(existsSync(path.join(root, 'tidied')), 'npm was still at work');
        assert.match(said, /^Stopping\. npm puts/m);
        assert.match(said, /^Stopped before all was installed\.[^]*\nfalse\n$/m);
    }
);

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-run-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
    readonly code: number | null;
    readonly out: string;
}

/** Runs a script through scripts/run.mjs; `onOutput` may send a signal. */
function run(script: string, args: readonly string[], onOutput?: (kill: () => void) => void): Promise<Ended> {
    const file = path.join(folder, 'script.ts');
    writeFileSync(file, script);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return new Promise((resolve) => {
        const child = spawn(process.execPath, [path.join(root, 'scripts/run.mjs'), file, ...args], { env });
        let out = '';
        child.stdout.on('data', (chunk: Buffer) => {
            out += chunk.toString();
            onOutput?.(() => child.kill('SIGTERM'));
        });
        child.on('close', (code) => resolve({ code, out }));
    });
}

test("a script gets its arguments as they were given, and its exit code is the command's", async () => {
    const ended = await run('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3 as number;', [
        'two words',
        '--json',
        '$HOME "quoted"'
    ]);
    assert.deepEqual(ended, { code: 3, out: '["two words","--json","$HOME \\"quoted\\""]\n' });
});

test('a script whose npm was killed ends too', { skip: process.platform === 'win32' && 'no orphans' }, async () => {
    const file = path.join(folder, 'left.ts');
    writeFileSync(
        file,
        "process.on('SIGTERM', () => { console.log('ended'); process.exit(); }); console.log('ready'); setInterval(() => undefined, 1000);"
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    // As npm does it: a shell between npm and the script, which ends without a word to its child.
    const line = `"${process.execPath}" "${path.join(root, 'scripts/run.mjs')}" "${file}"; true`;
    const shell = spawn('sh', ['-c', line], { env: { ...env, npm_lifecycle_event: 'start' } });
    let out = '';
    await new Promise<void>((resolve) => {
        shell.stdout.on('data', (chunk: Buffer) => {
            out += chunk.toString();
            if (chunk.toString().includes('ready')) shell.kill('SIGKILL');
        });
        shell.stdout.on('close', resolve);
    });
    assert.equal(out, 'ready\nended\n');
});

test('a script that is asked to end can clean up', { skip: process.platform === 'win32' && 'no signals' }, async () => {
    const script = [
        "process.on('SIGTERM', () => { console.log('cleaned'); process.exit(0); });",
        "console.log('ready'); setInterval(() => undefined, 1000);"
    ].join('\n');
    const ended = await run(script, [], (kill) => kill());
    assert.deepEqual(ended, { code: 0, out: 'ready\ncleaned\n' });
});

/** What the protocol's own makers test a server by, for both eras; and their Inspector, as a person at a terminal uses it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { json } from '../../genesys-api/serverForTests.ts';
import { PCID, wireForTests } from './wireForTests.ts';

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules/@modelcontextprotocol');
const wire = await wireForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-conformance-'));
after(async () => {
    await wire.close();
    rmSync(folder, { recursive: true, force: true });
});

interface Ran {
    readonly code: number;
    readonly text: string;
}

/** The command of a package, in an empty folder: these write files where they stand. */
function run(name: string, args: readonly string[]): Promise<Ran> {
    const file = path.join(MODULES, name, 'package.json');
    const { bin } = createRequire(import.meta.url)(file) as { bin: string | Readonly<Record<string, string>> };
    const command = typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? '');
    return new Promise((resolve) => {
        execFile(
            process.execPath,
            [path.join(MODULES, name, command), ...args],
            { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
            (error, out, err) => {
                resolve({ code: error === null ? 0 : Number(error.code ?? 1), text: out + err });
            }
        );
    });
}

for (const revision of ['2025-11-25', '2026-07-28']) {
    test(`a client of the revision ${revision} finds what it requires, but for what the list explains`, async () => {
        const expected = path.join(import.meta.dirname, 'conformance', `${revision}.yml`);
        const { code, text } = await run('conformance', [
            ...['server', '--url', wire.url, '--requirements', revision],
            ...['--expected-failures', expected]
        ]);
        assert.equal(code, 0, text.slice(text.indexOf('=== SUMMARY')));
        assert.match(text, /✓ tools-list/);
    });
}

test('a person at a terminal lists the tools and calls one with the Inspector', async () => {
    wire.genesys.replies(json(200, { id: 'c1' }));
    const inspector = (...args: readonly string[]): Promise<Ran> =>
        run('inspector', ['--cli', wire.url, '--transport', 'http', '--method', ...args]);
    const listed = await inspector('tools/list');
    assert.equal(listed.text.match(/"name": "genesys_conversations_digital_/g)?.length, 63, listed.text.slice(0, 500));
    const called = await inspector(
        ...['tools/call', '--tool-name', 'genesys_conversations_digital_get_email'],
        ...['--tool-arg', `PCID=${PCID}`, '--tool-arg', 'conversationId=c1']
    );
    assert.match(called.text, /"id": "c1"/);
});

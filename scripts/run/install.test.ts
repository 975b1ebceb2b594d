import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { install } from './install.mjs';

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

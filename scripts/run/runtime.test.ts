import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { npmCommand } from './npm.mjs';
import { findNode, newEnough, tooOld } from './runtime.mjs';

test('Node 22.18 and newer run the project, older ones do not', () => {
    assert.deepEqual(['18.20.8', '20.20.2', '22.17.1'].map(newEnough), [false, false, false]);
    assert.deepEqual(['22.18.0', '23.0.0', '24.21.0', '26.0.0'].map(newEnough), [true, true, true, true]);
});

test("the project's own Node comes first, and without it a new enough one of the machine", () => {
    const root = mkdtempSync(path.join(tmpdir(), 'switchboard-runtime-'));
    try {
        assert.equal(findNode(root), process.execPath);
        const own = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
        mkdirSync(path.dirname(own), { recursive: true });
        writeFileSync(own, '');
        assert.equal(findNode(root), own);
    } finally {
        rmSync(root, { recursive: true, force: true });
    }
});

test('a newcomer whose Node is too old is told what to do', () => {
    assert.match(tooOld('/project'), /Node 22\.18 or newer.*npm rebuild node.*nodejs\.org/s);
});

test('npm is run by the Node that runs it now, without a shell', () => {
    const cli = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-npm-')), 'npm-cli.js');
    writeFileSync(cli, '');
    const command = npmCommand({ npm_execpath: cli, npm_node_execpath: '/old/bin/node' }, '/project/node');
    assert.deepEqual(command, { command: '/old/bin/node', args: [cli], shell: false });
    rmSync(path.dirname(cli), { recursive: true });
});

test('another package manager is not taken for npm', () => {
    const command = npmCommand({ npm_execpath: '/usr/lib/yarn.js' }, '/nowhere/bin/node');
    assert.doesNotMatch(command.args.join(' '), /yarn/);
});

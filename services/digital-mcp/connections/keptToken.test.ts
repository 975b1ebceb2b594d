import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
    chmodSync,
    lstatSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    symlinkSync,
    utimesSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import type { Reply } from '../../genesys-api/serverForTests.ts';
import { keepToken } from './keptToken.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kept-token-'));
let folder = '';
let file = '';
after(() => rmSync(root, { recursive: true }));
beforeEach(() => {
    folder = mkdtempSync(path.join(root, 'one-'));
    file = path.join(folder, 'refresh');
});

const token = (fill: string): string => `first-${fill.repeat(60_000)}-last`;
const isWhole = (text: string): boolean => /^first-(\w)\1{59999}-last\n$/.test(text);
const told: string[] = [];
const keep = (next: string): void => keepToken('refresh', next, folder, (message) => told.push(message));

/** A program of these lines, in a process of its own. */
function program(lines: string, options: object = {}): ReturnType<typeof spawn> {
    const from = JSON.stringify(path.join(import.meta.dirname, 'keptToken.ts'));
    const code = `import { keepToken } from ${from};\n${lines}`;
    return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 2], ...options });
}

test('an operator whose server is killed at any moment finds a whole token in its file, the old one or the new', async () => {
    writeFileSync(file, `${token('a')}\n`, { mode: 0o600 });
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
        const child = program(`
            console.log('ready');
            for (let n = 0; ; n += 1) {
                const fill = 'bcdefghijk'[n % 10];
                keepToken('refresh', 'first-' + fill.repeat(60_000) + '-last', ${JSON.stringify(folder)}, console.error);
            }`);
        await new Promise((resolve) => child.stdout?.once('data', resolve));
        const before = readFileSync(file, 'utf8')[6];
        while (readFileSync(file, 'utf8')[6] === before) await turn();
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
        const ended = new Promise((resolve) => child.once('close', resolve));
        child.kill('SIGKILL');
        await ended;
        const text = readFileSync(file, 'utf8');
        assert.ok(isWhole(text), `round ${round}: ${text.length} characters`);
        assert.equal(statSync(file).mode & 0o777, 0o600);
        seen.add(text[6] ?? '');
    }
    assert.ok(seen.size > 1, 'the tokens were exchanged meanwhile');
});

test('a reader never finds half a token while another one is written', async () => {
    writeFileSync(file, `${token('a')}\n`);
    const child = program(`
        for (let n = 0; ; n += 1) {
            const fill = 'bcdefghijk'[n % 10];
            keepToken('refresh', 'first-' + fill.repeat(60_000) + '-last', ${JSON.stringify(folder)}, console.error);
        }`);
    let [changes, before] = [0, 'a'];
    while (changes < 100) {
        const text = readFileSync(file, 'utf8');
        if (!isWhole(text)) child.kill('SIGKILL');
        assert.ok(isWhole(text), `${text.length} characters`);
        if (text[6] !== before) changes += 1;
        before = text[6] ?? '';
        await turn();
    }
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
});

test('what a killed process left beside the file is removed later, and nothing else of the folder', () => {
    const leftOver = `.refresh.${crypto.randomUUID()}.new`;
    const underWay = `.refresh.${crypto.randomUUID()}.new`;
    for (const name of [leftOver, underWay, '.refresh.bak', 'other']) writeFileSync(path.join(folder, name), 'x');
    utimesSync(path.join(folder, leftOver), new Date(0), new Date(0));
    keep('next');
    assert.deepEqual(readdirSync(folder).sort(), ['.refresh.bak', underWay, 'other', 'refresh'].sort());
});

test('a file that only its owner reads stays so, and so does one that a group may read', () => {
    keep('one');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    chmodSync(file, 0o640);
    keep('two');
    assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).mode & 0o777], ['two\n', 0o640]);
    assert.deepEqual(told, []);
});

test('a link in the place of the file stays a link, also one that leads to a file that is not there yet', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync('elsewhere/token', file);
    for (const next of ['one', 'two']) {
        keep(next);
        assert.ok(lstatSync(file).isSymbolicLink());
        assert.equal(readFileSync(path.join(elsewhere, 'token'), 'utf8'), `${next}\n`);
    }
    assert.deepEqual(readdirSync(elsewhere), ['token']);
});

/** As somebody whom the rights of a folder stop, which they do not for root. */
async function asNobody(inner: string): Promise<string> {
    const lines = `keepToken('refresh', 'next', ${JSON.stringify(inner)}, (message) => console.log(message));`;
    const child = program(lines, process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {});
    let out = '';
    child.stdout?.on('data', (chunk) => (out += String(chunk)));
    await new Promise((resolve) => child.once('close', resolve));
    return out;
}

test('an operator whose folder takes no new file keeps the token all the same, and reads what to change', async () => {
    writeFileSync(file, 'a-longer-old-token\n');
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    chmodSync(root, 0o755);
    const words = await asNobody(folder);
    assert.match(words, /folder of refresh takes no new file \(EACCES\).*written over the old one.*mount the folder/);
    assert.equal(readFileSync(file, 'utf8'), 'next\n');
    chmodSync(file, 0o444);
    assert.match(await asNobody(folder), /refresh cannot be written \(EACCES\).*used up/);
    chmodSync(folder, 0o755);
});

/** Genesys Cloud takes each refresh token once, and its answer holds the next one. Waits until so many have asked at first. */
function eachOnce(first: string, atOnce: number): Reply {
    let [good, count] = [first, 0];
    const waiting: (() => void)[] = [];
    function answer(...[received, response]: Parameters<Reply>): void {
        const isGood = new URLSearchParams(received.body).get('refresh_token') === good;
        if (isGood) {
            count += 1;
            good = `refresh-${count}`;
        }
        const granted = { access_token: `access${count}`, expires_in: 3_600, refresh_token: good };
        const reply = isGood ? json(200, granted) : json(400, { error: 'invalid_grant', description: 'used up' });
        reply(received, response);
    }
    return (received, response) => {
        waiting.push(() => answer(received, response));
        if (waiting.length >= atOnce) for (const next of waiting.splice(0, atOnce)) next();
        if (count > 0) for (const next of waiting.splice(0)) next();
    };
}

test('three processes that sign in with one refresh token at the same time all get in, and the file has the last one', async (t) => {
    const server = await serverForTests();
    t.after(() => server.close());
    server.signInReplies(
        ...Array.from(
            { length: 9 },
            (
                (reply) => () =>
                    reply
            )(eachOnce('refresh-0', 3))
        )
    );
    const secret = path.join(folder, 'secret');
    writeFileSync(secret, 'secret of the client');
    writeFileSync(file, 'refresh-0\n', { mode: 0o600 });
    const config = path.join(folder, 'connections.json');
    const grant = {
        type: 'refreshToken',
        clientId: 'c',
        clientSecret: { file: 'secret' },
        refreshToken: { file: 'refresh' }
    };
    writeFileSync(config, JSON.stringify({ connections: { edna: { baseUrl: server.url, grant } } }));
    const pcid = path.join(import.meta.dirname, '../pcid.ts');
    const results = await Promise.all(
        Array.from({ length: 3 }, () => {
            const child = spawn(process.execPath, [pcid, 'test', '--config', config]);
            let out = '';
            child.stdout.on('data', (chunk) => (out += String(chunk)));
            return new Promise<string>((resolve) => child.once('close', () => resolve(out)));
        })
    );
    assert.deepEqual(results, Array(3).fill('edna: connected. It signs in, and acts for a user.\n'));
    assert.equal(readFileSync(file, 'utf8'), 'refresh-3\n');
    assert.ok(server.signIns.length > 3, 'some were refused at first');
});

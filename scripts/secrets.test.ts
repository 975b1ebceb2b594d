import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { secretsIn } from './secrets/found.ts';
import type { Found } from './secrets/found.ts';
import { unexplained } from './secrets/known.ts';
import { filesOfAllTimes, filesOfToday, hasGit } from './secrets/texts.ts';

const root = path.resolve(import.meta.dirname, '..');
const letters = (count: number): string => 'aB3dE5gH7jK9'.repeat(count).slice(0, count);

// In two parts each, so that this file is none that is found.
const KEY = `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${letters(64)}\n-----END ${'RSA PRIVATE'} KEY-----\n`;
const TOKEN = `const token = '${'ghp'}_${letters(36)}';`;
const PLANTED: readonly (readonly [what: string, rule: string, text: string])[] = [
    ['an RSA key', 'privatekey', KEY],
    ['a short key', 'privatekey', pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sec1')],
    ['a key in one line', 'privatekey', JSON.stringify(pem(generateKeyPairSync('ed25519'), 'pkcs8'))],
    ['a token of GitHub', 'github', TOKEN],
    ['a key of AWS', 'aws', `aws_secret_access_key = ${letters(40)}`],
    [
        'a database',
        'database-connection-string',
        `url: ${'postgres'}://bridge:${letters(20)}@db.example.com:5432/bridge`
    ],
    [
        'a login of the sf command',
        'salesforceCliLogin',
        `${'force'}://PlatformCLI::${letters(80)}@acme.my.salesforce.com`
    ],
    ['a session of Salesforce', 'salesforceSession', `sid=${'00D'}000000000001AAA!${letters(96)}`],
    ['a refresh token of Salesforce', 'salesforceRefreshToken', `token: ${'5Aep'}861${letters(80)}`]
];

function pem({ privateKey }: { privateKey: KeyObject }, type: 'sec1' | 'pkcs8'): string {
    return privateKey.export({ type, format: 'pem' }) as string;
}

async function rulesIn(text: string, file = 'docs/notes.md'): Promise<string[]> {
    return (await secretsIn({ file, text })).map(({ rule }) => rule);
}

test('a developer who looks through all that git has finds no secret that is not explained', async (t) => {
    if (!hasGit(root)) return t.skip('no git repository: nothing tells which files are to be published');
    const texts = filesOfToday(root);
    assert.ok(texts.length > 1000);
    assert.deepEqual(unexplained((await Promise.all(texts.map(secretsIn))).flat()), []);
});

for (const [what, rule, text] of PLANTED)
    test(`a developer who leaves ${what} in a file is told`, async () => {
        assert.deepEqual(await rulesIn(text), [rule]);
    });

test('a developer may write about keys, ids and addresses', async () => {
    const text =
        '-----BEGIN PRIVATE KEY----- begins it. 00D000000000001AAA, postgres://db.example.com/bridge, force://';
    assert.deepEqual(await rulesIn(text), []);
});

test('a developer reads where the secret stands and what to do, and not the secret', async () => {
    const [fault = ''] = unexplained(await secretsIn({ file: 'docs/notes.md', text: `one\n${TOKEN}` }), []);
    assert.match(fault, /^docs\/notes\.md:2 looks like a secret \(github\)\. Make it invalid/);
    assert.doesNotMatch(fault, new RegExp(letters(12)));
});

test('a developer who explains an invented key is told of another one, and when the explanation is idle', () => {
    const found: Found = { file: 'a.test.ts', line: 1, rule: 'privatekey' };
    const known = [{ file: 'a.test.ts', rule: 'privatekey', why: 'invented' }];
    assert.deepEqual(unexplained([found], known), []);
    assert.equal(unexplained([found, { ...found, rule: 'github' }], known).length, 1);
    assert.equal(unexplained([found, { ...found, file: 'b.test.ts' }], known).length, 1);
    assert.match(unexplained([], known).join(), /nothing is found any more/);
});

test('a developer is told of a file before it is added, not of one that git ignores, and of one that is gone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-secrets-'));
    const git = (...args: string[]): Buffer =>
        execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
    try {
        git('init', '--quiet');
        writeFileSync(path.join(folder, '.gitignore'), 'own.key\n');
        for (const name of ['own.key', 'new.key', 'gone.key']) writeFileSync(path.join(folder, name), KEY);
        writeFileSync(path.join(folder, 'picture.png'), Buffer.from([0, 1, 2]));
        git('add', '.gitignore', 'gone.key', 'picture.png');
        git('commit', '--quiet', '--message', 'first');
        rmSync(path.join(folder, 'gone.key'));
        const names = (texts: readonly { file: string }[]): string[] => texts.map(({ file }) => file).sort();
        assert.deepEqual(names(filesOfToday(folder)), ['.gitignore', 'new.key']);
        const before = filesOfAllTimes(folder);
        assert.deepEqual(names(before), ['.gitignore', 'gone.key']);
        assert.deepEqual((await Promise.all(before.map(secretsIn))).flat(), [
            { file: 'gone.key', line: 1, rule: 'privatekey' }
        ]);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});

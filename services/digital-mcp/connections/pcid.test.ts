import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
    chmodSync,
    existsSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it, test } from 'node:test';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { hangUp, json, serverForTests, text } from '../../genesys-api/serverForTests.ts';
import { readConfiguration } from './configuration.ts';
import type { ListedConnection } from './connectionStatus.ts';
import { runPcid, USAGE } from './pcidCommands.ts';
import type { Told } from './pcidCommands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pcid-'));
let server = await serverForTests();
let file = '';
after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
});
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
    file = path.join(mkdtempSync(path.join(folder, 'one-')), 'connections.json');
});

const SECRET = 'kR7-very-secret-text';
const env = { GENESYS_SECRET: SECRET };

async function pcid(...args: string[]): Promise<Told> {
    const told = await runPcid([...args, '--config', file], { env, clock: clockForTests() });
    assert.ok(!JSON.stringify(told).includes(SECRET), 'no secret is printed');
    return told;
}

const add = (...args: string[]): Promise<Told> =>
    pcid('add', '--base-url', server.url, '--client-id', 'client', '--secret-env', 'GENESYS_SECRET', ...args);

test('an operator adds a connection in one line, to a file that only the operator can read', async () => {
    const { code, out, err } = await pcid(
        ...['add', '--region', 'eu-west-1', '--name', 'Support', '--client-id', 'c', '--secret-env', 'GENESYS_SECRET']
    );
    assert.equal(code, 0);
    assert.match(out ?? '', /^[0-9a-f-]{36}$/);
    assert.match(err ?? '', /is added\. "pcid test" signs in/);
    const { connections } = readConfiguration(readFileSync(file, 'utf8'));
    assert.deepEqual(connections[out ?? ''], {
        name: 'Support',
        region: 'eu-west-1',
        grant: { type: 'clientCredentials', clientId: 'c', clientSecret: { env: 'GENESYS_SECRET' } }
    });
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(server.signIns.length + server.received.length, 0, 'nobody was asked');
});

test('a second connection leaves the first, the rest of the file, and who may read it, as they are', async () => {
    await add('--pcid', 'support');
    const before = {
        ...readConfiguration(readFileSync(file, 'utf8')),
        toolNames: 'short',
        defaultConnection: 'support'
    };
    writeFileSync(file, `\uFEFF${JSON.stringify(before)}`);
    chmodSync(file, 0o640);
    assert.equal((await add('--pcid', 'sales')).out, 'sales');
    const { connections, ...rest } = readConfiguration(readFileSync(file, 'utf8'));
    assert.deepEqual(rest, { toolNames: 'short', defaultConnection: 'support' });
    assert.deepEqual(Object.keys(connections), ['support', 'sales']);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(path.dirname(file)), ['connections.json']);
});

test('an operator is told when the secret is not there yet, and the connection is added', async () => {
    for (const secret of [
        ['--secret-env', 'NOT_SET'],
        ['--secret-file', 'not-there']
    ]) {
        const { code, out, err } = await pcid('add', '--region', 'eu_west_1', '--client-id', 'c', ...secret);
        assert.equal(code, 0);
        assert.match(err ?? '', /cannot sign in yet: The (environment variable NOT_SET|file not-there) is missing/);
        assert.ok(readConfiguration(readFileSync(file, 'utf8')).connections[out ?? '']);
    }
});

describe('an operator who gets the line wrong is told what to write, and the file stays as it is', () => {
    const good = ['--region', 'eu_west_1', '--client-id', 'c'];
    for (const [what, args, words] of [
        [
            'a secret in the line',
            ['add', ...good, '--client-secret', SECRET],
            /--client-secret is refused.*--secret-env NAME/
        ],
        ['a secret in the line, with a sign', ['add', ...good, `--secret=${SECRET}`], /--secret is refused/],
        ['a secret for its name', ['add', ...good, '--secret-env', SECRET], /Give the name, not the secret itself/],
        [
            'a secret after the options',
            ['add', ...good, '--secret-env', 'A', SECRET],
            /The first word is add, list or test/
        ],
        ['no secret', ['add', ...good], /either --secret-env NAME or --secret-file PATH/],
        ['two secrets', ['add', ...good, '--secret-env', 'A', '--secret-file', 'b'], /either --secret-env/],
        ['no region', ['add', '--client-id', 'c', '--secret-env', 'A'], /--region is missing/],
        ['no client', ['add', '--region', 'eu_west_1', '--secret-env', 'A'], /--client-id is missing/],
        [
            'an unknown region',
            ['add', '--region', 'eu', '--client-id', 'c', '--secret-env', 'A'],
            /region: .*eu_west_1/
        ],
        ['an odd PCID', ['add', ...good, '--secret-env', 'A', '--pcid', 'a b'], /PCID has letters/],
        ['an unknown option', ['add', '--regoin', 'x'], /--regoin is no option/],
        ['an option without its value', ['list', '--name'], /specify the option argument for '--name'/],
        ['no command', [], /The first word is add, list or test/],
        ['an unknown command', ['remove', 'x'], /The first word is add, list or test/],
        ['an unknown PCID', ['test', 'nothing'], /"nothing" is no PCID of this configuration\. There are: support/]
    ] as const)
        it(what, async () => {
            await add('--pcid', 'support');
            const before = readFileSync(file, 'utf8');
            const { code, out, err } = await pcid(...args);
            assert.deepEqual([code, out], [2, undefined]);
            assert.match(err ?? '', words);
            assert.equal(readFileSync(file, 'utf8'), before);
        });
    it('a PCID that is taken', async () => {
        await add('--pcid', 'support');
        assert.match((await add('--pcid', 'support')).err ?? '', /There is a connection support already/);
    });
    it('a file that is not there, or is no configuration', async () => {
        assert.match((await pcid('list')).err ?? '', /cannot be read\. "pcid add" makes it/);
        writeFileSync(file, '{');
        assert.match((await add()).err ?? '', /is not JSON/);
        assert.equal(readFileSync(file, 'utf8'), '{');
    });
    it('no configuration', async () => {
        assert.match((await runPcid(['list'], { env })).err ?? '', /--config is missing/);
        assert.equal((await runPcid(['--help'], { env })).out, USAGE);
    });
    it('a folder that is not there', async () => {
        file = path.join(path.dirname(file), 'nothing', 'connections.json');
        assert.match((await add()).err ?? '', /cannot be written \(ENOENT\)\. Nothing was changed/);
        assert.ok(!existsSync(file));
    });
});

test('an operator lists the connections as Pinkfish does, with a status that was just looked up', async () => {
    await add('--pcid', 'support', '--name', 'Support');
    await pcid('add', '--base-url', server.url, '--client-id', 'x', '--secret-env', 'NOT_SET', '--pcid', 'sales');
    const list = async (): Promise<ListedConnection[]> =>
        JSON.parse((await pcid('list')).out ?? '') as ListedConnection[];
    assert.deepEqual(await list(), [
        { id: 'support', name: 'Support', service_key: 'genesys', status: 'connected' },
        { id: 'sales', name: 'sales', service_key: 'genesys', status: 'disconnected' }
    ]);
    server.signInReplies(json(400, { error: 'invalid_client' }));
    assert.deepEqual(
        (await list()).map(({ status }) => status),
        ['error', 'disconnected']
    );
});

describe('an operator tests a connection and reads what is wrong', () => {
    for (const [what, signIn, reply, code, words] of [
        [
            'nothing',
            undefined,
            json(200, { entities: [] }),
            0,
            /^support: connected\. It signs in, and acts for a user\.$/
        ],
        [
            'no user',
            undefined,
            json(400, { code: 'bad.request', message: 'This request requires a user context.' }),
            0,
            /^support: connected\. It signs in\. It has no user/
        ],
        ['another refusal', undefined, json(400, { code: 'bad.request' }), 0, /^support: connected\. It signs in\.$/],
        [
            'a permission',
            undefined,
            json(403, { code: 'missing.permissions' }),
            0,
            /signs in, but may not list messages\. It/
        ],
        [
            'the OAuth client',
            json(400, { error: 'invalid_client' }),
            json(200, {}),
            1,
            /^support: error\. Genesys Cloud at http.* does not take the OAuth client\. Check its id, its secret.*\(400 invalid_client\)/
        ],
        [
            'the region',
            undefined,
            json(401, { code: 'bad.credentials' }),
            1,
            /does not take the OAuth client.*region.*401/
        ],
        ['the login', text(503, '<html>'), json(200, {}), 1, /cannot be reached from here, or its login fails/],
        [
            'the quota',
            undefined,
            json(429, {}, { 'retry-after': '120' }),
            1,
            /no more requests for now\. Try it after 120/
        ],
        ['the API', undefined, json(503, {}), 1, /signs in, but Genesys Cloud does not answer \(503\)/],
        ['the line', undefined, hangUp, 1, /signs in, but Genesys Cloud does not answer \(unavailable\)/]
    ] as const)
        it(what, async () => {
            await add('--pcid', 'support');
            if (signIn !== undefined) server.signInReplies(signIn, signIn, signIn);
            server.replies(reply);
            const told = await pcid('test', 'support');
            assert.equal(told.code, code);
            assert.match(told.out ?? '', words);
            assert.ok(!(told.out ?? '').includes('token1'));
        });
    it('the network', async () => {
        await add('--pcid', 'support');
        await server.close();
        const { code, out } = await pcid('test');
        assert.deepEqual([code, /cannot be reached from here/.test(out ?? '')], [1, true]);
    });
    it('a secret that is missing, or all of them at once', async () => {
        await add('--pcid', 'support');
        await pcid('add', '--base-url', server.url, '--client-id', 'x', '--secret-file', 'secret', '--pcid', 'sales');
        const { code, out } = await pcid('test');
        assert.equal(code, 1);
        assert.match(out ?? '', /^support: connected\..*\nsales: disconnected\. The file secret is missing or empty/);
        writeFileSync(path.join(path.dirname(file), 'secret'), 'here\n');
        assert.equal((await pcid('test')).code, 0);
    });
    it('a token that was given and is none, without asking Genesys Cloud', async () => {
        const connections = {
            given: { baseUrl: server.url, grant: { type: 'accessToken', token: { file: 'token' } } }
        };
        writeFileSync(file, JSON.stringify({ connections }));
        writeFileSync(path.join(path.dirname(file), 'token'), `Bearer ${SECRET}\nanother`);
        const { code, out = '' } = await pcid('test');
        assert.equal(code, 1);
        assert.match(out, /^given: disconnected\. The file token holds no token: .*one word/);
        assert.ok(!out.includes(SECRET));
        assert.equal(server.received.length, 0);
    });
    it('a token that was given, or a refresh token that was used up', async () => {
        const secret = { file: 'secret' };
        const connections = {
            given: { baseUrl: server.url, grant: { type: 'accessToken', token: secret } },
            user: {
                baseUrl: server.url,
                grant: { type: 'refreshToken', clientId: 'c', clientSecret: secret, refreshToken: secret }
            }
        };
        writeFileSync(file, JSON.stringify({ connections }));
        writeFileSync(path.join(path.dirname(file), 'secret'), SECRET);
        server.replies(json(401, { code: 'bad.credentials' }));
        server.signInReplies(json(400, { error: 'invalid_grant' }));
        const { out } = await pcid('test');
        assert.match(
            out ?? '',
            /given: error\..*access token: it has ended.*\nuser: error\..*refresh token: it is used up/
        );
    });
});

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve) => {
        const program = path.join(import.meta.dirname, '../pcid.ts');
        const child = spawn(process.execPath, [program, ...args, '--config', file], {
            env: { ...process.env, ...env }
        });
        let [out, err] = ['', ''];
        child.stdout.on('data', (chunk) => (out += String(chunk)));
        child.stderr.on('data', (chunk) => (err += String(chunk)));
        child.once('close', (code) => resolve({ code, out, err }));
    });
}

test('ten operators who add a connection at the same moment all find theirs', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `desk-${index}`);
    const options = ['--region', 'eu_west_1', '--client-id', 'c', '--secret-env', 'GENESYS_SECRET'];
    const added = await Promise.all(names.map((name) => run('add', ...options, '--pcid', name)));
    assert.deepEqual(
        added.map(({ code, out }) => [code, out]),
        names.map((name) => [0, `${name}\n`])
    );
    assert.deepEqual(Object.keys(readConfiguration(readFileSync(file, 'utf8')).connections).sort(), names);
    assert.deepEqual(readdirSync(path.dirname(file)), ['connections.json']);
});

test('an operator who finds the file held by a process that was killed is told which file to remove', async () => {
    await add('--pcid', 'support');
    const before = readFileSync(file, 'utf8');
    writeFileSync(`${file}.lock`, '99999\n');
    const args = ['add', '--region', 'eu_west_1', '--client-id', 'c', '--secret-env', 'GENESYS_SECRET'];
    const { code, err } = await runPcid([...args, '--config', file], { env, waitMs: 100 });
    assert.equal(code, 2);
    assert.match(
        err ?? '',
        /connections\.json\.lock is there since 20.*process 99999.*Nothing was changed.*remove the file first/
    );
    assert.equal(readFileSync(file, 'utf8'), before);
    rmSync(`${file}.lock`);
    assert.equal((await add('--pcid', 'sales')).code, 0);
});

test('the command works as a program, with its answer on one channel and its remarks on the other', async () => {
    const options = [
        '--base-url',
        server.url,
        '--client-id',
        'c',
        '--secret-env',
        'GENESYS_SECRET',
        '--pcid',
        'support'
    ];
    const added = await run('add', ...options);
    assert.deepEqual([added.code, added.out], [0, 'support\n']);
    const tested = await run('test');
    assert.deepEqual([tested.code, tested.out], [0, 'support: connected. It signs in, and acts for a user.\n']);
    assert.equal((await run('remove')).code, 2);
});

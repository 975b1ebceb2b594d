import assert from 'node:assert/strict';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { readSecret } from '@switchboard/genesys-api';
import { hangUp, json, serverForTests, silence, text } from '../../genesys-api/serverForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import { createJwtBearer, NoToken } from './jwtBearer.ts';
import type { JwtBearerOptions } from './jwtBearer.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
});
let server: TestServer;
beforeEach(async () => void (server = await serverForTests()));
afterEach(() => server.close());

const bearer = (options: Partial<JwtBearerOptions> = {}) =>
    createJwtBearer({
        loginUrl: server.url,
        audience: 'https://login.salesforce.com',
        clientId: '3MVG9consumer',
        user: 'bridge@acme.example',
        privateKey: () => privateKey,
        timeoutMs: 1_000,
        ...options
    });
const gives = (accessToken: string) =>
    json(200, { access_token: accessToken, instance_url: 'https://acme.my.salesforce.com', token_type: 'Bearer' });

test("Salesforce gets an assertion signed by the app's key, for the user, valid for two minutes", async () => {
    server.replies(gives('00D!1'));
    const before = Math.floor(Date.now() / 1_000);
    const token = await bearer()();
    assert.deepEqual(token, { accessToken: '00D!1', instanceUrl: 'https://acme.my.salesforce.com' });
    const [asked] = server.received;
    assert.equal(`${asked?.method} ${asked?.path}`, 'POST /services/oauth2/token');
    assert.match(String(asked?.headers['content-type']), /^application\/x-www-form-urlencoded/);
    const form = new URLSearchParams(asked?.body);
    assert.deepEqual([...form.keys()], ['grant_type', 'assertion']);
    assert.equal(form.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    assert.deepEqual(read(header), { alg: 'RS256' });
    const { exp, ...rest } = read(claims) as { exp: number };
    assert.deepEqual(rest, { iss: '3MVG9consumer', sub: 'bridge@acme.example', aud: 'https://login.salesforce.com' });
    assert.ok(exp >= before + 119 && exp <= before + 125, String(exp - before));
    const verifier = createVerify('RSA-SHA256').update(`${header}.${claims}`);
    assert.ok(verifier.verify(publicKey, signature, 'base64url'));
});

test('a token is kept, and asked for anew only when it was refused', async () => {
    server.replies(gives('one'), gives('two'));
    const ask = bearer();
    assert.equal((await ask()).accessToken, 'one');
    assert.equal((await ask('a token of long ago')).accessToken, 'one');
    assert.equal((await ask('one')).accessToken, 'two');
    assert.equal((await ask('one')).accessToken, 'two');
    assert.equal(server.received.length, 2);
});

test('however many calls find their token refused at once, one new one is asked for', async () => {
    server.replies(gives('one'), gives('two'));
    const ask = bearer();
    await ask();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => ask('one')));
    assert.deepEqual(new Set(tokens.map(({ accessToken }) => accessToken)), new Set(['two']));
    assert.equal(server.received.length, 2);
});

test('after a login that failed the next call asks again', async () => {
    server.replies(text(503, ''), gives('one'));
    const ask = bearer();
    await assert.rejects(ask(), NoToken);
    assert.equal((await ask()).accessToken, 'one');
});

test('the operator is told which error Salesforce names, and what to look at', async () => {
    for (const [error, hint] of [
        ['invalid_grant', 'approval'],
        ['invalid_client', 'certificate'],
        ['invalid_client_id', 'consumer key'],
        ['invalid_app_access', 'not approved']
    ]) {
        server.replies(json(400, { error, error_description: 'user bridge@acme.example has no approval' }));
        await assert.rejects(bearer()(), (thrown: Error) => {
            assert.ok(thrown instanceof NoToken);
            assert.match(thrown.message, new RegExp(`${error} \\(.*${hint}`));
            return true;
        });
    }
});

test('no message of a failed login holds the key, the assertion, the user or what Salesforce said', async () => {
    const replies = [
        json(400, { error: 'invalid_grant', error_description: 'bridge@acme.example 3MVG9consumer' }),
        json(400, { error: 'bridge@acme.example\n' }),
        json(200, { access_token: 'with a blank' }),
        json(200, { access_token: 7 }),
        json(200, 'token'),
        text(200, '<html>bridge@acme.example</html>'),
        text(302, '', { location: '/login?user=bridge@acme.example' }),
        hangUp,
        silence
    ];
    for (const reply of replies) {
        server.replies(reply);
        await assert.rejects(bearer({ timeoutMs: 100 })(), (thrown: Error) => {
            const { assertion } = Object.fromEntries(new URLSearchParams(server.received.at(-1)?.body));
            assert.ok(thrown instanceof NoToken, String(thrown));
            assert.doesNotMatch(`${thrown.stack} ${JSON.stringify(thrown)}`, /PRIVATE KEY|bridge@|3MVG9|with a blank/);
            assert.ok(!thrown.message.includes(assertion ?? '?'));
            assert.equal(thrown.cause, undefined);
            return true;
        });
    }
});

test('a key that cannot be read is named as such, and nothing is sent', async () => {
    const broken = [
        () => 'no key',
        () => privateKey.slice(0, 400),
        () => {
            throw new Error('/etc/bridge.key: no such file');
        }
    ];
    for (const key of broken)
        await assert.rejects(bearer({ privateKey: key })(), /the private key cannot be read: give a PKCS #8 key/);
    const missing = (): string => readSecret({ file: 'no-such.key' }, {}, import.meta.dirname);
    await assert.rejects(
        bearer({ privateKey: missing })(),
        /: The file no-such\.key is missing or empty\. Put .*[^.]$/
    );
    assert.equal(server.received.length, 0);
});

test('an answer without an address of the org means the address of the login', async () => {
    server.replies(json(200, { access_token: 'one' }));
    assert.equal((await bearer()()).instanceUrl, server.url);
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { askToken, assertion, call, claims, message, OTHER_KEY, seconds, serviceForTests } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

let service: ServiceForTests;
let skewMs = 0;
before(async () => void (service = await serviceForTests({ now: () => Date.now() + skewMs })));
after(() => service.close());

test('an approved user of an app gets a token, and the calls take it', async () => {
    const { body, status } = await askToken(service.url, assertion({ ...claims, exp: seconds() + 170 }));
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body), ['access_token', 'scope', 'instance_url', 'id', 'token_type']);
    const token = String(body['access_token']);
    assert.match(token, /^00D000000000001!/);
    assert.ok(service.isToken(token));
    assert.equal((await call(service.url, 'POST /interactions', message(), { token })).status, 202);
    service.revokeTokens();
    assert.equal((await call(service.url, 'POST /interactions', message(), { token })).body['code'], 10004);
});

test('a token is taken for two hours', async () => {
    const { body } = await askToken(service.url, assertion({ ...claims, exp: seconds() + 60 }));
    skewMs = 7_199_000;
    assert.ok(service.isToken(String(body['access_token'])));
    skewMs = 7_201_000;
    assert.ok(!service.isToken(String(body['access_token'])));
    skewMs = 0;
});

const at = seconds();
const REFUSED: readonly [string, string, string][] = [
    ['another key', assertion({ ...claims, exp: at + 100 }, OTHER_KEY), 'invalid_client'],
    ['an unknown app', assertion({ ...claims, iss: 'nobody', exp: at + 100 }), 'invalid_client_id'],
    [
        'another audience',
        assertion({ ...claims, aud: 'https://acme.my.salesforce.com', exp: at + 100 }),
        'invalid_grant'
    ],
    ['an expired assertion', assertion({ ...claims, exp: at - 1 }), 'invalid_grant'],
    ['no expiry', assertion({ ...claims }), 'invalid_grant'],
    ['more than three minutes', assertion({ ...claims, exp: at + 300 }), 'invalid_grant'],
    ['a user whom nobody approved', assertion({ ...claims, sub: 'eve@acme.example', exp: at + 100 }), 'invalid_grant'],
    ['another algorithm', assertion({ ...claims, exp: at + 100 }, undefined, { alg: 'HS256' }), 'invalid_grant'],
    [
        'no signature',
        `${assertion({ ...claims, exp: at + 100 })
            .split('.')
            .slice(0, 2)
            .join('.')}.`,
        'invalid_grant'
    ],
    ['no JWT', 'assertion', 'invalid_grant'],
    ['nothing', '', 'invalid_grant']
];
for (const [what, jwt, error] of REFUSED) {
    test(`no token for ${what}: ${error}`, async () => {
        const { body, status } = await askToken(service.url, jwt);
        assert.deepEqual([status, body['error'], body['access_token']], [400, error, undefined]);
        assert.equal(typeof body['error_description'], 'string');
    });
}

test('a body that is no form, or another grant, gets unsupported_grant_type', async () => {
    const url = `${service.url}/services/oauth2/token`;
    for (const body of [new URLSearchParams({ grant_type: 'password' }), JSON.stringify({ grant_type: 'a' })]) {
        const response = await fetch(url, { method: 'POST', body });
        assert.equal(((await response.json()) as { error: string }).error, 'unsupported_grant_type');
    }
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
test('a certificate is taken as openssl makes it', { skip: hasOpenssl ? false : 'needs openssl' }, async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const [key, crt] = [path.join(folder, 'bridge.key'), path.join(folder, 'bridge.crt')];
    const words = 'req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=switchboard-bridge'.split(' ');
    execFileSync('openssl', [...words, '-keyout', key, '-out', crt], { stdio: 'ignore' });
    const apps = [{ consumerKey: 'consumer', certificate: readFileSync(crt, 'utf8'), users: ['bridge@acme.example'] }];
    const other = await serviceForTests({ apps });
    t.after(() => other.close());
    const jwt = assertion({ ...claims, exp: seconds() + 100 }, readFileSync(key, 'utf8'));
    assert.equal((await askToken(other.url, jwt)).status, 200);
});

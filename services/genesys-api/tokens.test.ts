import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { clockForTests } from './clockForTests.ts';
import { GenesysError } from './genesysError.ts';
import { endpointsAt } from './regions.ts';
import { hangUp, json, serverForTests, silence, text } from './serverForTests.ts';
import type { Reply } from './serverForTests.ts';
import { clientCredentials, refreshedToken } from './tokens.ts';
import type { TokenSource } from './tokens.ts';

const SECRET = 'very-secret-word';
let server = await serverForTests();
let clock = clockForTests();
let asked = { begun: 0, over: 0 };
after(() => server.close());

beforeEach(async () => {
    await server.close();
    server = await serverForTests();
    clock = clockForTests();
    asked = { begun: 0, over: 0 };
});

/** Reads the whole answer before it hands it on, so that an answer that is over leaves nothing to come over the socket. */
const counted: typeof fetch = async (...request) => {
    const counts = asked;
    counts.begun += 1;
    try {
        const response = await fetch(...request);
        return new Response(await response.arrayBuffer(), response);
    } finally {
        counts.over += 1;
    }
};

/** So many sign-ins were begun and have come to their end, and what the token source makes of it is done. */
async function over(signIns: number): Promise<void> {
    assert.equal(asked.begun, signIns);
    while (asked.over < signIns) await pause(1);
    await turn();
}

function source(more: object = {}): TokenSource {
    return clientCredentials({
        endpoints: endpointsAt(server.url),
        clientId: 'client:1',
        clientSecret: () => SECRET,
        clock,
        ...more
    });
}

const grants = (seconds: number): Reply => json(200, { access_token: `for${seconds}`, expires_in: seconds });

test('a service signs in as the vendor asks: Basic, a form, client credentials', async () => {
    assert.equal(await source().token(), 'token1');
    const [signIn] = server.signIns;
    assert.equal(signIn?.headers.authorization, `Basic ${Buffer.from(`client:1:${SECRET}`).toString('base64')}`);
    assert.equal(signIn?.headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(signIn?.body, 'grant_type=client_credentials');
});

test('a hundred calls at once sign in once', async () => {
    const tokens = source();
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.token()));
    assert.deepEqual([new Set(all).size, server.signIns.length], [1, 1]);
});

test('a token is renewed before it ends, and serves meanwhile', async () => {
    const tokens = source({ fetch: counted });
    server.signInReplies(grants(3_600));
    assert.equal(await tokens.token(), 'for3600');
    clock.set(clock.now() + 54 * 60_000);
    assert.equal(await tokens.token(), 'for3600');
    assert.equal(server.signIns.length, 1);
    clock.set(clock.now() + 2 * 60_000);
    assert.equal(await tokens.token(), 'for3600');
    await over(2);
    assert.equal(await tokens.token(), 'token2');
});

test('a token of five minutes, the shortest there is, is not renewed with each call', async () => {
    const tokens = source({ fetch: counted });
    server.signInReplies(grants(300));
    await tokens.token();
    clock.set(clock.now() + 60_000);
    await tokens.token();
    assert.equal(asked.begun, 1);
});

test('an early renewal that fails disturbs nobody while the old token holds', async () => {
    const tokens = source({ fetch: counted });
    server.signInReplies(grants(3_600), hangUp);
    await tokens.token();
    clock.set(clock.now() + 56 * 60_000);
    assert.equal(await tokens.token(), 'for3600');
    await over(2);
    clock.set(clock.now() + 10 * 60_000);
    assert.equal(await tokens.token(), 'token3');
});

test('an early renewal that fails rests half a minute, or as long as the login asks, however calls come meanwhile', async () => {
    const step = fc.record({ seconds: fc.nat({ max: 40 }), retryAfter: fc.constantFrom(undefined, 0, 5, 45, 90) });
    await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
            const tokens = source({ fetch: counted });
            server.signInReplies(grants(3_600));
            await tokens.token();
            const until = clock.now() + 3_600_000;
            clock.set(until - 5 * 60_000 + 1);
            let due = clock.now();
            for (const { seconds, retryAfter } of steps) {
                clock.set(clock.now() + seconds * 1_000);
                if (clock.now() >= until) break;
                const asks = clock.now() >= due ? 1 : 0;
                const before = asked.begun;
                const busy = json(429, {}, { 'retry-after': String(retryAfter) });
                server.signInReplies(retryAfter === undefined ? text(503, '') : busy);
                const got = await Promise.all([tokens.token(), tokens.token()]);
                await over(before + asks);
                got.push(await tokens.token());
                assert.deepEqual(got, ['for3600', 'for3600', 'for3600']);
                assert.equal(asked.begun - before, asks);
                if (asks > 0) due = clock.now() + Math.max(30, retryAfter ?? 0) * 1_000;
            }
        }),
        { numRuns: 25 }
    );
});

test('a renewal that succeeds after one that failed takes the place of the old token', async () => {
    const tokens = source({ fetch: counted });
    server.signInReplies(grants(3_600), text(503, ''), grants(1_800));
    await tokens.token();
    clock.set(clock.now() + 56 * 60_000);
    await tokens.token();
    await over(2);
    clock.set(clock.now() + 30_000);
    assert.equal(await tokens.token(), 'for3600');
    await over(3);
    assert.equal(await tokens.token(), 'for1800');
});

test('one caller that goes does not take the token from the others', async () => {
    const tokens = source();
    const goes = new AbortController();
    const [gone, stays] = [tokens.token(goes.signal), tokens.token()];
    goes.abort(new Error('gone'));
    await assert.rejects(gone, /gone/);
    assert.equal(await stays, 'token1');
});

for (const [what, reply, failure] of [
    ['a wrong secret', json(401, { error: 'invalid_client', description: `not ${SECRET}` }), 'signInFailed'],
    ['HTML instead of a token', text(200, '<html>sign in</html>'), 'signInFailed'],
    ['an answer without a token', json(200, { expires_in: 5 }), 'signInFailed'],
    ['a token that would break out of its header', json(200, { access_token: 'a\r\nb' }), 'signInFailed'],
    ['too many sign-ins', json(429, {}, { 'retry-after': '7' }), 'tooManyRequests'],
    ['a login that is down', text(503, ''), 'notSent'],
    ['a connection that breaks', hangUp, 'notSent'],
    ['a login that never answers', silence, 'notSent'],
    ['a login that sends elsewhere', text(302, '', { location: 'https://evil.example/' }), 'notSent']
] as const) {
    test(`an operator reads what became of ${what}, and no secret`, async () => {
        server.signInReplies(reply);
        await assert.rejects(source(reply === silence ? { timeoutMs: 100 } : {}).token(), (error: GenesysError) => {
            assert.ok(error instanceof GenesysError);
            assert.equal(error.facts.failure, failure);
            const told = `${error.stack} ${JSON.stringify(error.facts)} ${String(error.cause)}`;
            assert.ok(!told.includes(SECRET) && !told.includes('Basic'));
            if (failure === 'tooManyRequests') assert.equal(error.facts.retryAfterSeconds, 7);
            return true;
        });
    });
}

test("a user's grant uses each refresh token once, and hands the next one on to be kept", async () => {
    const kept: string[] = [];
    const tokens = refreshedToken({
        endpoints: endpointsAt(server.url),
        clientId: 'c',
        clientSecret: () => SECRET,
        clock,
        refreshToken: () => 'first',
        onNext: (next) => kept.push(next)
    });
    server.signInReplies(
        json(200, { access_token: 'a', expires_in: 300, refresh_token: 'second' }),
        json(200, { access_token: 'b', expires_in: 300, refresh_token: 'third' })
    );
    assert.equal(await tokens.token(), 'a');
    assert.equal(tokens.refused('a'), true);
    assert.equal(await tokens.token(), 'b');
    assert.deepEqual(kept, ['second', 'third']);
    assert.deepEqual(
        server.signIns.map(({ body }) => new URLSearchParams(body).get('refresh_token')),
        ['first', 'second']
    );
});

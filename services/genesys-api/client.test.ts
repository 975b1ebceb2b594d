import assert from 'node:assert/strict';
import { after, beforeEach, describe, it, test } from 'node:test';
import { createGenesysClient } from './client.ts';
import type { Answer, CallOptions, ClientOptions } from './client.ts';
import { clockForTests } from './clockForTests.ts';
import { GenesysError, hintFor } from './genesysError.ts';
import type { GenesysErrorFacts } from './genesysError.ts';
import { createLimiter } from './limiter.ts';
import { operationNamed } from './operations.ts';
import { endpointsAt } from './regions.ts';
import { breakOff, hangUp, json, serverForTests, silence, text } from './serverForTests.ts';
import { clientCredentials, givenToken } from './tokens.ts';

let server = await serverForTests();
let clock = clockForTests();
let sent = 0;
after(() => server.close());

beforeEach(async () => {
    await server.close();
    server = await serverForTests();
    clock = clockForTests();
    sent = 0;
});

/** Counted where it leaves: one that is given up early may never be seen to arrive. */
const counted: typeof fetch = (...request) => {
    sent += 1;
    return fetch(...request);
};
const QUICK: Partial<ClientOptions> = { timeoutMs: 200 };

const READ = ['get_email', { conversationId: 'c1' }] as const;
const SEND = [
    'post_message_communication_messages',
    { conversationId: 'c1', communicationId: 'd1', textBody: 'Hello' }
] as const;

function call(
    [name, given]: readonly [string, object],
    options: CallOptions = {},
    more: Partial<ClientOptions> = {}
): Promise<Answer> {
    const endpoints = endpointsAt(server.url);
    const client = createGenesysClient({
        endpoints,
        tokens: clientCredentials({ endpoints, clientId: 'c', clientSecret: () => 'secret', clock }),
        limiter: createLimiter({ clock }),
        clock,
        fetch: counted,
        ...more
    });
    const operation = operationNamed(name);
    assert.ok(operation);
    return client.call(operation, given as Record<string, unknown>, options);
}

async function factsOf(failing: Promise<unknown>): Promise<GenesysErrorFacts> {
    try {
        await failing;
    } catch (error) {
        assert.ok(error instanceof GenesysError, String(error));
        assert.ok(!`${error.stack}${JSON.stringify(error.facts)}`.includes('token1'), 'no token in an error');
        return error.facts;
    }
    assert.fail('it did not fail');
}

const refusal = (status: number, code: string): ReturnType<typeof json> =>
    json(status, { message: 'No.', code, status, contextId: 'ctx', details: [{ fieldName: 'textBody' }], errors: [] });

test('an answer comes with its status and the id that support asks for', async () => {
    server.replies(json(200, { id: 'c1' }));
    assert.deepEqual(await call(READ), { status: 200, attempts: 1, correlationId: 'corr-1', data: { id: 'c1' } });
    const [received] = server.received;
    assert.deepEqual(
        [received?.method, received?.path, received?.headers.authorization, received?.headers['content-type']],
        ['GET', '/api/v2/conversations/emails/c1', 'Bearer token1', undefined]
    );
});

test('an empty answer is an answer', async () => {
    server.replies(text(204, ''));
    const { status, data } = await call(SEND);
    assert.deepEqual([status, data], [204, undefined]);
    assert.deepEqual(server.received[0]?.body, '{"textBody":"Hello"}');
});

describe('what Genesys Cloud refuses is told with its code, the field, and the id for support', () => {
    for (const [status, code, failure] of [
        [400, 'bad.request', 'refused'],
        [403, 'missing.permissions', 'notAllowed'],
        [404, 'not.found', 'refused'],
        [409, 'conflict', 'refused'],
        [415, 'unsupported', 'refused']
    ] as const)
        it(`${status}, after one request`, async () => {
            server.replies(refusal(status, code));
            const facts = await factsOf(call(SEND));
            assert.equal(server.received.length, 1);
            assert.deepEqual(
                [facts.failure, facts.status, facts.code, facts.said, facts.details, facts.correlationId],
                [failure, status, code, 'No.', [{ fieldName: 'textBody' }], 'corr-1']
            );
        });
});

test('who lacks a permission reads which one', async () => {
    server.replies(refusal(403, 'missing.any.permissions'));
    const hint = hintFor(await factsOf(call(SEND)));
    assert.match(hint, /one of the permissions conversation:message:create, conversation:webmessaging:create/);
});

test('who has no user where one is needed is told so', async () => {
    server.replies(json(400, { code: 'bad.request', message: 'A user context is required.' }));
    assert.match(hintFor(await factsOf(call(READ))), /This connection has no user/);
});

describe('a token that Genesys Cloud no longer takes', () => {
    it('is replaced once, and the call goes on', async () => {
        server.replies(refusal(401, 'bad.credentials'), json(200, { id: 'c1' }));
        assert.equal((await call(SEND)).attempts, 2);
        assert.deepEqual(
            server.received.map(({ headers }) => headers.authorization),
            ['Bearer token1', 'Bearer token2']
        );
    });
    it('is told the second time', async () => {
        server.replies(refusal(401, 'bad.credentials'));
        assert.equal((await factsOf(call(READ))).failure, 'signInFailed');
        assert.equal(server.received.length, 2);
    });
    it('is told at once where no other can be had', async () => {
        server.replies(refusal(401, 'bad.credentials'));
        assert.equal((await factsOf(call(READ, {}, { tokens: givenToken(() => 'given') }))).failure, 'signInFailed');
        assert.equal(server.received.length, 1);
    });
    it('is told where the one that was given can be in no header, and nothing is said to have been sent', async () => {
        for (const token of ['two words', 'two\nlines', 'tökën', '']) {
            const facts = await factsOf(call(SEND, {}, { tokens: givenToken(() => token) }));
            assert.deepEqual([facts.failure, facts.operation], ['signInFailed', SEND[0]]);
        }
        assert.equal(server.received.length, 0);
    });
});

describe('too many requests', () => {
    for (const what of [READ, SEND])
        it(`are sent again after the time that is asked for: ${what[0]}`, async () => {
            server.replies(json(429, {}, { 'retry-after': '3' }), json(200, {}));
            assert.equal((await call(what)).attempts, 2);
            assert.ok(clock.waits.reduce((sum, ms) => sum + ms, 0) >= 3_000);
        });
    it('without a Retry-After wait longer each time, three times at most', async () => {
        server.replies(json(429, { code: 'too.many.requests' }));
        const { failure, attempts } = await factsOf(call(SEND));
        assert.deepEqual([failure, attempts, server.received.length], ['tooManyRequests', 3, 3]);
    });
    it('that wait longer than anybody would are told with the time', async () => {
        server.replies(json(429, {}, { 'retry-after': '600' }));
        const { failure, retryAfterSeconds } = await factsOf(call(SEND));
        assert.deepEqual([failure, retryAfterSeconds, server.received.length], ['tooManyRequests', 600, 1]);
    });
    it('that wait longer than a call may take hold no later call: each is told at once with the time that is left', async () => {
        server.replies(json(429, {}, { 'retry-after': '7200' }), json(200, {}));
        const limiter = createLimiter({ clock });
        await factsOf(call(READ, {}, { limiter }));
        clock.set(clock.now() + 100_000);
        for (const what of [READ, SEND]) {
            const { failure, retryAfterSeconds, attempts } = await factsOf(call(what, {}, { limiter }));
            assert.deepEqual([failure, retryAfterSeconds, attempts], ['tooManyRequests', 7_100, 0]);
        }
        assert.deepEqual([clock.waits, server.received.length], [[], 1]);
        clock.set(clock.now() + 7_100_000);
        assert.equal((await call(SEND, {}, { limiter })).status, 200);
    });
    it('hold back everybody who shares the OAuth client', async () => {
        server.replies(json(429, {}, { 'retry-after': '30' }), json(200, {}));
        const limiter = createLimiter({ clock });
        const began = clock.now();
        await Promise.all([call(READ, {}, { limiter }), call(READ, {}, { limiter })]);
        assert.ok(clock.now() - began >= 30_000);
    });
});

describe('a question without an answer is asked three times', () => {
    for (const [what, reply, failure] of [
        ['500', text(500, 'oops'), 'unavailable'],
        ['502', text(502, '<html>bad gateway</html>'), 'unavailable'],
        ['503', text(503, ''), 'unavailable'],
        ['504', text(504, ''), 'unavailable'],
        ['a broken connection', hangUp, 'unavailable'],
        ['silence', silence, 'unavailable']
    ] as const)
        it(what, async () => {
            server.replies(reply);
            const facts = await factsOf(call(READ, {}, reply === silence ? QUICK : {}));
            assert.deepEqual([facts.failure, facts.attempts, sent], [failure, 3, 3]);
        });
    it('and the third answer counts', async () => {
        server.replies(hangUp, text(502, ''), json(200, { id: 'c1' }));
        assert.deepEqual((await call(READ)).data, { id: 'c1' });
    });
});

describe('a change is never sent twice', () => {
    for (const [what, reply] of [
        ['500', text(500, 'oops')],
        ['502', text(502, '<html>bad gateway</html>')],
        ['503 with a Retry-After', text(503, '', { 'retry-after': '1' })],
        ['504', refusal(504, 'request.timeout')],
        ['a broken connection', hangUp],
        ['silence', silence],
        ['being sent elsewhere', text(307, '', { location: '/elsewhere' })]
    ] as const)
        it(`after ${what}: its outcome is unknown`, async () => {
            server.replies(reply);
            const facts = await factsOf(call(SEND, {}, reply === silence ? QUICK : {}));
            assert.deepEqual([facts.failure, facts.attempts, sent], ['outcomeUnknown', 1, 1]);
            assert.ok(server.received.length <= 1);
            assert.match(hintFor(facts), /Do not send it again before you have read the conversation/);
        });

    for (const [what, reply] of [
        ['is HTML', text(200, '<html></html>')],
        ['breaks off', breakOff(200, '{"id":"m1"')]
    ] as const)
        it(`where the answer ${what}: it was done`, async () => {
            server.replies(reply);
            const answer = await call(SEND);
            assert.deepEqual([answer.unreadable, answer.status, server.received.length], [true, 200, 1]);
        });

    it('when the caller goes while it is under way: its outcome is unknown', async () => {
        const goes = new AbortController();
        server.replies((received, response) => {
            goes.abort();
            json(200, {})(received, response);
        });
        assert.equal((await factsOf(call(SEND, { signal: goes.signal }))).failure, 'outcomeUnknown');
    });
});

test('a change that could not be noted before is not sent', async () => {
    const noted = call(SEND, { onSend: () => Promise.reject(new Error('the store is gone')) });
    await assert.rejects(noted, /the store is gone/);
    assert.equal(server.received.length, 0);
});

test('what could not leave this machine may leave it a second time', async () => {
    await server.close();
    const tokens = givenToken(() => 'given');
    const [read, sent] = [await factsOf(call(READ, {}, { tokens })), await factsOf(call(SEND, {}, { tokens }))];
    assert.deepEqual([read.failure, read.attempts], ['notSent', 3]);
    assert.deepEqual([sent.failure, sent.attempts], ['notSent', 2]);
});

test('a caller that has gone already sends nothing', async () => {
    const facts = await factsOf(call(SEND, { signal: AbortSignal.abort() }));
    assert.deepEqual([facts.failure, server.received.length], ['cancelled', 0]);
});

test('no token follows a redirection', async () => {
    server.replies(text(302, '', { location: `${server.url}/elsewhere` }));
    assert.equal((await factsOf(call(READ))).failure, 'unavailable');
    assert.deepEqual(
        server.received.map(({ path }) => path),
        ['/api/v2/conversations/emails/c1']
    );
});

test('an answer that is longer than allowed is not read to its end', async () => {
    server.replies(json(200, { text: 'x'.repeat(5_000) }));
    assert.equal((await factsOf(call(READ, {}, { mostBytes: 1_000 }))).failure, 'unreadable');
});

test('a slow answer is still one call within its time', async () => {
    server.replies((received, response) => void setTimeout(() => json(200, { slow: true })(received, response), 100));
    assert.deepEqual((await call(READ)).data, { slow: true });
});

test('what the answers tell of the quota is kept', async () => {
    server.replies(
        json(200, {}, { 'inin-ratelimit-allowed': '300', 'inin-ratelimit-count': '300', 'inin-ratelimit-reset': '12' })
    );
    const limiter = createLimiter({ clock });
    await call(READ, {}, { limiter });
    await call(READ, {}, { limiter });
    assert.deepEqual(clock.waits, [12_000]);
});

test('an operator stops a service as soon as its calls are answered: no timer of theirs is left', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    const goes = new AbortController();
    await call(READ, { signal: goes.signal });
    server.replies(text(404, '{}'));
    await assert.rejects(call(READ, { signal: goes.signal }));
    assert.ok(timers() <= before, `${timers()} timers after, ${before} before`);
});

test('whoever would wait longer than a call may take is told when to come again, and sends nothing', async () => {
    const limiter = createLimiter({ clock, perMinute: 2 });
    const until = clock.now() + 60_000;
    const ends: number[] = [];
    const calls = Array.from({ length: 6 }, () =>
        call(SEND, {}, { limiter }).finally(() => void ends.push(clock.now()))
    );
    const told = await Promise.allSettled(calls);
    assert.deepEqual(
        told.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']
    );
    const { failure, retryAfterSeconds } = await factsOf(calls[5] as Promise<Answer>);
    assert.deepEqual([failure, retryAfterSeconds], ['tooManyRequests', 60]);
    assert.equal(server.received.length, 4);
    assert.ok(
        ends.every((at) => at <= until),
        'no call takes longer than a minute'
    );
});

describe('a sign-in that comes to nothing for now', () => {
    for (const [what, reply, waits] of [
        ['too many requests', json(429, {}, { 'retry-after': '3' }), [3_000]],
        ['a gateway that answers', text(503, '<html>'), [500]],
        ['a connection that breaks', hangUp, [500]]
    ] as const)
        it(`is tried again, also for a message: ${what}`, async () => {
            server.signInReplies(reply);
            const { status } = await call(SEND);
            assert.deepEqual([status, server.signIns.length, server.received.length], [200, 2, 1]);
            assert.deepEqual(clock.waits, waits);
        });
    it('three times at most, and nothing is sent', async () => {
        server.signInReplies(hangUp, hangUp, hangUp);
        assert.equal((await factsOf(call(SEND))).failure, 'notSent');
        assert.deepEqual([server.signIns.length, server.received.length], [3, 0]);
    });
    it('not where the wait is longer than a call may take', async () => {
        server.signInReplies(json(429, {}, { 'retry-after': '600' }));
        const { failure, retryAfterSeconds } = await factsOf(call(SEND));
        assert.deepEqual([failure, retryAfterSeconds, clock.waits], ['tooManyRequests', 600, []]);
    });
    it('not where the secret is wrong', async () => {
        server.signInReplies(json(401, { error: 'invalid_client' }));
        assert.equal((await factsOf(call(SEND))).failure, 'signInFailed');
        assert.equal(server.signIns.length, 1);
    });
});

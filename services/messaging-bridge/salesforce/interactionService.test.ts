import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { breakOff, hangUp, json, serverForTests, silence, text } from '../../genesys-api/serverForTests.ts';
import type { Received, Reply, TestServer } from '../../genesys-api/serverForTests.ts';
import { INTERACTION_CALLS } from './interactionCalls.ts';
import type { InteractionCall, InteractionCallName } from './interactionCalls.ts';
import { createInteractionService } from './interactionService.ts';
import type { InteractionServiceOptions } from './interactionService.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SECRET = 'secret-token';
let server: TestServer;
beforeEach(async () => void (server = await serverForTests()));
afterEach(() => server.close());

function service(options: Partial<InteractionServiceOptions> = {}) {
    const refused: (string | undefined)[] = [];
    const call = createInteractionService({
        baseUrl: server.url,
        orgId: '00D000000000001AAA',
        channel: 'Switchboard_Messaging',
        token: (isRefused) => {
            refused.push(isRefused);
            return Promise.resolve(`${SECRET}-${refused.length}`);
        },
        timeoutMs: 2_000,
        ...options
    });
    return { call, refused };
}
const route = { conversationIdentifier: 'c1', routingType: 'Transfer' };
const error = (status: number, code: number, headers = {}): Reply =>
    json(status, { message: 'The customer +15550100 cannot be found.', code }, headers);

/** As Node's own parser reads it, which is not the one that wrote it. */
const formOf = ({ body, headers }: Received): Promise<FormData> =>
    new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();

for (const name of Object.keys(INTERACTION_CALLS) as InteractionCallName[]) {
    test(`Salesforce gets every header that it asks for with ${name}`, async () => {
        const { method, path, ...rest }: InteractionCall = INTERACTION_CALLS[name];
        server.replies(json(202, { success: true }));
        const answer = await service().call(name, route);
        assert.equal(answer.kind, 'done');
        const [received] = server.received;
        assert.ok(received);
        assert.equal(`${received.method} ${received.path}`, `${method} /api/v1${path}`);
        const { headers } = received;
        assert.equal(headers['authorization'], `Bearer ${SECRET}-1`);
        assert.equal(headers['orgid'], '00D000000000001');
        assert.equal(headers['authorizationcontext'], 'Switchboard_Messaging');
        assert.equal(headers['requestid'], answer.requestId);
        assert.match(answer.requestId, UUID);
        const isAsked = rest.namesContextType === true;
        assert.equal(headers['authorizationcontexttype'], isAsked ? 'ConversationChannelDefinition' : undefined);
        const sent = rest.isMultipart
            ? JSON.parse(await ((await formOf(received)).get('json') as File).text())
            : JSON.parse(received.body);
        assert.deepEqual(sent, route);
        assert.match(
            String(headers['content-type']),
            rest.isMultipart ? /^multipart\/form-data; / : /^application\/json$/
        );
    });
}

test('the one call that asks for the type of its context is PATCH agentWork', () => {
    const asking = Object.entries(INTERACTION_CALLS).filter(([, call]) => 'namesContextType' in call);
    assert.deepEqual(
        asking.map(([, { method, path }]) => `${method} ${path}`),
        ['PATCH /agentWork']
    );
});

test('every request has an id of its own, the repeated one too', async () => {
    server.replies(json(401, {}), json(202, {}), json(202, {}));
    const { call } = service();
    const first = await call('route', route);
    const second = await call('route', route);
    const ids = server.received.map(({ headers }) => headers['requestid']);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual(ids.slice(1), [first.requestId, second.requestId]);
});

test('a file goes as the part attachments, beside the json', async () => {
    const bytes = new TextEncoder().encode('A parcel, damaged.');
    server.replies(json(202, { success: true }));
    await service().call(
        'interactions',
        { to: 'a' },
        { file: { name: 'Päckchen "1".txt', mimeType: 'text/plain', bytes } }
    );
    const form = await formOf(server.received[0]!);
    assert.deepEqual([...form.keys()], ['json', 'attachments']);
    assert.equal((form.get('json') as File).type, 'application/json');
    const file = form.get('attachments') as File;
    assert.deepEqual(
        [file.name, file.type, await file.text()],
        ['Päckchen "1".txt', 'text/plain', 'A parcel, damaged.']
    );
});

test('without a file there is no part attachments', async () => {
    server.replies(json(202, { success: true }));
    await service().call('interactions', { to: 'a' });
    assert.deepEqual([...(await formOf(server.received[0]!)).keys()], ['json']);
});

for (const [what, reply] of [
    ['401', json(401, [])],
    ['10004', error(400, 10004)]
] as const) {
    test(`a token that is refused with ${what} is renewed once, and the call made again`, async () => {
        server.replies(reply, json(202, { agentWorkId: 'w' }));
        const { call, refused } = service();
        const answer = await call('startWork', {});
        assert.equal(answer.kind, 'done');
        assert.deepEqual(refused, [undefined, `${SECRET}-1`]);
        assert.equal(server.received[1]?.headers['authorization'], `Bearer ${SECRET}-2`);
    });

    test(`after ${what} for the new token too the message waits, and somebody is needed`, async () => {
        server.replies(reply);
        const { kind, ...rest } = await service().call('startWork', {});
        assert.equal(server.received.length, 2);
        assert.equal(kind, 'later');
        assert.equal('needsSetup' in rest && rest.needsSetup, true);
    });
}

const KINDS: readonly [number, number, string][] = [
    [503, 10019, 'later'],
    [412, 10055, 'later'],
    [409, 10056, 'later'],
    [500, 20002, 'later'],
    [500, 20004, 'later'],
    [504, 10094, 'unknown'],
    [400, 500, 'unknown'],
    [400, 10012, 'refused'],
    [400, 10013, 'refused'],
    [400, 10024, 'refused'],
    [400, 10030, 'refused'],
    [400, 10033, 'refused'],
    [400, 10034, 'refused'],
    [500, 10062, 'refused'],
    [400, 15109, 'refused'],
    [404, 15111, 'refused'],
    [404, 25005, 'refused'],
    [404, 25006, 'refused'],
    [404, 25007, 'refused'],
    [400, 20003, 'refused']
];
for (const [status, code, kind] of KINDS) {
    test(`${status} with ${code} is ${kind}, is asked once, and its reason repeats nothing of it`, async () => {
        server.replies(error(status, code));
        const answer = await service().call('route', route);
        assert.equal(answer.kind, kind);
        assert.equal(server.received.length, 1);
        assert.equal('needsSetup' in answer, false);
        assert.equal('reason' in answer && answer.reason, `route, ${code}`);
        if (answer.kind === 'refused') {
            assert.equal(answer.code, code);
            assert.match(answer.said ?? '', /cannot be found/);
        }
    });
}

for (const code of [10001, 10003, 10005, 10016, 10026, 10031, 10069, 15102]) {
    test(`${code} is about the set-up: no message is lost by it, it waits for somebody`, async () => {
        server.replies(error(400, code));
        const answer = await service().call('interactions', {});
        assert.equal(answer.kind, 'later');
        assert.ok(answer.kind === 'later' && answer.needsSetup && answer.waitMs === 60_000);
    });
}

for (const status of [500, 502, 503, 504, 408]) {
    test(`nobody knows what became of a call that a gateway answers with ${status}`, async () => {
        server.replies(text(status, '<html>upstream connect error</html>', { 'content-type': 'text/html' }));
        assert.equal((await service().call('interactions', {})).kind, 'unknown');
    });
}

test('a 4xx without a number of the service is a refusal, an address that is not there a matter of the set-up', async () => {
    server.replies(text(413, 'too large'), text(404, '<html>'));
    const { call } = service();
    assert.deepEqual(
        { ...(await call('interactions', {})), requestId: '' },
        {
            kind: 'refused',
            reason: 'interactions, HTTP 413',
            requestId: ''
        }
    );
    const answer = await call('interactions', {});
    assert.ok(answer.kind === 'later' && answer.needsSetup);
});

test('Retry-After in seconds is kept to', async () => {
    server.replies(json(429, {}, { 'retry-after': '7' }), json(429, {}, { 'retry-after': '0.5' }), json(429, {}));
    const { call } = service();
    const waits = [];
    for (let at = 0; at < 3; at += 1) {
        const answer = await call('route', route);
        assert.equal(answer.kind, 'later');
        waits.push('waitMs' in answer ? answer.waitMs : undefined);
    }
    assert.deepEqual(waits, [7_000, 500, undefined]);
});

test("Retry-After as a date counts from the service's clock, however wrong ours is", async () => {
    const date = 'Wed, 01 Jan 2031 10:00:00 GMT';
    server.replies(
        json(429, {}, { date, 'retry-after': 'Wed, 01 Jan 2031 10:00:30 GMT' }),
        json(429, {}, { date, 'retry-after': 'Wed, 01 Jan 2031 09:00:00 GMT' }),
        json(429, {}, { date, 'retry-after': 'soon' })
    );
    const { call } = service();
    const first = await call('route', route);
    assert.ok(first.kind === 'later' && first.waitMs !== undefined && Math.abs(first.waitMs - 30_000) < 50);
    const second = await call('route', route);
    assert.ok(second.kind === 'later' && second.waitMs === 0);
    const third = await call('route', route);
    assert.ok(third.kind === 'later' && third.waitMs === undefined);
});

test("the clock of the service is told, for the routing's 60 seconds", async () => {
    server.replies(json(202, {}, { date: new Date(Date.now() + 90_000).toUTCString() }));
    const answer = await service().call('route', route);
    assert.ok(answer.kind === 'done' && answer.clockSkewMs !== undefined);
    assert.ok(Math.abs(answer.clockSkewMs - 90_000) < 2_000);
});

for (const [stage, reply] of [
    ['broken', hangUp],
    ['timeout', silence]
] as const) {
    test(`nobody knows what became of a call whose answer does not come (${stage})`, async () => {
        server.replies(reply);
        const answer = await service({ timeoutMs: 150 }).call('route', route);
        assert.equal(answer.kind, 'unknown');
        assert.match('reason' in answer ? answer.reason : '', new RegExp(stage));
        assert.equal(server.received.length, 1);
    });
}

test('a call to nobody has certainly not been done', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const { kind } = await service({ baseUrl: `http://127.0.0.1:${port}` }).call('route', route);
    assert.equal(kind, 'later');
});

test('a call that is stopped under way may have been done; one that is stopped before it leaves was not', async () => {
    server.replies(silence);
    const { call, refused } = service();
    const stop = new AbortController();
    const answering = call('route', route, { signal: stop.signal });
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    stop.abort();
    assert.equal((await answering).kind, 'unknown');
    assert.equal((await call('route', route, { signal: stop.signal })).kind, 'later');
    assert.deepEqual([server.received.length, refused.length], [1, 1]);
});

test('no token goes where an answer sends us', async () => {
    const elsewhere = await serverForTests();
    server.replies(text(307, '', { location: `${elsewhere.url}/api/v1/route` }));
    const answer = await service().call('route', route);
    await elsewhere.close();
    assert.ok(answer.kind === 'later' && answer.needsSetup);
    assert.equal(elsewhere.received.length, 0);
});

test('an HTML page with 200 is not taken for the service', async () => {
    server.replies(text(200, '<html>Sign in</html>', { 'content-type': 'text/html' }));
    assert.equal((await service().call('interactions', {})).kind, 'unknown');
});

test('an accepted call whose answer is cut off was done, without its ids', async () => {
    const cut: Reply = (_, response) => {
        response.writeHead(202, { 'content-type': 'application/json', 'content-length': '200' });
        response.write('{"conversationIdent', () => response.socket?.destroy());
    };
    server.replies(cut, breakOff(202, '<html>'), text(202, ''));
    const { call } = service();
    assert.deepEqual(await call('interactions', {}).then(({ kind, ...rest }) => [kind, 'body' in rest && rest.body]), [
        'done',
        undefined
    ]);
    assert.equal((await call('interactions', {})).kind, 'unknown');
    assert.equal((await call('interactions', {})).kind, 'done');
});

const UNDONE: readonly [object, string, number | undefined][] = [
    [{ success: false, errorDetail: { code: 10022, message: 'not the owner' } }, 'refused', 10022],
    [{ success: false, errorDetail: { code: 10019, message: 'moving' } }, 'later', undefined],
    [{ success: false, reasonForNotRouting: 'nobody there' }, 'refused', undefined],
    [{ success: false, errors: { apiErrorCode: '10032', errorMessage: 'no such queue' } }, 'refused', 10032],
    [{ success: false, errorReason: 'no such session' }, 'refused', undefined]
];
for (const [body, kind, code] of UNDONE) {
    test(`an accepted call that was not done is no success: ${JSON.stringify(body)}`, async () => {
        server.replies(json(200, body));
        const answer = await service().call('route', route);
        assert.equal(answer.kind, kind);
        if (answer.kind === 'refused') assert.deepEqual([answer.code, typeof answer.said], [code, 'string']);
    });
}

test('a call without a token waits, and what the login said stays where it is', async () => {
    const { call } = service({ token: () => Promise.reject(new Error('key at /etc/bridge.key')) });
    const answer = await call('route', route);
    assert.equal(answer.kind, 'later');
    assert.doesNotMatch(JSON.stringify(answer), /etc/);
    assert.equal((await service({ token: () => Promise.resolve('a\nb') }).call('route', route)).kind, 'later');
    assert.equal(server.received.length, 0);
});

test('a send that may no longer leave does not leave', async () => {
    const lost = new Error('the lease is gone');
    const leaving = (): void => {
        throw lost;
    };
    await assert.rejects(service().call('route', route, { leaving }), lost);
    assert.equal(server.received.length, 0);
});

test('leaving is told before each request, the one with the new token too', async () => {
    let told = 0;
    server.replies(json(401, {}), json(202, {}));
    await service().call('route', route, { leaving: () => void (told += 1) });
    assert.equal(told, 2);
});

test('no answer of any kind holds the token, the body or what Salesforce said, but in `said`', async () => {
    const replies = [
        error(400, 10013),
        error(503, 10019),
        error(500, 500),
        error(401, 10004),
        hangUp,
        text(502, SECRET)
    ];
    for (const reply of replies) {
        server.replies(reply);
        const { said, ...answer } = { said: '', ...(await service().call('route', { from: '+15550100' })) };
        assert.doesNotMatch(JSON.stringify(answer), /secret|15550100|cannot be found/, said);
    }
});

for (const [member, options] of [
    ['baseUrl', { baseUrl: 'acme.my.salesforce-scrt.com' }],
    ['baseUrl', { baseUrl: 'https://acme.my.salesforce-scrt.com/api/v1' }],
    ['orgId', { orgId: '00D0000000' }],
    ['channel', { channel: 'Switchboard Messaging\r\nX: y' }]
] as const) {
    test(`the operator is told that ${member} is wrong: ${JSON.stringify(options)}`, () => {
        assert.throws(() => service(options), new RegExp(`^TypeError: ${member} must be`));
    });
}

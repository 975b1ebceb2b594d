import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, describe, it, test } from 'node:test';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import type { ErrorFacts } from '../calling/callError.ts';
import { withoutIds } from '../calling/callingForTests.ts';
import { PCID, TOKENS, wireForTests } from './wireForTests.ts';

const CALLERS = {
    callers: {
        desk: { token: { env: 'DESK' }, connections: [PCID] },
        other: { token: { env: 'OTHER' }, connections: ['hidden'], policy: { readOnly: true } }
    }
};
const open = await wireForTests();
const guarded = await wireForTests(CALLERS);
after(() => Promise.all([open.close(), guarded.close()]));

interface Reply {
    readonly status: number;
    readonly headers: Headers;
    readonly body: Record<string, unknown>;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body)
    });
    const text = await response.text();
    return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    };
}

const call = (name: string, given: object, id: unknown = 1): object => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: `genesys_conversations_digital_${name}`, arguments: given }
});
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

interface Result {
    readonly isError?: boolean;
    readonly structuredContent: Record<string, unknown>;
    readonly content: readonly [{ readonly type: 'text'; readonly text: string }];
}
const resultOf = ({ body }: Reply): Result => body['result'] as Result;
const errorOf = (reply: Reply): Record<string, unknown> =>
    resultOf(reply).structuredContent['error'] as Record<string, unknown>;

describe('a client of the page posts one JSON object and reads one', () => {
    for (const [what, headers] of [
        ['Accept: application/json', { accept: 'application/json' }],
        ['Accept: */*', { accept: '*/*' }],
        ['both kinds', { accept: 'application/json, text/event-stream' }]
    ] as const)
        it(`with ${what}, without initialize and without params`, async () => {
            const reply = await post(open.url, LIST, headers);
            assert.equal(reply.status, 200);
            assert.match(reply.headers.get('content-type') ?? '', /^application\/json/);
            const { tools } = reply.body['result'] as {
                tools: { name: string; inputSchema: { required: string[] } }[];
            };
            assert.equal(tools.length, 63);
            assert.ok(tools.every(({ inputSchema }) => inputSchema.required[0] === 'PCID'));
        });

    it('without any Accept', async () => {
        const { hostname, port, pathname } = new URL(open.url);
        const status = await new Promise((resolve) => {
            const asked = request(
                { hostname, port, path: pathname, method: 'POST', headers: { 'content-type': 'application/json' } },
                (response) => {
                    response.resume();
                    resolve(response.statusCode);
                }
            );
            asked.end(JSON.stringify(LIST));
        });
        assert.equal(status, 200);
    });

    it('and finds the same in structuredContent and in the text', async () => {
        open.genesys.replies(json(200, { id: 'c1', name: 'Order' }));
        const reply = await post(open.url, call('get_email', { PCID, conversationId: 'c1' }));
        const { structuredContent, content, isError } = resultOf(reply);
        assert.equal(isError, undefined);
        assert.deepEqual(JSON.parse(content[0].text), structuredContent);
        assert.equal(structuredContent['id'], 'c1');
        assert.deepEqual((structuredContent['_call'] as Record<string, unknown>)['correlationId'], 'corr-1');
    });

    it('with an id of 0, which is an id', async () => {
        open.genesys.replies(json(200, {}));
        const reply = await post(open.url, call('get_email', { PCID, conversationId: 'c1' }, 0));
        assert.equal(reply.body['id'], 0);
    });

    it('with the connection in the header, in the address, or X-Selected-Org beside it', async () => {
        open.genesys.replies(json(200, { id: 'c1' }));
        for (const [url, headers] of [
            [open.url, { 'x-pcid': PCID }],
            [`${open.url}?pcid=${PCID}`, {}],
            [open.url, { 'x-pcid': PCID, 'x-selected-org': 'acme' }]
        ] as const) {
            const reply = await post(
                url,
                call('get_email', { conversationId: 'c1' }),
                headers as Record<string, string>
            );
            assert.equal(resultOf(reply).structuredContent['id'], 'c1');
        }
        const twice = await post(open.url, call('get_email', { PCID, conversationId: 'c1' }), { 'x-pcid': 'hidden' });
        assert.deepEqual([errorOf(twice)['reason'], errorOf(twice)['field']], ['badArgument', 'PCID']);
    });

    it('and reads errors as JSON too, with the field that is meant', async () => {
        const reply = await post(open.url, call('get_email', { PCID }));
        assert.equal(resultOf(reply).isError, true);
        assert.deepEqual(JSON.parse(resultOf(reply).content[0].text), resultOf(reply).structuredContent);
        assert.deepEqual([errorOf(reply)['reason'], errorOf(reply)['field']], ['badArgument', 'conversationId']);
    });
});

test('an AI client that cannot ask its user gets a word to give back, and only then the customer gets the message', async () => {
    open.genesys.replies(json(200, { id: 'm1' }));
    const before = open.genesys.received.length;
    const given = { PCID, conversationId: 'c1', communicationId: 'd1', textBody: 'Hello' };
    const first = await post(open.url, call('post_message_communication_messages', given));
    assert.equal(errorOf(first)['reason'], 'confirmationNeeded');
    assert.equal(open.genesys.received.length, before);
    const { confirmation } = errorOf(first);
    const second = await post(open.url, call('post_message_communication_messages', { ...given, confirmation }));
    assert.equal(resultOf(second).structuredContent['id'], 'm1');
    assert.deepEqual(
        open.genesys.received.slice(before).map(({ body }) => body),
        ['{"textBody":"Hello"}']
    );
    const again = await post(open.url, call('post_message_communication_messages', { ...given, confirmation }));
    assert.equal(errorOf(again)['reason'], 'notConfirmed');
});

describe('a connection that is named twice in one place, the first time one of the caller', () => {
    const { received } = open.genesys;
    for (const [where, address, headers] of [
        ['in the address', `${open.url}?pcid=${PCID}&pcid=hidden`, {}],
        ['in the header', open.url, { 'x-pcid': `${PCID}, hidden` }]
    ] as const)
        it(`${where} is not taken for the first`, async () => {
            const before = received.length;
            const reply = await post(address, call('get_email', { conversationId: 'c' }), headers);
            assert.deepEqual([resultOf(reply).isError, errorOf(reply)['field']], [true, 'PCID']);
            assert.equal(received.length, before);
        });
});

describe('who may call', () => {
    it('nobody without a token that is known', async () => {
        for (const authorization of [
            undefined,
            'Bearer wrong',
            `Basic ${TOKENS.desk}`,
            `Bearer ${TOKENS.desk}x`,
            'Bearer '
        ]) {
            const reply = await post(guarded.url, LIST, authorization === undefined ? {} : { authorization });
            assert.deepEqual([reply.status, reply.headers.get('www-authenticate')], [401, 'Bearer']);
        }
    });

    it('each caller through its own connections; others and those that do not exist are told apart by nobody', async () => {
        const desk = { authorization: `Bearer ${TOKENS.desk}` };
        guarded.genesys.replies(json(200, { id: 'c1' }));
        assert.equal(
            resultOf(await post(guarded.url, call('get_email', { PCID, conversationId: 'c1' }), desk)).isError,
            undefined
        );
        const [forbidden, unknown] = await Promise.all(
            ['hidden', 'nothing'].map((name) =>
                post(guarded.url, call('get_email', { PCID: name, conversationId: 'c1' }), desk)
            )
        );
        assert.ok(forbidden && unknown);
        assert.deepEqual(withoutIds(errorOf(forbidden) as ErrorFacts), withoutIds(errorOf(unknown) as ErrorFacts));
        assert.equal(errorOf(forbidden)['reason'], 'connection');
    });

    it('a caller that only reads is offered only what reads, and refused the rest', async () => {
        const other = { authorization: `Bearer ${TOKENS.other}` };
        const { tools } = (await post(guarded.url, LIST, other)).body['result'] as { tools: unknown[] };
        assert.equal(tools.length, 26);
        const reply = await post(
            guarded.url,
            call('post_email_reconnect', { PCID: 'hidden', conversationId: 'c1' }),
            other
        );
        assert.equal(errorOf(reply)['reason'], 'notAllowed');
    });

    it('the token of a caller never reaches Genesys Cloud or the log', () => {
        const seen = JSON.stringify([guarded.genesys.received, guarded.logged]);
        assert.ok(!seen.includes(TOKENS.desk) && !seen.includes(TOKENS.other));
    });

    it('an address that others reach needs callers', async () => {
        await assert.rejects(wireForTests({}, '0.0.0.0'), /Without "callers"/);
    });
});

describe('what is no call', () => {
    for (const [what, body, headers, status] of [
        ['broken JSON', '{', {}, 400],
        ['another content type', LIST, { 'content-type': 'text/plain' }, 415],
        ['another host', LIST, { host: 'evil.example' }, 403],
        ['a page of another origin', LIST, { origin: 'https://evil.example' }, 403],
        ['too long a body', `{"x":"${'x'.repeat(5 * 1024 * 1024)}"}`, {}, 413]
    ] as const)
        it(`${what} is answered ${status}`, async () => {
            const { hostname, port, pathname } = new URL(open.url);
            const sent = typeof body === 'string' ? body : JSON.stringify(body);
            const answered = await new Promise((resolve, reject) => {
                const asked = request(
                    {
                        hostname,
                        port,
                        path: pathname,
                        method: 'POST',
                        headers: { 'content-type': 'application/json', ...headers }
                    },
                    (response) => {
                        response.resume();
                        resolve(response.statusCode);
                    }
                );
                asked.on('error', reject);
                asked.end(sent);
            });
            assert.equal(answered, status);
        });

    it('another method is answered 405 with what is allowed', async () => {
        for (const method of ['GET', 'PUT', 'DELETE']) {
            const response = await fetch(open.url, { method });
            assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
        }
    });

    it('an address that is none is answered 404, and is no fault of the server', async () => {
        const { port } = new URL(open.url);
        const status = await new Promise((resolve) => {
            request({ port, host: '127.0.0.1', path: '//' }, (response) => {
                response.resume();
                resolve(response.statusCode);
            }).end();
        });
        assert.equal(status, 404);
        assert.ok(!open.logged.join('').includes('"fault"'));
    });

    it('another path says where the server is, and /health whether it is well', async () => {
        const { origin } = new URL(open.url);
        assert.equal((await fetch(`${origin}/elsewhere`)).status, 404);
        assert.deepEqual(await (await fetch(`${origin}/health`)).json(), { status: 'ok' });
    });

    it('an unknown tool and an unknown method are errors, and the server goes on', async () => {
        const tool = await post(open.url, call('drop_everything', { PCID }));
        const { code, message, data } = tool.body['error'] as { code: number; message: string; data: ErrorFacts };
        assert.equal(code, -32602);
        assert.match(message, /There is no tool ".*drop_everything"\. tools\/list names them/);
        assert.deepEqual([data.reason, typeof data['callId']], ['unknownTool', 'string']);
        const method = await post(open.url, { jsonrpc: '2.0', id: 1, method: 'tools/drop' });
        assert.equal((method.body['error'] as { code: number }).code, -32601);
        assert.equal((await post(open.url, LIST)).status, 200);
    });
});

test('a client that goes takes its question to Genesys Cloud with it', async () => {
    let closed = (): void => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const goes = new AbortController();
    open.genesys.replies((_, response) => {
        response.once('close', () => closed());
        goes.abort();
    });
    const asked = fetch(open.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(call('get_email', { PCID, conversationId: 'c1' })),
        signal: goes.signal
    });
    await assert.rejects(asked);
    await isClosed;
});

test('each caller is listed its own tools, however often and in whatever order they ask', async () => {
    const counts: number[] = [];
    for (const token of [TOKENS.desk, TOKENS.other, TOKENS.desk, TOKENS.other]) {
        const { body } = await post(guarded.url, LIST, { authorization: `Bearer ${token}` });
        counts.push((body['result'] as { readonly tools: readonly unknown[] }).tools.length);
    }
    assert.deepEqual(counts, [63, 26, 63, 26]);
});

test('a client reads how long its answer is, and an answer without content has none', async () => {
    const { headers } = await post(open.url, LIST);
    assert.ok(Number(headers.get('content-length')) > 50_000);
    const told = await post(open.url, { jsonrpc: '2.0', method: 'notifications/initialized' });
    assert.equal(told.status, 202);
});

describe('an operator who stops the server', () => {
    const sms = call('post_messages_agentless', {
        PCID,
        fromAddress: '+13175550100',
        toAddress: '+13175550101',
        toAddressMessengerType: 'sms',
        textBody: 'Hello'
    });
    const unasked = (url: string): object => ({
        connections: {
            [PCID]: {
                baseUrl: url,
                grant: { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'SECRET' } },
                policy: { withoutAsking: 'allow' }
            }
        }
    });

    /** With what becomes of the connection. */
    function ask(url: string, body: object, agent?: Agent): Promise<string | undefined> {
        return new Promise((resolve) => {
            const headers = { 'content-type': 'application/json' };
            const asked = request(url, { method: 'POST', headers, agent }, (response) => {
                response.resume().on('end', () => resolve(`${response.statusCode} ${response.headers.connection}`));
            });
            asked.on('error', () => resolve(undefined));
            asked.end(JSON.stringify(body));
        });
    }

    it('sees what is under way end, and nothing more begin on a connection that a client keeps', async () => {
        const genesys = await serverForTests();
        const wire = await wireForTests(unasked(genesys.url));
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        let answer = (): void => undefined;
        const isThere = new Promise<void>((resolve) => {
            genesys.replies((received, response) => {
                answer = (): void => json(200, {})(received, response);
                resolve();
            });
        });
        const first = ask(wire.url, sms, agent);
        await isThere;
        const second = ask(wire.url, LIST, agent);
        const closed = wire.close();
        answer();
        assert.equal(await first, '200 close', 'the connection that is kept holds nobody up');
        assert.doesNotMatch((await second) ?? '', /^200/);
        await closed;
        agent.destroy();
        await genesys.close();
    });

    it('finds in the log what became of a message that was broken off', async () => {
        const genesys = await serverForTests();
        const wire = await wireForTests(unasked(genesys.url));
        const isThere = new Promise<void>((resolve) => genesys.replies(() => resolve()));
        const asked = ask(wire.url, sms);
        await isThere;
        await wire.serving.close();
        assert.equal(await asked, undefined);
        assert.match(wire.logged.at(-1) ?? '', /"event":"outcome".*"outcome":"outcomeUnknown"/);
        await wire.close();
        await genesys.close();
    });
});

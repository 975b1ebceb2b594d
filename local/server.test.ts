import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { afterEach, describe, it } from 'node:test';
import { ConnectionLost } from './org/orgError.ts';
import { WebSocket, WebSocketServer } from 'ws';
import { serve } from './server.ts';
import type { Handler, LocalServer } from './server.ts';

const running: LocalServer[] = [];

async function served(handler: Handler): Promise<string> {
    const server = await serve(handler, { port: 0 });
    running.push(server);
    return server.url;
}

function statusFor(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
        httpRequest(url, { method, headers }, (response) => {
            response.resume();
            resolve(response.statusCode);
        })
            .on('error', reject)
            .end();
    });
}

describe('a person who opens the local page', () => {
    afterEach(async () => {
        await Promise.all(running.splice(0).map((server) => server.close()));
    });

    it('is answered with status, headers and body', async () => {
        const url = await served(() =>
            Promise.resolve(new Response('hello', { status: 201, headers: { 'x-a': 'b' } }))
        );
        const response = await fetch(url);
        assert.deepEqual([response.status, response.headers.get('x-a'), await response.text()], [201, 'b', 'hello']);
    });

    it('sends a body and cookies that the handler can read', async () => {
        const url = await served(async (request) =>
            Response.json([request.method, request.headers.get('cookie'), await request.json()])
        );
        const response = await fetch(url, { method: 'POST', body: '{"a":1}', headers: { cookie: 'sid=agent' } });
        assert.deepEqual(await response.json(), ['POST', 'sid=agent', { a: 1 }]);
    });

    it('gets each cookie in a header of its own', async () => {
        const url = await served(() => {
            const headers = new Headers();
            headers.append('set-cookie', 'a=1');
            headers.append('set-cookie', 'b=2');
            return Promise.resolve(new Response(null, { headers }));
        });
        assert.deepEqual((await fetch(url)).headers.getSetCookie(), ['a=1', 'b=2']);
    });

    it('meets a network failure when the org lost the connection', async () => {
        const url = await served(() => Promise.reject(new ConnectionLost()));
        await assert.rejects(fetch(url), TypeError);
    });

    it('reads no answer of a request that was done, and does not send it again by itself', async () => {
        let asked = 0;
        const url = await served(() => {
            asked += 1;
            return Promise.reject(new ConnectionLost(true));
        });
        const answer = await fetch(url, { method: 'POST', body: '{}' });
        await assert.rejects(answer.text(), TypeError);
        assert.equal(asked, 1);
    });

    it('reads the error when something in the server broke', async () => {
        const url = await served(() => Promise.reject(new RangeError('no such table')));
        const response = await fetch(url);
        assert.equal(response.status, 500);
        assert.match(await response.text(), /no such table/);
    });

    it('sees the first event of a stream while the stream stays open', async () => {
        const url = await served(() =>
            Promise.resolve(
                new Response(
                    new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('data: 1\n\n')) })
                )
            )
        );
        const reader = (await fetch(url)).body?.getReader();
        const first = await reader?.read();
        assert.equal(new TextDecoder().decode(first?.value), 'data: 1\n\n');
        await reader?.cancel();
    });

    it('ends a stream on the server by closing the page', async () => {
        let ended: () => void = () => undefined;
        const end = new Promise<void>((resolve) => {
            ended = resolve;
        });
        const url = await served(() =>
            Promise.resolve(
                new Response(
                    new ReadableStream({
                        start: (stream) => stream.enqueue(new TextEncoder().encode(': open\n\n')),
                        cancel: () => ended()
                    })
                )
            )
        );
        const closing = new AbortController();
        await fetch(url, { signal: closing.signal });
        closing.abort();
        await end;
    });

    it('is not answered under a name that somebody else pointed at this machine', async () => {
        const url = await served(() => Promise.resolve(new Response('ok')));
        assert.equal(await statusFor(url, { host: 'attacker.example' }), 403);
    });

    it("cannot be made to change something by another site's page", async () => {
        const url = await served(() => Promise.resolve(new Response('ok')));
        assert.equal(await statusFor(url, { origin: 'http://attacker.example' }, 'POST'), 403);
        assert.equal(await statusFor(url, { origin: url.replace(/\/$/, '') }, 'POST'), 200);
    });

    it("cannot be listened to over a WebSocket by another site's page, and ends with its connections", async () => {
        const sockets = new WebSocketServer({ noServer: true });
        const server = await serve(() => Promise.resolve(new Response('ok')), {
            port: 0,
            upgrade: (incoming, socket, head) => sockets.handleUpgrade(incoming, socket, head, () => undefined)
        });
        const opened = (origin?: string): Promise<WebSocket> =>
            new Promise((resolve, reject) => {
                const one = new WebSocket(server.url.replace('http', 'ws'), origin === undefined ? {} : { origin });
                one.once('error', reject);
                one.once('open', () => resolve(one));
            });
        await assert.rejects(opened('http://attacker.example'), /403/);
        const own = await opened();
        const closed = new Promise((resolve) => own.once('close', resolve));
        await server.close();
        await closed;
    });

    it('gets the next free port when the usual one is taken', async () => {
        const taken = new URL(await served(() => Promise.resolve(new Response('first')))).port;
        const server = await serve(() => Promise.resolve(new Response('second')), {
            port: Number(taken),
            orNext: true
        });
        running.push(server);
        assert.notEqual(new URL(server.url).port, taken);
        assert.equal(await (await fetch(server.url)).text(), 'second');
    });

    it('is told that the port is taken when it was asked for', async () => {
        const taken = Number(new URL(await served(() => Promise.resolve(new Response('first')))).port);
        await assert.rejects(
            serve(() => Promise.resolve(new Response('')), { port: taken }),
            new RegExp(`Port ${taken} is taken`)
        );
    });
});

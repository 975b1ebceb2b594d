/** What comes over a socket that no HTTP client would send, or only one that is slow, broken or hostile. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { after, afterEach, describe, it, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { json } from '../../genesys-api/serverForTests.ts';
import { PCID, TOKENS, wireForTests } from './wireForTests.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const LIMITS = { headersMs: 300, requestMs: 600, checkMs: 50 };
const wire = await wireForTests({}, undefined, LIMITS);
const calm = await wireForTests({}, undefined, { headersMs: 2_000, requestMs: 2_000, checkMs: 50 });
const patient = await wireForTests();
const guarded = await wireForTests({ callers: { desk: { token: { env: 'DESK' }, connections: [PCID] } } });
after(() => Promise.all([wire, calm, patient, guarded].map((one) => one.close())));
afterEach(() => {
    const faults = [wire, calm, patient, guarded].flatMap(({ logged }) =>
        logged.filter((line) => line.includes('"fault"'))
    );
    assert.deepEqual(faults, [], 'no request is a fault of the server');
});

const { pathname } = new URL(wire.url);
const HEAD = `POST ${pathname} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n`;
const withLength = (body: string, head = HEAD): string =>
    `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const chunked = (body: string): string =>
    `${HEAD}transfer-encoding: chunked\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const ping = (id: unknown): string => JSON.stringify({ jsonrpc: '2.0', id, method: 'ping' });
const padded = (bytes: number): string => ping(1).padEnd(bytes, ' ');

interface Line {
    readonly socket: Socket;
    /** What came so far. */
    text(): string;
    /** Until that much has come. */
    until(words: RegExp): Promise<string>;
    readonly closed: Promise<void>;
}

function lineTo(url = patient.url): Line {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    // A server that has answered may close while we still send.
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const until = async (words: RegExp): Promise<string> => {
        for (let waited = 0; !words.test(text); waited += 5) {
            assert.ok(waited < 60_000, `${String(words)} never came, but: ${text.slice(0, 300)}`);
            await pause(5);
        }
        return text;
    };
    return { socket, text: () => text, until, closed };
}

/** Sends it, and reads all of the first answer. */
async function said(request: string, url?: string): Promise<string> {
    const line = lineTo(url);
    line.socket.write(request);
    const begun = await line.until(/^HTTP[^]*\r\n\r\n/);
    const [head = ''] = begun.split('\r\n\r\n', 1);
    const [, length = '0'] = /^content-length: (\d+)$/im.exec(head) ?? [];
    const bytes = request.startsWith('HEAD') ? 0 : Number(length);
    const text = await line.until(new RegExp(`^[^]{${head.length + 4 + bytes}}`));
    line.socket.destroy();
    return text;
}

const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
const messageOf = (text: string): string =>
    (JSON.parse(text.slice(text.indexOf('\r\n\r\n'))) as { error: { message: string } }).error.message;

test('a watcher asks /health with HEAD as with GET', async () => {
    const answer = await said('HEAD /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    assert.equal(statusOf(answer), 200);
    assert.match(answer, /content-length: 15\r\n[^]*\r\n\r\n$/);
});

describe('a client that breaks off is no fault of the server', () => {
    for (const [what, sent] of [
        ['in its headers', HEAD],
        ['in its body', `${HEAD}content-length: 1000\r\n\r\n{"json`],
        ['in a chunk', `${HEAD}transfer-encoding: chunked\r\n\r\nff\r\n{"json`],
        ['after it was told to go on', `${HEAD}expect: 100-continue\r\ncontent-length: 1000\r\n\r\n`]
    ] as const) {
        it(`${what}, with a reset`, async () => {
            const line = lineTo();
            await new Promise((resolve) => line.socket.write(sent, resolve));
            await pause(30);
            line.socket.resetAndDestroy();
            await line.closed;
            assert.equal(statusOf(await said(withLength(ping(1)))), 200);
        });
        it(`${what}, with an end, and is told so`, async () => {
            const line = lineTo();
            line.socket.end(sent);
            const text = (await line.until(/ended before/)).replace('HTTP/1.1 100 Continue\r\n\r\n', '');
            assert.equal(statusOf(text), 400);
            await line.closed;
        });
    }
});

describe('a client that is slow on purpose is answered 408 after the time that it has, and let go', () => {
    for (const [what, first, more] of [
        ['says nothing', '', ''],
        ['sends its headers one by one', 'POST / HTTP/1.1\r\n', 'x-a: b\r\n'],
        ['sends its body byte by byte', `${HEAD}content-length: 1000\r\n\r\n`, ' '],
        ['sends its chunks one by one', `${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n']
    ] as const)
        it(what, async () => {
            const line = lineTo(wire.url);
            if (first !== '') line.socket.write(first);
            const timer = setInterval(() => more !== '' && line.socket.writable && line.socket.write(more), 20);
            const text = await line.until(/^HTTP[^]*}$/);
            await line.closed;
            clearInterval(timer);
            assert.equal(statusOf(text), 408);
            assert.match(messageOf(text), /took too long to arrive: its headers have 0\.3 seconds, all of it 0\.6/);
        });
    it('but not one whose call takes long', async () => {
        calm.genesys.replies((received, response) => {
            setTimeout(() => json(200, { id: 'c1' })(received, response), 2_500);
        });
        const call = {
            jsonrpc: '2.0',
            id: 1,
            method: 'tools/call',
            params: {
                name: 'genesys_conversations_digital_get_email',
                arguments: { PCID, conversationId: 'c1' }
            }
        };
        const line = lineTo(calm.url);
        line.socket.write(withLength(JSON.stringify(call)));
        assert.equal(statusOf(await line.until(/"c1"/)), 200);
        line.socket.destroy();
    });
});

describe('a body of 4 MiB is taken, and one byte more is not, however its length is told', () => {
    for (const [what, send] of [
        ['content-length', withLength],
        ['chunks', chunked]
    ] as const) {
        it(`with ${what}`, async () => {
            assert.equal(statusOf(await said(send(padded(MOST_BYTES)))), 200);
            const over = lineTo();
            over.socket.write(send(padded(MOST_BYTES + 1)));
            const text = await over.until(/^HTTP[^]*}$/);
            assert.deepEqual([statusOf(text), messageOf(text)], [413, 'The request is longer than 4194304 bytes.']);
            await over.closed;
        });
        it(`a client that reads only when all of 12 MiB is sent, with ${what}, finds its answer`, async () => {
            const over = lineTo();
            over.socket.pause();
            await new Promise((resolve) => over.socket.write(send(padded(3 * MOST_BYTES)), resolve));
            over.socket.resume();
            assert.equal(statusOf(await over.until(/^HTTP[^]*}$/)), 413);
            await over.closed;
        });
    }
    it('one that never ends is cut off after a short time', async () => {
        const line = lineTo();
        line.socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
        const mebibyte = `${(1024 * 1024).toString(16)}\r\n${' '.repeat(1024 * 1024)}\r\n`;
        const timer = setInterval(() => line.socket.writable && line.socket.write(mebibyte), 20);
        await line.until(/^HTTP\/1\.1 413/);
        await line.closed;
        clearInterval(timer);
    });
});

test('requests that come in one piece are answered one after the other, each with its id', async () => {
    const line = lineTo();
    line.socket.write([1, 2, 3, 4, 5].map((id) => withLength(ping(id))).join(''));
    const text = await line.until(/"id":5/);
    assert.deepEqual(
        [...text.matchAll(/"id":(\d)/g)].map(([, id]) => Number(id)),
        [1, 2, 3, 4, 5]
    );
    line.socket.destroy();
});

test('a thousand clients that keep their connection and say nothing leave the others served', async () => {
    const idle = Array.from({ length: 1_000 }, () => lineTo());
    for (const { socket } of idle) socket.write('GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
    while (!idle.every(({ text }) => text().includes('ok'))) await pause(20);
    assert.equal(statusOf(await said(withLength(ping(8)))), 200);
    for (const { socket } of idle) socket.destroy();
});

describe('the id of a request comes back as it was', () => {
    for (const id of [0, '', -1, 'a\r\nb "\u{1F600}', 'x'.repeat(1_000_000), Number.MAX_SAFE_INTEGER])
        it(JSON.stringify(id).slice(0, 30), async () => {
            const line = lineTo();
            line.socket.write(withLength(ping(id)));
            await line.until(/\r\n\r\n\{[^]*\}$/);
            const { id: back } = JSON.parse(line.text().slice(line.text().indexOf('\r\n\r\n'))) as { id: unknown };
            assert.equal(back, id);
            line.socket.destroy();
        });
    for (const id of [null, 1.5, 1e308, true, {}, []])
        it(`${JSON.stringify(id)} is no id, and is refused`, async () => {
            assert.equal(statusOf(await said(withLength(ping(id)))), 400);
        });
});

test('several calls in one array are answered in one, and an empty one is refused', async () => {
    assert.match(
        await said(withLength(`[${ping(1)},${ping('b')}]`)),
        /200 OK[^]*\[\{[^[]*"id":1\},\{[^[]*"id":"b"\}\]$/
    );
    assert.equal(statusOf(await said(withLength('[]'))), 400);
});

describe('a client with a wrong content type is answered 415', () => {
    for (const type of ['', 'text/plain', 'application/jsonx', 'text/plain; a=application/json'])
        it(type === '' ? 'none' : type, async () => {
            const head = HEAD.replace('content-type: application/json\r\n', type && `content-type: ${type}\r\n`);
            assert.equal(statusOf(await said(withLength(ping(1), head))), 415);
        });
});

describe('a header that two programs could read differently is refused, not guessed about', () => {
    for (const [what, head] of [
        ['two hosts', `${HEAD}host: evil.example\r\n`],
        ['the same host twice', `${HEAD}Host: 127.0.0.1\r\n`],
        ['two content types', `${HEAD}content-type: text/plain\r\n`]
    ] as const)
        it(what, async () => {
            const text = await said(withLength(ping(1), head));
            assert.equal(statusOf(text), 400);
            assert.match(messageOf(text), /^The header (host|content-type) is given twice\. Give it once\.$/);
        });
    it('two tokens, the first one good', async () => {
        const head = `${HEAD}authorization: Bearer ${TOKENS.desk}\r\n`;
        assert.equal(statusOf(await said(withLength(ping(1), head), guarded.url)), 200);
        const text = await said(withLength(ping(1), `${head}authorization: Bearer x\r\n`), guarded.url);
        assert.deepEqual([statusOf(text), text.includes(TOKENS.desk)], [400, false]);
    });
    it('a length and chunks', async () => {
        assert.equal(
            statusOf(await said(`${HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)),
            400
        );
    });
});

test('what is no HTTP, and headers without end, are answered in words', async () => {
    assert.match(messageOf(await said('hello\r\n\r\n')), /no HTTP request/);
    const text = await said(`${HEAD}x-a: ${'a'.repeat(20_000)}\r\n\r\n`);
    assert.deepEqual([statusOf(text), messageOf(text)], [431, 'The headers of the request are longer than 16 KiB.']);
});

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { afterEach, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { CHANNEL } from './channelForTests.ts';
import { isSigned, signatureOf } from './signature.ts';
import { startWebhook } from './webhook.ts';
import type { Webhook } from './webhook.ts';

const SECRET = 'a secret that nobody guesses';
const TEXT = JSON.stringify({
    id: 'message-1',
    channel: CHANNEL,
    type: 'Text',
    text: 'Good morning – how can I help?',
    originatingEntity: 'Human',
    direction: 'Outbound'
});

let webhook: Webhook;
let taken: string[];
let answered: number[];
let isKept: boolean;

beforeEach(async () => {
    taken = [];
    answered = [];
    isKept = true;
    webhook = await startWebhook({
        host: '127.0.0.1',
        port: 0,
        secretOf: (id) => (id === 'integration-1' ? SECRET : undefined),
        async take(integrationId, bytes) {
            if (!isKept) throw new Error('no database');
            taken.push(`${integrationId} ${bytes.toString('utf8')}`);
        },
        onAnswered: (status) => void answered.push(status)
    });
});
afterEach(() => webhook.close());

async function post(
    body: string,
    headers: Record<string, string>,
    { method = 'POST', path = '/open-messaging/integration-1' } = {}
): Promise<number> {
    const given = method === 'GET' ? {} : { body };
    const response = await fetch(`http://127.0.0.1:${webhook.port}${path}`, { method, headers, ...given });
    await response.body?.cancel();
    return response.status;
}
const signed = (body: string): Record<string, string> => ({
    'X-Hub-Signature-256': signatureOf(SECRET, Buffer.from(body))
});

test('an operator whose port is taken is told which key names it', async () => {
    const again = startWebhook({
        host: '127.0.0.1',
        port: webhook.port,
        secretOf: () => undefined,
        take: () => Promise.resolve()
    });
    await assert.rejects(again, /^Error: webhook: 127\.0\.0\.1, port \d+, cannot be listened on \(EADDRINUSE\)/);
});

test("a notification with the signature of the vendor's own example is taken", async () => {
    // As the vendor's page does it: the HMAC of JSON.stringify of the message, in base64, after `sha256=`.
    const hash = createHmac('sha256', SECRET)
        .update(JSON.stringify(JSON.parse(TEXT)))
        .digest('base64');
    assert.equal(await post(TEXT, { 'X-Hub-Signature-256': `sha256=${hash}` }), 200);
    assert.deepEqual(taken, [`integration-1 ${TEXT}`]);
});

test('the signature is that of the bytes as they came, not of what they say', async () => {
    const spaced = JSON.stringify(JSON.parse(TEXT), undefined, 2);
    assert.equal(await post(spaced, signed(spaced)), 200);
    assert.equal(await post(spaced, signed(TEXT)), 403);
    assert.deepEqual(taken, [`integration-1 ${spaced}`]);
});

test('a notification that nobody has signed, or somebody else, is refused, and nothing of it is kept', async () => {
    const hex = createHmac('sha256', SECRET).update(TEXT).digest('hex');
    const { 'X-Hub-Signature-256': right = '' } = signed(TEXT);
    assert.equal(await post(TEXT, {}), 401);
    for (const wrong of ['', 'sha256=', right.slice(0, -1), `${right}=`, right.slice(7), `sha256=${hex}`, 'sha256=é'])
        assert.equal(await post(TEXT, { 'X-Hub-Signature-256': encodeURI(wrong) }), 403, wrong);
    assert.deepEqual(taken, []);
});

test('whatever bit of a notification is changed on its way, it is refused', () => {
    const right = signatureOf(SECRET, Buffer.from(TEXT));
    fc.assert(
        fc.property(fc.nat(Buffer.byteLength(TEXT) * 8 - 1), (bit) => {
            const bytes = Buffer.from(TEXT);
            bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
            assert.equal(isSigned(SECRET, bytes, right), false);
            assert.equal(isSigned(SECRET, Buffer.from(TEXT), right), true);
        })
    );
});

test('what is too long is refused before it is read, also where its length is not told', async () => {
    const long = 'x'.repeat(1_048_577);
    assert.equal(await post(long, signed(long)).catch(() => 413), 413);
    await new Promise<void>((resolve) => {
        const chunked = overHttp({
            host: '127.0.0.1',
            port: webhook.port,
            method: 'POST',
            path: '/open-messaging/integration-1',
            headers: signed(long)
        });
        chunked.on('error', () => resolve());
        chunked.on('close', () => resolve());
        for (let part = 0; part < 20; part += 1) chunked.write(Buffer.alloc(65_536, 120));
    });
    assert.deepEqual([taken, answered], [[], [413, 413]]);
    assert.equal(await post(TEXT, signed(TEXT)), 200);
});

test('Genesys Cloud is told to come again while nothing can be kept', async () => {
    isKept = false;
    assert.equal(await post(TEXT, signed(TEXT)), 503);
    isKept = true;
    assert.equal(await post(TEXT, signed(TEXT)), 200);
    assert.equal(taken.length, 1);
});

test('only notifications of an integration that is configured have a place here', async () => {
    assert.equal(await post(TEXT, signed(TEXT), { path: '/open-messaging/integration-2' }), 404);
    assert.equal(await post(TEXT, signed(TEXT), { path: '/open-messaging/' }), 404);
    assert.equal(await post(TEXT, signed(TEXT), { path: '/' }), 404);
    assert.equal(await post(TEXT, signed(TEXT), { method: 'GET' }), 405);
    assert.deepEqual(taken, []);
});

test('a notification that breaks off is no fault of the next one', async () => {
    await new Promise<void>((resolve) => {
        const half = overHttp({
            host: '127.0.0.1',
            port: webhook.port,
            method: 'POST',
            path: '/open-messaging/integration-1',
            headers: { ...signed(TEXT), 'content-length': Buffer.byteLength(TEXT) }
        });
        half.on('error', () => resolve());
        half.write(TEXT.slice(0, 40), () => half.destroy());
        half.on('close', () => resolve());
    });
    assert.equal(await post(TEXT, signed(TEXT)), 200);
    assert.equal(taken.length, 1);
});

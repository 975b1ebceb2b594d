import assert from 'node:assert/strict';
import { after, beforeEach, describe, it, test } from 'node:test';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { createGenesysClient, createLimiter, endpointsAt, givenToken } from '../../genesys-api/genesysApi.ts';
import { hangUp, json, serverForTests, silence, text } from '../../genesys-api/serverForTests.ts';
import { CallError } from '../calling/callError.ts';
import type { ErrorFacts } from '../calling/callError.ts';
import { createUploadMedia } from './uploadMedia.ts';
import type { UploadAsked } from './uploadMedia.ts';

const genesys = await serverForTests();
after(() => genesys.close());
const clock = clockForTests();
const client = createGenesysClient({
    endpoints: endpointsAt(genesys.url),
    tokens: givenToken(() => 'token-of-the-connection'),
    limiter: createLimiter({ clock, perMinute: 1_000 }),
    clock
});
const SECRET = 'signature=of-the-store';
const BEGUN = json(200, {
    id: 'media-1',
    uploadUrl: `${genesys.url}/store/media-1?${SECRET}`,
    uploadHeaders: { 'x-amz-meta-upload-id': 'media-1', host: 'elsewhere.example' }
});
const looked = (status: string): ReturnType<typeof json> =>
    json(200, {
        id: 'media-1',
        status,
        url: `${genesys.url}/read?${SECRET}`,
        mediaType: 'image/png',
        contentLengthBytes: 4
    });
const STORED = text(200, '');
const { upload, preview } = createUploadMedia({ clock });

let progress: (readonly [number, string])[] = [];
let before = 0;
beforeEach(() => {
    before = genesys.received.length;
    progress = [];
});
const received = (): string[] => genesys.received.slice(before).map(({ method, path }) => `${method} ${path}`);

const asked = (more: Partial<UploadAsked> = {}): UploadAsked => ({
    client,
    given: { conversationId: 'c1', communicationId: 'd1', fileName: 'picture.png', content: 'AQIDBA==' },
    isHere: true,
    onSend: () => Promise.resolve(),
    onProgress: (step, message) => void progress.push([step, message]),
    ...more
});

async function factsOfFailed(more: Partial<UploadAsked> = {}): Promise<ErrorFacts> {
    const error = await upload(asked(more)).then(
        () => assert.fail('it is done'),
        (one: unknown) => one
    );
    assert.ok(error instanceof CallError, String(error));
    assert.ok(!JSON.stringify([error.facts, error.message, error.stack]).includes(SECRET));
    return error.facts;
}

test('a file is begun, put without the bearer, and looked at until it is found valid', async () => {
    genesys.replies(BEGUN, STORED, looked('uploading'), looked('uploading'), looked('valid'));
    const result = await upload(asked());
    assert.deepEqual([result['mediaId'], result['status'], result['mediaType']], ['media-1', 'valid', 'image/png']);
    assert.ok(!JSON.stringify(result).includes(SECRET));
    const [begun, put] = genesys.received.slice(before);
    assert.deepEqual(JSON.parse(begun?.body ?? ''), { fileName: 'picture.png', contentLengthBytes: 4 });
    assert.equal(put?.body, '\u0001\u0002\u0003\u0004');
    assert.equal(put.headers.authorization, undefined);
    assert.equal(put.headers['x-amz-meta-upload-id'], 'media-1');
    assert.notEqual(put.headers.host, 'elsewhere.example');
    assert.deepEqual(
        progress.map(([step]) => step),
        [1, 2, 3, 4]
    );
    assert.equal(received().length, 5);
});

test('a file that Genesys Cloud does not take is told, with what is known of why', async () => {
    genesys.replies(BEGUN, STORED, looked('invalid'));
    const { status, why } = await upload(asked());
    assert.equal(status, 'invalid');
    assert.match(String(why), /names no reason\. 4 bytes were sent/);
});

test('a file that is looked at for more than a minute is left, with how to ask for it', async () => {
    genesys.replies(BEGUN, STORED, looked('uploading'));
    const start = clock.now();
    const { status, hint } = await upload(asked());
    assert.equal(status, 'uploading');
    assert.match(String(hint), /get_message_communication_messages_media_media_id/);
    assert.ok(clock.now() - start <= 60_000);
    assert.deepEqual(clock.waits.slice(-2), [5_000, 5_000]);
});

describe('no bytes go', () => {
    for (const [what, url, isHere] of [
        ['to http', 'http://store.example/x', false],
        ['to this machine', 'https://127.0.0.1/x', false],
        ['to this machine in another spelling', 'https://0x7f.1/x', false],
        ['to this machine by name', 'https://localhost./x', false],
        ['to a private network', 'https://192.168.1.9/x', false],
        ['to the metadata of a cloud', 'https://169.254.169.254/latest', false],
        ['to a private IPv6', 'https://[fd00::1]/x', false],
        ['to a private IPv4 in IPv6', 'https://[::ffff:10.0.0.1]/x', false],
        ['to a name of a network of one\u2019s own', 'https://store.internal/x', false],
        ['to another address of a Genesys Cloud of this machine', 'http://10.0.0.1/x', true],
        ['with a name and password', 'https://a:b@store.example/x', false],
        ['to what is no address', 'store', false]
    ] as const)
        it(what, async () => {
            genesys.replies(json(200, { id: 'media-1', uploadUrl: `${url}?${SECRET}`, uploadHeaders: {} }));
            const facts = await factsOfFailed({ isHere });
            assert.deepEqual([facts.reason, facts['mediaId']], ['notAllowed', 'media-1']);
            assert.equal(received().length, 1);
        });

    it('where another place is named by the store', async () => {
        genesys.replies(BEGUN, text(307, '', { location: `${genesys.url}/elsewhere` }));
        const { reason, message } = await factsOfFailed();
        assert.equal(reason, 'refused');
        assert.match(message, /sends us elsewhere/);
        assert.equal(received().length, 2);
    });

    it('where the answer does not say where', async () => {
        genesys.replies(json(200, { id: 'media-1' }));
        assert.equal((await factsOfFailed()).reason, 'unreadable');
        assert.equal(received().length, 1);
    });

    it('with headers that would be two', async () => {
        const uploadHeaders = { 'x-a': 'b\r\nauthorization: c' };
        genesys.replies(json(200, { id: 'media-1', uploadUrl: `${genesys.url}/store?${SECRET}`, uploadHeaders }));
        assert.equal((await factsOfFailed()).reason, 'notAllowed');
        assert.equal(received().length, 1);
    });
});

test('a store that refuses, or goes, is told, and the file is not looked at', async () => {
    genesys.replies(BEGUN, text(403, `<Error>${SECRET}</Error>`));
    assert.deepEqual([(await factsOfFailed()).reason, received().length], ['refused', 2]);
    genesys.replies(BEGUN, hangUp);
    assert.deepEqual([(await factsOfFailed()).reason, received().length], ['notSent', 4]);
});

test('a file that may not be looked at is told to be there, with its id and the permission', async () => {
    genesys.replies(BEGUN, STORED, json(403, { code: 'missing.permissions' }));
    const { reason, mediaId, hint, permissions } = await factsOfFailed();
    assert.deepEqual([reason, mediaId], ['notAllowed', 'media-1']);
    assert.match(String(hint), /nobody knows whether they are valid/);
    assert.match(JSON.stringify(permissions), /conversation:message:view/);
});

test('a client that goes stops the upload where it is', async () => {
    const goes = new AbortController();
    genesys.replies(BEGUN, (one, response) => {
        silence(one, response);
        goes.abort();
    });
    assert.deepEqual([(await factsOfFailed({ signal: goes.signal })).reason, received().length], ['cancelled', 2]);

    const later = new AbortController();
    genesys.replies(BEGUN, STORED, looked('uploading'), looked('valid'));
    const onProgress = (step: number): void => {
        if (step === 3) later.abort();
    };
    const { reason, mediaId } = await factsOfFailed({ signal: later.signal, onProgress });
    assert.deepEqual([reason, mediaId, received().length], ['cancelled', 'media-1', 5]);
});

test('a client that goes in a pause is not waited for', async () => {
    const goes = new AbortController();
    genesys.replies(BEGUN, STORED, looked('uploading'));
    const waiting = {
        ...clock,
        wait: (_: number, signal?: AbortSignal): Promise<void> =>
            new Promise((__, reject) => {
                signal?.addEventListener('abort', () => reject(signal.reason as Error));
                goes.abort();
            })
    };
    const { upload: slow } = createUploadMedia({ clock: waiting });
    await assert.rejects(slow(asked({ signal: goes.signal })), /The client went/);
    assert.equal(received().length, 3);
});

test('whoever only wants to see what would be sent begins nothing', async () => {
    const { request, sent } = await preview(asked());
    assert.equal(sent, false);
    assert.deepEqual((request as { body: unknown }).body, { fileName: 'picture.png', contentLengthBytes: 4 });
    assert.equal(received().length, 0);
});

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { NotPut, putBytes } from './mediaStore.ts';
import { canBePublic, PUBLIC, publicHost } from './publicHostForTests.ts';
import type { PublicHost } from './publicHostForTests.ts';

const HOST = 'uploads.store.example';
const skip = canBePublic ? false : 'this Node cannot be told whom to trust';

describe('a file store behind TLS', { skip }, () => {
    const received: { readonly path: string; readonly bytes: number; readonly token: string | undefined }[] = [];
    let status = 200;
    let store: PublicHost;
    before(async () => {
        store = await publicHost(HOST, (request, response) => {
            let bytes = 0;
            request.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
            request.on('end', () => {
                received.push({ path: request.url ?? '', bytes, token: request.headers.authorization });
                response.writeHead(status, { location: `https://${HOST}/elsewhere` }).end();
            });
        });
    });
    afterEach(() => {
        status = 200;
        received.length = 0;
        store.dialled.length = 0;
    });
    after(() => store.close());

    /** `answers`: what the name leads to, the first time it is asked, the second … */
    async function put(host = HOST, answers: readonly string[] = [PUBLIC]): Promise<NotPut | undefined> {
        let asked = 0;
        try {
            await putBytes({
                url: `https://${host}:${store.port}/file?signature=s`,
                headers: { 'x-store': 'a' },
                bytes: new Uint8Array(70_000),
                isHere: false,
                timeoutMs: 60_000,
                resolve(_, __, done) {
                    const address = answers[Math.min(asked, answers.length - 1)] ?? '';
                    asked += 1;
                    done(null, [{ address, family: 4 }]);
                }
            });
            return undefined;
        } catch (error) {
            assert.ok(error instanceof NotPut, String(error));
            assert.ok(!error.message.includes('signature'));
            return error;
        }
    }

    it('gets all bytes over TLS, and no token', async () => {
        assert.equal(await put(), undefined);
        assert.deepEqual(received, [{ path: '/file?signature=s', bytes: 70_000, token: undefined }]);
        assert.deepEqual(store.dialled, [PUBLIC]);
    });

    it('gets no byte where its certificate is for another name', async () => {
        assert.equal((await put('other.store.example'))?.stage, 'lost');
        assert.deepEqual([received, store.dialled], [[], [PUBLIC]]);
    });

    it('gets no byte where nobody trusts its certificate', async () => {
        await store.untrusted(async () => {
            assert.equal((await put())?.stage, 'lost');
            assert.deepEqual([received, store.dialled], [[], [PUBLIC]]);
        });
    });

    it('sends nobody elsewhere: a redirect is refused, and the bytes go once', async () => {
        for (status of [301, 302, 307, 308]) assert.equal((await put())?.stage, 'refused');
        assert.deepEqual(
            received.map(({ path }) => path),
            Array.from({ length: 4 }, () => '/file?signature=s')
        );
    });

    it('is looked up once, and just that address is dialled: an answer that changes after the look leads nowhere', async () => {
        assert.equal(await put(HOST, [PUBLIC, '10.0.0.1']), undefined);
        assert.equal((await put(HOST, ['10.0.0.1', PUBLIC]))?.stage, 'address');
        assert.equal((await put(HOST, ['127.0.0.1', PUBLIC]))?.stage, 'address');
        assert.deepEqual(store.dialled, [PUBLIC]);
        assert.equal(received.length, 1);
    });
});

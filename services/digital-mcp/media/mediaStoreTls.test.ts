import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import { Socket } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificateFor } from './certificateForTests.ts';
import { NotPut, putBytes } from './mediaStore.ts';

const HOST = 'uploads.store.example';
/** A public address that the machine's network leads to this machine, below everything that the product looks at. */
const PUBLIC = '52.216.1.1';

const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;
const dialled: string[] = [];

/** What the product's own look-up answers is dialled; the public address leads here. */
function routed(this: Socket, ...args: unknown[]): Socket {
    const [options, ...more] = args as [{ readonly lookup?: LookupFunction }, ...unknown[]];
    const { lookup } = options;
    if (lookup === undefined) return connect.apply(this, args);
    const led = (address: string): string => (address === PUBLIC ? '127.0.0.1' : '192.0.2.1');
    const here: LookupFunction = (name, asked, done) =>
        lookup(name, asked, (error, found, family) => {
            if (error !== null) return done(error, found, family);
            const all = typeof found === 'string' ? [found] : found.map(({ address }) => address);
            dialled.push(...all);
            if (typeof found === 'string') return done(null, led(found), family);
            return done(
                null,
                found.map((one) => ({ ...one, address: led(one.address) }))
            );
        });
    return connect.call(this, { ...options, lookup: here }, ...more);
}

const skip = typeof setDefaultCACertificates !== 'function' ? 'this Node cannot be told whom to trust' : false;

describe('a file store behind TLS', { skip }, () => {
    const received: { readonly path: string; readonly bytes: number; readonly token: string | undefined }[] = [];
    const certificate = certificateFor(HOST);
    let status = 200;
    const server = createServer(certificate, (request, response) => {
        let bytes = 0;
        request.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
        request.on('end', () => {
            received.push({ path: request.url ?? '', bytes, token: request.headers.authorization });
            response.writeHead(status, { location: `https://${HOST}/elsewhere` }).end();
        });
    });
    const trusted = skip === false ? getCACertificates('default') : [];
    let port = 0;
    before(async () => {
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        ({ port } = server.address() as AddressInfo);
        setDefaultCACertificates([...trusted, certificate.cert]);
        Socket.prototype.connect = routed as typeof Socket.prototype.connect;
    });
    afterEach(() => {
        status = 200;
        received.length = 0;
        dialled.length = 0;
    });
    after(async () => {
        Socket.prototype.connect = connect as typeof Socket.prototype.connect;
        setDefaultCACertificates(trusted);
        await new Promise((resolve) => server.close(resolve));
    });

    /** `answers`: what the name leads to, the first time it is asked, the second … */
    async function put(host = HOST, answers: readonly string[] = [PUBLIC]): Promise<NotPut | undefined> {
        let asked = 0;
        try {
            await putBytes({
                url: `https://${host}:${port}/file?signature=s`,
                headers: { 'x-store': 'a' },
                bytes: new Uint8Array(70_000),
                isHere: false,
                timeoutMs: 5_000,
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
        assert.deepEqual(dialled, [PUBLIC]);
    });

    it('gets no byte where its certificate is for another name', async () => {
        assert.equal((await put('other.store.example'))?.stage, 'lost');
        assert.deepEqual([received, dialled], [[], [PUBLIC]]);
    });

    it('gets no byte where nobody trusts its certificate', async () => {
        setDefaultCACertificates(trusted);
        try {
            assert.equal((await put())?.stage, 'lost');
            assert.deepEqual([received, dialled], [[], [PUBLIC]]);
        } finally {
            setDefaultCACertificates([...trusted, certificate.cert]);
        }
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
        assert.deepEqual(dialled, [PUBLIC]);
        assert.equal(received.length, 1);
    });
});

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it, test } from 'node:test';
import { getBytes, NotGot } from './getBytes.ts';
import type { Get, Got } from './getBytes.ts';
import { canBePublic, PUBLIC, publicHost } from './publicHostForTests.ts';
import type { PublicHost } from './publicHostForTests.ts';

const never: Omit<Get, 'url'> = { hosts: ['files.example'], isHere: false, mostBytes: 1_000, timeoutMs: 60_000 };

async function got(url: string, more: Partial<Get> = {}): Promise<Got | NotGot> {
    try {
        return await getBytes({ ...never, url, ...more });
    } catch (error) {
        assert.ok(error instanceof NotGot, String(error));
        assert.ok(!/secret|signature/.test(error.message), error.message);
        return error;
    }
}
const stage = (one: Got | NotGot): string => (one instanceof NotGot ? one.stage : 'got');

test('nothing is fetched from a host that is not allowed, nor in the clear, nor from a private network', async () => {
    for (const url of [
        'https://evil.example/?secret',
        'https://files.example.evil.example/',
        'https://evilfiles.example/',
        'http://files.example/',
        'https://user:secret@files.example/',
        'https://127.0.0.1/',
        'http://127.0.0.1:1/',
        'file:///etc/passwd',
        'no address'
    ])
        assert.equal(stage(await got(url)), 'address', url);
    const resolve: Get['resolve'] = (_, __, done) => done(null, [{ address: '10.0.0.1', family: 4 }]);
    assert.equal(stage(await got('https://files.example/', { resolve })), 'address');
});

describe(
    'a file at a host that is allowed',
    { skip: canBePublic ? false : 'this Node cannot be told whom to trust' },
    () => {
        const asked: { readonly path: string; readonly token: string | undefined }[] = [];
        let answer: RequestListener;
        let host: PublicHost;
        before(async () => {
            host = await publicHost('a.files.example', (request, response) => {
                asked.push({ path: request.url ?? '', token: request.headers.authorization });
                answer(request, response);
            });
        });
        afterEach(() => void (asked.length = 0));
        after(() => host.close());
        const fetched = async (name = 'a.files.example', more: Partial<Get> = {}): Promise<Got | NotGot> =>
            got(`https://${name}:${host.port}/file?signature=s`, {
                resolve: (_, __, done) => done(null, [{ address: PUBLIC, family: 4 }]),
                ...more
            });

        it('is fetched over TLS', async () => {
            answer = (_, response) => response.writeHead(200, { 'content-type': 'Image/PNG; a=b' }).end('picture');
            const file = await fetched();
            assert.ok(!(file instanceof NotGot));
            assert.deepEqual([Buffer.from(file.bytes).toString(), file.mediaType], ['picture', 'image/png']);
        });

        it('is not fetched where its certificate is for another name', async () => {
            assert.equal(stage(await fetched('b.files.example')), 'lost');
            assert.deepEqual(asked, []);
        });

        it('may be elsewhere at a host that is allowed, where no token goes, and nowhere else', async () => {
            const at =
                (location: string): RequestListener =>
                (request, response) =>
                    request.url === '/there' ? response.end('x') : response.writeHead(302, { location }).end();
            answer = at('/there');
            const headers = { authorization: 'secret' };
            assert.equal(stage(await fetched(undefined, { headers })), 'got');
            assert.deepEqual(
                asked.map(({ token }) => token),
                ['secret', undefined]
            );
            for (const location of [
                `https://evil.example:${host.port}/there`,
                'http://127.0.0.1/',
                'https://10.0.0.1/'
            ]) {
                answer = at(location);
                assert.equal(stage(await fetched()), 'address', location);
            }
            answer = at('/again');
            assert.equal(stage(await fetched()), 'refused');
        });
    }
);

describe('a file on this machine', () => {
    let answer: RequestListener;
    let server: Server;
    let url: string;
    beforeEach(async () => {
        server = createServer((request, response) => answer(request, response));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    afterEach(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
    });
    const fetched = async (more: Partial<Get> = {}): Promise<string> =>
        stage(await got(url, { isHere: true, ...more }));

    it('is fetched only where the one who named it is here', async () => {
        answer = (_, response) => response.end('x');
        assert.equal(await fetched(), 'got');
        assert.equal(await fetched({ isHere: false }), 'address');
    });

    it('is taken up to its limit, whether it says how long it is or not', async () => {
        for (const announced of [true, false])
            for (const [length, expected] of [
                [1_000, 'got'],
                [1_001, 'tooLarge']
            ] as const) {
                answer = (_, response) =>
                    response.writeHead(200, announced ? { 'content-length': length } : {}).end(Buffer.alloc(length));
                assert.equal(await fetched(), expected, `${length}`);
            }
    });

    it('that does not end is left at its limit', async () => {
        answer = (_, response) => {
            const more = (): void => void (response.destroyed || response.write(Buffer.alloc(400), more));
            more();
        };
        assert.equal(await fetched(), 'tooLarge');
    });

    it('is lost where the server is down, slow, breaks off or says that it cannot now; else it is refused', async () => {
        answer = () => undefined;
        assert.equal(await fetched({ timeoutMs: 50 }), 'lost');
        assert.equal(await fetched({ signal: AbortSignal.abort() }), 'cancelled');
        answer = (_, response) => {
            response.writeHead(200, { 'content-length': 10 });
            response.write('x', () => response.destroy());
        };
        assert.equal(await fetched(), 'lost');
        for (const [status, expected] of [
            [503, 'lost'],
            [429, 'lost'],
            [404, 'refused'],
            [403, 'refused'],
            [204, 'refused'],
            [206, 'refused']
        ] as const) {
            answer = (_, response) => response.writeHead(status).end();
            assert.equal(await fetched(), expected, `${status}`);
        }
        await new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        assert.equal(await fetched(), 'lost');
    });
});

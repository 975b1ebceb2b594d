/** Wires that break, or go dead without a word; certificates. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { follow, openedForTests } from './followForTests.ts';
import { pubSubServerForTests, testEvent, until } from './serverForTests.ts';
import type { TestStream } from './serverForTests.ts';
import { wireForTests } from './wireForTests.ts';

const { followed, keep, server } = openedForTests();
const wire = async (port: number): Promise<Awaited<ReturnType<typeof wireForTests>>> => keep(await wireForTests(port));

function certificate(): { key: string; certificate: string } | undefined {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-tls-'));
    try {
        const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
        const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
        const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
        const made = spawnSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert]);
        return made.status === 0
            ? { key: readFileSync(key, 'utf8'), certificate: readFileSync(cert, 'utf8') }
            : undefined;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
const made = certificate();
const needsOpenssl = made === undefined ? { skip: 'there is no openssl here to make a certificate with' } : {};

test(
    'B2: an operator follows Salesforce with TLS and a local org without it, by the endpoint alone',
    needsOpenssl,
    async () => {
        const [safe, plain] = [await server(made), await server()];
        const overTls = followed({ endpoint: `localhost:${safe.port}`, certificateAuthority: made?.certificate ?? '' });
        const without = followed({ endpoint: plain.url });
        for (const [salesforce, bridge] of [
            [safe, overTls],
            [plain, without]
        ] as const) {
            const stream = await salesforce.stream(0);
            assert.equal(stream.token, 'token-0');
            stream.send(testEvent(1));
            await until(() => bridge.ids().length === 1, 'the event');
        }
    }
);

test(
    'B3: an operator has no switch that trusts anybody: a certificate that nobody vouches for is refused',
    needsOpenssl,
    async () => {
        const salesforce = await server(made);
        const bridge = followed({ endpoint: `https://localhost:${salesforce.port}` });
        const { failure } = await bridge.state('waiting');
        assert.equal(failure.status, 'UNAVAILABLE');
        assert.match(failure.said ?? '', /self-signed certificate/);
        assert.equal(salesforce.streams.length, 0);
    }
);

/** The first event, or the one after it: whatever breaks earlier than it should, on a slow machine, costs none. */
function sendNext(stream: TestStream): void {
    const [first] = stream.requests;
    if (first?.topicName === '/event/Outbound__e') stream.send(testEvent(first.replayId?.length ? 2 : 1));
}

test('an operator whose connection goes dead without a word has a new one after the silence', async () => {
    const salesforce = await server();
    const between = await wire(salesforce.port);
    // Another topic of the same bridge, which would not mind, must not keep the dead connection alive for both.
    followed({ endpoint: between.url, topic: '/event/Other__e' });
    await salesforce.stream(0);
    salesforce.onStream = sendNext;
    const bridge = followed({ endpoint: between.url, timing: { silenceMs: 150 } });
    await until(() => bridge.ids().length > 0, 'the first event');
    between.goDead();
    salesforce.streams[1]?.send(testEvent(2));
    await until(() => bridge.ids().length === 2, 'the second event');
    assert.deepEqual(bridge.ids(), ['event-1', 'event-2']);
    assert.match((await bridge.state('waiting')).failure.text, /silent for 0.15 s/);
});

test('B11: an operator whose connection goes dead is told by unanswered pings, long before the silence', async () => {
    const salesforce = await server();
    const between = await wire(salesforce.port);
    // grpc-js takes no ping interval below a second.
    salesforce.onStream = sendNext;
    const bridge = followed({ endpoint: between.url, timing: { pingMs: 1_000, pingAnswerMs: 200 } });
    await until(() => bridge.ids().length > 0, 'the first event');
    between.goDead();
    await until(() => bridge.ids().length === 2, 'the second event');
    assert.deepEqual(bridge.ids(), ['event-1', 'event-2']);
    const { failure } = await bridge.state('waiting');
    assert.equal(failure.status, 'UNAVAILABLE');
});

test('an operator whose connection is reset in the middle of a batch has each event, in order', async () => {
    const salesforce = await server();
    const between = await wire(salesforce.port);
    salesforce.onStream = (stream): void => {
        const place = stream.requests[0]?.replayId ?? Buffer.alloc(0);
        const next = place.length === 0 ? 1 : Number((Buffer.from(place).readBigUInt64BE() - 2n ** 53n - 1n) / 2n) + 1;
        for (let number = next; number < next + 30 && number <= 90; number += 3)
            stream.send(testEvent(number), testEvent(number + 1), testEvent(number + 2));
    };
    let batches = 0;
    const bridge = followed({
        endpoint: between.url,
        from: 'EARLIEST',
        async take() {
            batches += 1;
            await new Promise((resolve) => setTimeout(resolve, 2));
            if (batches % 4 === 0) between.reset();
        }
    });
    await until(() => new Set(bridge.ids()).size === 90, 'ninety events');
    assert.deepEqual(
        [...new Set(bridge.ids())],
        Array.from({ length: 90 }, (_, index) => `event-${index + 1}`)
    );
});

test('an operator whose Salesforce sends a GOAWAY goes on elsewhere', async () => {
    const salesforce = await server();
    const bridge = followed({ endpoint: salesforce.url });
    (await salesforce.stream(0)).send(testEvent(1));
    await until(() => bridge.ids().length === 1, 'the first event');
    salesforce.goAway();
    const second = await salesforce.stream(1);
    second.send(testEvent(2));
    await until(() => bridge.ids().length === 2, 'the second event');
});

test('an operator whose stream is reset (RST_STREAM) or answered by something else is only made to wait', async () => {
    let calls = 0;
    const odd = createServer();
    odd.on('sessionError', () => undefined);
    odd.on('stream', (stream) => {
        calls += 1;
        stream.on('error', () => undefined);
        if (calls % 3 === 0) stream.close(2);
        else if (calls % 3 === 1) stream.respond({ ':status': 502 }, { endStream: true });
        else {
            stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
            stream.end(Buffer.from('no message at all'));
        }
    });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const sessions = new Set<{ destroy(): void }>();
    odd.on('session', (session) => sessions.add(session));
    const bridge = follow({ endpoint: `http://127.0.0.1:${(odd.address() as AddressInfo).port}` });
    await until(() => calls >= 7, 'seven calls');
    await bridge.subscription.close();
    assert.ok(bridge.states.every(({ name }) => name !== 'fatal'));
    for (const session of sessions) session.destroy();
    await new Promise((resolve) => odd.close(resolve));
});

test('an operator whose Salesforce is not there at all waits for it', async () => {
    const away = await pubSubServerForTests();
    await away.close();
    const bridge = followed({ endpoint: away.url });
    await until(() => bridge.states.filter(({ name }) => name === 'waiting').length > 2, 'three waits');
    const { failure } = await bridge.state('waiting');
    assert.equal(failure.status, 'UNAVAILABLE');
});

/** The subscriber against a Pub/Sub server over real gRPC. The B numbers are the defects measured in the public client. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import ts from 'typescript';
import { follow, openedForTests } from './followForTests.ts';
import { replayId, testEvent, until } from './serverForTests.ts';

const { followed, server } = openedForTests();
const uncaught: unknown[] = [];
process.on('uncaughtExceptionMonitor', (error) => uncaught.push(error));
after(() => assert.deepEqual(uncaught, []));

const events = (from: number, to: number): ReturnType<typeof testEvent>[] =>
    Array.from({ length: to - from + 1 }, (_, index) => testEvent(from + index));
const ids = (from: number, to: number): string[] => events(from, to).map(({ id }) => id);

test('B1: a developer who installs the bridge needs no package that it does not name', () => {
    const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as {
        dependencies: Record<string, string>;
    };
    const files = readdirSync(import.meta.dirname).filter((file) => /^(?!.*(test|ForTests)\.ts$).*\.ts$/.test(file));
    const imported = files.flatMap((file) =>
        ts
            .preProcessFile(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
            .importedFiles.map(({ fileName }) => fileName)
            .filter((name) => !/^(\.|node:)/.test(name))
    );
    assert.ok(imported.length > 4);
    assert.deepEqual(
        imported.filter((name) => !(name in manifest.dependencies)),
        []
    );
});

test('an operator who starts the bridge for the first time hears what is published from now on', async () => {
    const salesforce = await server();
    const bridge = followed({ endpoint: salesforce.url });
    const stream = await salesforce.stream(0);
    const [first] = stream.requests;
    assert.equal(first?.topicName, '/event/Outbound__e');
    assert.equal(first?.replayPreset, 'LATEST');
    assert.equal(stream.token, 'token-0');
    stream.send(testEvent(1));
    await until(() => bridge.ids().length === 1, 'the event');
    const [event] = bridge.batches[0]?.events ?? [];
    assert.deepEqual(
        { ...(event?.record as object) },
        {
            CreatedDate: 1_790_000_000_001,
            CreatedById: '005',
            Payload__c: 'text 1'
        }
    );
    assert.deepEqual(
        bridge.states.map(({ name }) => name),
        ['connecting', 'streaming']
    );
});

test('an operator who starts the bridge again goes on after what was kept, byte for byte', async () => {
    const salesforce = await server();
    followed({ endpoint: salesforce.url, from: { after: replayId(7) } });
    const [first] = (await salesforce.stream(0)).requests;
    assert.equal(first?.replayPreset, 'CUSTOM');
    assert.deepEqual(first?.replayId, replayId(7));
});

test('B4: an operator has events in order however slow their schema is, and each schema is fetched once', async () => {
    const salesforce = await server();
    const json = String(salesforce.schemas.get('schema'));
    salesforce.schemas.set('slow', () => new Promise((resolve) => setTimeout(() => resolve(json), 120)));
    const bridge = followed({ endpoint: salesforce.url });
    const stream = await salesforce.stream(0);
    stream.send(testEvent(1, 'slow'), testEvent(2, 'slow'));
    stream.send(testEvent(3, 'schema'));
    stream.send(testEvent(4, 'slow'));
    await until(() => bridge.ids().length === 4, 'four events');
    assert.deepEqual(bridge.ids(), ids(1, 4));
    assert.deepEqual(salesforce.schemasAsked, ['slow', 'schema']);
});

test('an operator is asked for more events only when the schema of those before is there', async () => {
    const salesforce = await server();
    let give = (): void => undefined;
    const json = String(salesforce.schemas.get('schema'));
    salesforce.schemas.set('late', () => new Promise((resolve) => (give = (): void => resolve(json))));
    const bridge = followed({ endpoint: salesforce.url });
    const stream = await salesforce.stream(0);
    stream.send(...events(1, 100).map((event) => ({ ...event, schemaId: 'late' })));
    await until(() => salesforce.schemasAsked.length >= 1, 'the question');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(stream.requested, 100);
    give();
    await until(() => stream.requested === 200, 'more credit');
    assert.equal(bridge.ids().length, 100);
});

test('B5: an operator whose stream breaks has the events after it, without doing anything', async () => {
    const salesforce = await server();
    const bridge = followed({ endpoint: salesforce.url });
    (await salesforce.stream(0)).send(testEvent(1));
    await until(() => bridge.ids().length === 1, 'the first event');
    salesforce.streams[0]?.fail('service.unavailable');
    const second = await salesforce.stream(1);
    assert.deepEqual(second.requests[0]?.replayId, replayId(1));
    second.send(testEvent(2));
    await until(() => bridge.ids().length === 2, 'the second event');
    const { failure } = await bridge.state('waiting');
    assert.equal(failure.error, 'service.unavailable');
    assert.equal(failure.rpcId, 'rpc-1');
});

test('B6: an operator has one open stream, however often it broke or ended', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void => {
        const number = salesforce.streams.length;
        stream.send(testEvent(number));
        if (number < 6) setTimeout(() => (number % 2 ? stream.fail('service.unavailable') : stream.end()), 5);
    };
    const bridge = followed({ endpoint: salesforce.url });
    await until(() => bridge.ids().length === 6, 'six events');
    assert.deepEqual(bridge.ids(), ids(1, 6));
    await until(() => salesforce.streams.filter(({ open }) => open).length === 1, 'one open stream');
    assert.equal(salesforce.streams.length, 6);
});

test('B7: an operator whose database is slow is never sent more than it has room for', async () => {
    const salesforce = await server();
    let [taking, most] = [0, 0];
    const bridge = followed({
        endpoint: salesforce.url,
        from: 'EARLIEST',
        take: async ({ events: given }) => {
            taking += 1;
            most = Math.max(most, taking);
            assert.ok(given.length <= 100);
            await new Promise((resolve) => setTimeout(resolve, 25));
            taking -= 1;
        }
    });
    let next = 1;
    salesforce.onRequest = (stream): void => {
        const { numRequested } = stream.requests.at(-1) ?? { numRequested: 0 };
        for (let left = numRequested; left > 0; left -= 20, next += 20) stream.send(...events(next, next + 19));
    };
    await until(() => bridge.ids().length >= 300, 'three hundred events');
    const [stream] = salesforce.streams;
    assert.equal(most, 1);
    assert.ok((stream?.requested ?? 0) - bridge.ids().length <= 100);
    assert.deepEqual(bridge.ids(), ids(1, bridge.ids().length));
});

test('an operator whose backlog is high has the stream closed, and opened again when there is room', async () => {
    const salesforce = await server();
    let room = 5;
    const bridge = followed({
        endpoint: salesforce.url,
        enoughRoom: 4,
        room: () => room,
        take: ({ events: given }) => void (room -= given.length),
        timing: { pausedMs: 60_000 }
    });
    const first = await salesforce.stream(0);
    assert.equal(first.requested, 5);
    first.send(...events(1, 5));
    await bridge.state('paused');
    await until(() => !first.open, 'the end of the stream');
    room = 3;
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(salesforce.streams.length, 1);
    room = 4;
    const second = await salesforce.stream(1);
    assert.deepEqual(second.requests[0]?.replayId, replayId(5));
    assert.equal(second.requested, 4);
});

test('an operator whose backlog stays nearly full is not kept waiting for more room than there will be', async () => {
    const salesforce = await server();
    let room = 0;
    followed({ endpoint: salesforce.url, room: () => room, timing: { pausedMs: 40 } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(salesforce.streams.length, 0);
    room = 1;
    assert.equal((await salesforce.stream(0)).requested, 1);
});

test('B8: an operator whose database refuses a batch has the same events again, and nothing is called unreadable', async () => {
    const salesforce = await server();
    let refusals = 2;
    const bridge = followed({
        endpoint: salesforce.url,
        take: ({ events: [event] }) => {
            if (event?.id === 'event-2' && refusals-- > 0) throw new Error('disk full');
        }
    });
    salesforce.onStream = (stream): void => {
        const [first] = stream.requests;
        if (first?.replayPreset === 'LATEST') stream.send(testEvent(1));
        stream.send(testEvent(2));
        stream.send(testEvent(3));
    };
    await until(() => bridge.ids().length === 3, 'three events');
    assert.deepEqual(bridge.ids(), ids(1, 3));
    assert.deepEqual(
        salesforce.streams.map(({ requests }) => Buffer.from(requests[0]?.replayId ?? []).toString('hex')),
        ['', replayId(1).toString('hex'), replayId(1).toString('hex')]
    );
    assert.ok(bridge.batches.every(({ events: given }) => given.every(({ problem }) => problem === undefined)));
    const state = await bridge.state('notTaken');
    assert.equal((state.error as Error).message, 'disk full');
});

test('an operator loses nothing when the very first batch is refused, although there is no position yet', async () => {
    const salesforce = await server();
    let refusals = 3;
    const bridge = followed({
        endpoint: salesforce.url,
        take: () => {
            if (refusals-- > 0) throw new Error('database restarts');
        }
    });
    const stream = await salesforce.stream(0);
    stream.send(testEvent(1));
    stream.send(testEvent(2));
    await until(() => bridge.ids().length === 2, 'both events');
    assert.deepEqual(bridge.ids(), ids(1, 2));
    const second = await salesforce.stream(1);
    assert.deepEqual(second.requests[0]?.replayId, replayId(2));
});

test('B9: an operator keeps replay ids as the bytes that came', async () => {
    const salesforce = await server();
    const bridge = followed({ endpoint: salesforce.url });
    const odd = Buffer.from('ff00ffffffffffffff80', 'hex');
    (await salesforce.stream(0)).send({ ...testEvent(1), replayId: odd });
    await until(() => bridge.ids().length === 1, 'the event');
    assert.deepEqual(Buffer.from(bridge.batches[0]?.events[0]?.replayId ?? []), odd);
    salesforce.streams[0]?.end();
    assert.deepEqual((await salesforce.stream(1)).requests[0]?.replayId, odd);
});

test('B10: an operator who stops the bridge may stop Salesforce after it: nothing is thrown', async () => {
    const salesforce = await server();
    const bridge = followed({ endpoint: salesforce.url });
    const stream = await salesforce.stream(0);
    await bridge.subscription.close();
    stream.fail('service.unavailable');
    await salesforce.close();
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal(bridge.states.at(-1)?.name, 'closed');
    assert.deepEqual(uncaught, []);
});

test('an operator who stops the bridge has the batch in hand finished, and no other one begun', async () => {
    const salesforce = await server();
    let finish: (() => void) | undefined;
    const bridge = followed({
        endpoint: salesforce.url,
        take: () => new Promise<void>((resolve) => (finish = resolve))
    });
    const stream = await salesforce.stream(0);
    stream.send(testEvent(1));
    stream.send(testEvent(2));
    await until(() => finish !== undefined, 'the batch');
    let closed = false;
    const closing = bridge.subscription.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(closed, false);
    finish?.();
    await closing;
    assert.deepEqual(bridge.ids(), ['event-1']);
    assert.deepEqual(bridge.subscription.position(), replayId(1));
});

test('an operator may stop the bridge while it waits, signs in, or asks for a schema', async () => {
    const salesforce = await server();
    const paused = followed({ endpoint: salesforce.url, room: () => 0, timing: { roomMs: 300_000 } });
    const signing = followed({
        endpoint: salesforce.url,
        credentials: { login: () => new Promise(() => undefined), refused: () => undefined }
    });
    salesforce.schemas.set('never', () => new Promise(() => undefined));
    const asking = followed({ endpoint: salesforce.url });
    (await salesforce.stream(0)).send(testEvent(1, 'never'));
    await until(() => salesforce.schemasAsked.length >= 1, 'the question');
    // Each would wait for more than a minute, or for ever.
    let areClosed = false;
    void Promise.all([paused, signing, asking].map(({ subscription }) => subscription.close())).then(
        () => (areClosed = true)
    );
    await until(() => areClosed, 'the end of all three');
});

test('an operator who gives an endpoint that is none is told so at once', () => {
    assert.throws(() => follow({ endpoint: 'api.pubsub.salesforce.com' }), /host and a port.*7443/);
});

/** What follows on which of Salesforce's errors, over real gRPC. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { openedForTests } from './followForTests.ts';
import { RECORD, replayId, testEvent, until } from './serverForTests.ts';

const { followed, server } = openedForTests();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('an operator whose access token has run out has a new one, at once and without an alarm', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void => {
        if (stream.token === 'token-0') stream.fail('service.auth.error', status.UNAUTHENTICATED);
        else stream.send(testEvent(1));
    };
    const bridge = followed({ endpoint: salesforce.url, timing: { backOffMs: 60_000, longestBackOffMs: 60_000 } });
    await until(() => bridge.ids().length === 1, 'the event');
    assert.deepEqual(bridge.refused, ['token-0']);
    assert.equal(salesforce.streams[1]?.token, 'token-1');
    assert.ok(bridge.states.every(({ name }) => name !== 'alarm' && name !== 'waiting'));
});

test('an operator whose every token is refused does not storm Salesforce', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void => stream.fail('service.auth.error', status.UNAUTHENTICATED);
    const waits: number[] = [];
    const bridge = followed({
        endpoint: salesforce.url,
        clock: { now: Date.now, random: () => 1, wait: (ms, signal) => waited(waits, ms, signal) },
        timing: { backOffMs: 1_000, longestBackOffMs: 8_000 }
    });
    await until(() => salesforce.streams.length >= 7, 'seven streams');
    await bridge.subscription.close();
    assert.deepEqual(waits.slice(0, 5), [1_000, 2_000, 4_000, 8_000, 8_000]);
});

/** Notes what is waited for, and hardly waits; silence it waits for never. */
async function waited(waits: number[], ms: number, signal?: AbortSignal): Promise<void> {
    if (ms === 300_000) return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error())));
    waits.push(ms);
    await pause(1);
    signal?.throwIfAborted();
}

test('an operator whose Salesforce is away waits longer each time, spread at random, until it first answers', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void => {
        const number = salesforce.streams.length;
        // The third one answers once: from then on the waits are short again.
        if (number === 3) stream.keepAlive(replayId(1));
        setTimeout(() => stream.fail('service.unavailable', status.INTERNAL), 5);
    };
    const waits: number[] = [];
    const bridge = followed({
        endpoint: salesforce.url,
        from: 'EARLIEST',
        clock: { now: Date.now, random: () => 0.5, wait: (ms, signal) => waited(waits, ms, signal) },
        timing: { backOffMs: 1_000, longestBackOffMs: 60_000 }
    });
    await until(() => salesforce.streams.length >= 6, 'six streams');
    await bridge.subscription.close();
    assert.deepEqual(waits.slice(0, 5), [500, 1_000, 500, 1_000, 2_000]);
});

test('an operator whose position Salesforce no longer knows is alarmed, and has everything that is still kept', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void => {
        if (stream.requests[0]?.replayPreset === 'CUSTOM')
            stream.fail('subscription.fetch.replayid.corrupted', status.INVALID_ARGUMENT);
        else stream.send(testEvent(1), testEvent(2));
    };
    const bridge = followed({ endpoint: salesforce.url, from: { after: replayId(9) } });
    await until(() => bridge.ids().length === 2, 'two events');
    assert.deepEqual(
        salesforce.streams.map(({ requests }) => requests[0]?.replayPreset),
        ['CUSTOM', 'EARLIEST']
    );
    assert.match((await bridge.state('alarm')).failure.text, /oldest event that it keeps/);
});

const FATAL: readonly [string, status, RegExp][] = [
    ['subscription.fetch.replayid.validation.failed', status.INVALID_ARGUMENT, /explicit beginning/],
    ['topic.not.found', status.NOT_FOUND, /name of the platform event in the configuration/],
    ['subscription.topic.cannot.subscribe', status.PERMISSION_DENIED, /read access/],
    ['service.tenant.license', status.FAILED_PRECONDITION, /licence/]
];
for (const [error, code, what] of FATAL) {
    test(`an operator to whom Salesforce says ${error} reads what to change, and nothing is tried again`, async () => {
        const salesforce = await server();
        salesforce.onStream = (stream): void => stream.fail(error, code);
        const bridge = followed({ endpoint: salesforce.url });
        const { failure } = await bridge.state('fatal');
        assert.match(failure.text, what);
        await pause(60);
        assert.equal(salesforce.streams.length, 1);
    });
}

test('an operator whose event allocation is used up is alarmed, and Salesforce is left alone for a long time', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void =>
        void (salesforce.streams.length === 1 && stream.fail('subscription.limit.exceeded', status.RESOURCE_EXHAUSTED));
    let goOn = (): void => undefined;
    const bridge = followed({
        endpoint: salesforce.url,
        from: 'EARLIEST',
        clock: {
            now: Date.now,
            random: () => 1,
            wait: (ms, signal) => (ms === 150 ? new Promise((resolve) => (goOn = resolve)) : waited([], ms, signal))
        },
        timing: { longWaitMs: 150 }
    });
    const { ms } = await bridge.state('waiting');
    assert.equal(ms, 150);
    assert.match((await bridge.state('alarm')).failure.text, /event deliveries/);
    await pause(60);
    assert.equal(salesforce.streams.length, 1);
    goOn();
    await salesforce.stream(1);
});

test('an operator is told once that a first stream broke before there was any position', async () => {
    const salesforce = await server();
    salesforce.onStream = (stream): void =>
        void (salesforce.streams.length < 4 && setTimeout(() => stream.fail('service.unavailable'), 2));
    const bridge = followed({ endpoint: salesforce.url });
    await salesforce.stream(3);
    const alarms = bridge.states.filter(({ name }) => name === 'alarm');
    assert.equal(alarms.length, 1);
    assert.match(JSON.stringify(alarms), /is not heard/);
});

test('an operator whose first stream breaks before there was any position has all read that is kept', async () => {
    const salesforce = await server();
    let begun = 0;
    salesforce.onStream = (stream): void => {
        if (salesforce.streams.length < 3) setTimeout(() => stream.fail('service.unavailable'), 2);
        else stream.send(testEvent(1));
    };
    const bridge = followed({ endpoint: salesforce.url, onBeginning: async () => void (begun += 1) });
    await until(() => bridge.ids().length === 1, 'the event');
    const presets = salesforce.streams.map(({ requests }) => requests[0]?.replayPreset);
    assert.deepEqual([begun, ...presets], [1, 'LATEST', 'EARLIEST', 'EARLIEST']);
    assert.deepEqual(
        bridge.batches.map(({ isNew }) => isNew),
        [undefined]
    );
    assert.ok(!bridge.states.some(({ name }) => name === 'alarm'));
});

test('an operator whose database cannot keep when the bridge began has no stream opened before it can', async () => {
    const salesforce = await server();
    let refusals = 2;
    const bridge = followed({
        endpoint: salesforce.url,
        onBeginning: async () => {
            if (refusals-- > 0) throw new Error('database restarts');
        }
    });
    (await salesforce.stream(0)).send(testEvent(1));
    await until(() => bridge.ids().length === 1, 'the event');
    assert.equal(bridge.states.filter(({ name }) => name === 'notTaken').length, 2);
    assert.deepEqual(
        salesforce.streams.map(({ requests }) => requests[0]?.replayPreset),
        ['LATEST']
    );
    assert.equal(bridge.batches[0]?.isNew, true);
});

test('an operator has an event that nobody can read with its bytes and the reason, and those after it', async () => {
    const salesforce = await server();
    salesforce.schemas.set('broken', '{"type":');
    salesforce.schemas.set(
        'odd',
        JSON.stringify({ ...RECORD, name: 'Odd__e', fields: [{ name: 'Big', type: 'long' }] })
    );
    const bridge = followed({ endpoint: salesforce.url });
    const stream = await salesforce.stream(0);
    const cut = testEvent(2).payload.subarray(0, 9);
    stream.send(
        testEvent(1),
        { ...testEvent(2), payload: cut },
        { ...testEvent(3), payload: Buffer.concat([testEvent(3).payload, Buffer.from([1])]) },
        testEvent(4, 'broken'),
        testEvent(5, 'unknown'),
        testEvent(6, ''),
        testEvent(7)
    );
    await until(() => bridge.ids().length === 7, 'seven events');
    const given = bridge.batches[0]?.events ?? [];
    assert.deepEqual(
        given.map(({ problem }) => problem),
        [
            undefined,
            'its bytes do not fit its schema',
            'its bytes do not fit its schema',
            'its schema is not one of a platform event',
            'Salesforce does not know its schema',
            'it names no schema',
            undefined
        ]
    );
    assert.deepEqual(Buffer.from(given[1]?.bytes ?? []), cut);
    assert.equal(given[1]?.record, undefined);
    assert.equal(salesforce.streams.length, 1);
});

test('an operator keeps every digit of a whole number', async () => {
    const salesforce = await server();
    salesforce.schemas.set(
        'long',
        JSON.stringify({ type: 'record', name: 'L', fields: [{ name: 'n', type: 'long' }] })
    );
    const bridge = followed({ endpoint: salesforce.url });
    const zigzag = (value: bigint): Buffer => {
        const bytes: number[] = [];
        for (let left = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)); ; left >>= 7n) {
            const low = Number(left & 127n);
            if (left < 128n) return Buffer.from([...bytes, low]);
            bytes.push(low | 128);
        }
    };
    const values = [0n, -1n, 1_790_000_000_000n, 2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n];
    (await salesforce.stream(0)).send(
        ...values.map((value, index) => ({ ...testEvent(index, 'long'), payload: zigzag(value) }))
    );
    await until(() => bridge.ids().length === values.length, 'the events');
    const read = bridge.batches[0]?.events.map(({ record }) => (record as { n: number | bigint }).n);
    assert.deepEqual(read, [0, -1, 1_790_000_000_000, 2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n]);
});

test('an operator whose schema cannot be had for now has the events when it can', async () => {
    const salesforce = await server();
    const json = String(salesforce.schemas.get('schema'));
    let failures = 2;
    salesforce.schemas.set('flaky', () =>
        failures-- > 0
            ? Promise.reject(Object.assign(new Error(), { code: status.UNAVAILABLE }))
            : Promise.resolve(json)
    );
    const bridge = followed({ endpoint: salesforce.url });
    (await salesforce.stream(0)).send(testEvent(1, 'flaky'));
    await until(() => bridge.ids().length === 1, 'the event');
    assert.equal(bridge.batches[0]?.events[0]?.problem, undefined);
});

const SCHEMA_FAILURES: readonly [string, status, readonly number[]][] = [
    ['is away', status.UNAVAILABLE, [1_000, 2_000, 4_000, 8_000]],
    ['takes no token', status.UNAUTHENTICATED, [1_000, 2_000, 4_000]]
];
for (const [what, code, expected] of SCHEMA_FAILURES) {
    test(`an operator whose schema ${what} has the same events sent again ever more rarely`, async () => {
        const salesforce = await server();
        salesforce.schemas.set('away', () => Promise.reject(Object.assign(new Error(), { code })));
        salesforce.onStream = (stream): void => stream.send(testEvent(2, 'away'));
        const waits: number[] = [];
        const bridge = followed({
            endpoint: salesforce.url,
            from: { after: replayId(1) },
            clock: { now: Date.now, random: () => 1, wait: (ms, signal) => waited(waits, ms, signal) },
            timing: { backOffMs: 1_000, longestBackOffMs: 60_000 }
        });
        await until(() => salesforce.schemasAsked.length >= 5, 'five questions');
        await bridge.subscription.close();
        assert.deepEqual(waits.slice(0, expected.length), expected);
    });
}

test('an operator in a quiet hour keeps the newest position, and only when nothing is under way', async () => {
    const salesforce = await server();
    let finish: (() => void) | undefined;
    let slow = true;
    const bridge = followed({
        endpoint: salesforce.url,
        take: () => (slow ? new Promise<void>((resolve) => (finish = resolve)) : undefined)
    });
    const stream = await salesforce.stream(0);
    stream.send(testEvent(1));
    stream.keepAlive(replayId(50));
    stream.send(testEvent(2));
    await until(() => finish !== undefined, 'the first batch');
    // What comes needs turns of the event loop, not time: as many as a machine that stands still passes over in one.
    for (let turn = 0; turn < 20; turn += 1) await pause(2);
    assert.equal(bridge.batches.length, 0);
    slow = false;
    finish?.();
    await until(() => bridge.ids().length === 2, 'both events');
    assert.deepEqual(bridge.subscription.position(), replayId(2));
    stream.keepAlive(replayId(60));
    await until(() => bridge.batches.length === 3, 'the keepalive');
    assert.deepEqual(bridge.batches[2], { events: [], latestReplayId: replayId(60) });
    assert.deepEqual(bridge.subscription.position(), replayId(60));
});

test('an operator sees no token in what the bridge tells of itself', async () => {
    const salesforce = await server();
    const bridge = followed({
        endpoint: salesforce.url,
        credentials: {
            login: () =>
                Promise.resolve({ accessToken: 'secret\nsecret', instanceUrl: 'https://x', organizationId: '00D' }),
            refused: () => undefined
        }
    });
    await bridge.state('waiting');
    assert.doesNotMatch(JSON.stringify(bridge.states), /secret/);
});

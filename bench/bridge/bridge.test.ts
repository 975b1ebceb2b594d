import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postgresForTests, postgresPrograms } from '../../test/postgresForTests.ts';
import { delivered, numberIn, textOf } from './arrivals.ts';
import type { Bridge } from './bridge.ts';
import { measureDecoding } from './decoding.ts';
import { byBridge, byPoster, carried } from './delivering.ts';
import type { Carried } from './delivering.ts';
import { bridgeAims, printedBridge } from './printedBridge.ts';
import { readsPerSecond } from './others.ts';
import { measureWakeUps } from './wakeUps.ts';
import { startWorld } from './world.ts';

const FEW = { steady: 5, steadyPerSecond: 20, heap: 20, conversations: 4, answerMs: 10 };

const at = (...moments: readonly (readonly [number: number, at: number])[]): { number: number; at: number }[] =>
    moments.map(([number, ms]) => ({ number, at: ms }));

test('a text says of which run it is, and another run does not count it', () => {
    assert.equal(numberIn('heap', textOf('heap', 17)), 17);
    assert.equal(numberIn('heap', textOf('heap-2', 17)), undefined);
    assert.equal(numberIn('heap', 'Where is my order?'), undefined);
});

test('texts a second are told from the first text to the last arrival, and how long each took', () => {
    const written = at([0, 1_000], [1, 1_000], [2, 1_500], [3, 1_500]);
    const { lost, p50, p99, perSecond, seconds } = delivered(
        written,
        at([0, 1_100], [1, 1_200], [2, 1_900], [3, 3_000]),
        2
    );
    assert.deepEqual(
        { lost, p50, p99, perSecond, seconds },
        { lost: 0, p50: 200, p99: 1_500, perSecond: 2, seconds: 2 }
    );
});

test('what did not arrive, arrived twice or after a later one of its conversation is counted, and no other', () => {
    const written = at([0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0]);
    const arrived = at([1, 10], [0, 11], [4, 12], [2, 13], [0, 14], [3, 15]);
    const { doubled, lost, outOfOrder } = delivered(written, arrived, 2);
    assert.deepEqual({ doubled, lost, outOfOrder }, { doubled: 1, lost: 1, outOfOrder: 1 });
});

test('an event is decoded by ours and by the Avro library alone, which checks nothing', async () => {
    const { besideClient, bytes, ours, unchecked } = await measureDecoding(undefined, { rounds: 3, turns: 3 });
    assert.ok(bytes > 500, `${bytes} bytes`);
    // Nothing of a processor's time may have been counted: some machines count it by ticks of milliseconds.
    for (const { median } of [ours, unchecked]) assert.ok(median >= 0, JSON.stringify({ ours, unchecked }));
    assert.equal(besideClient, undefined);
});

test('the bridge and one that posts text by text carry the same texts, each once and in order', async () => {
    for (const start of [byBridge({ processes: 1, conversations: 4 }), byPoster({ kind: 'posts' })]) {
        const { heap, steady } = await carried(start, FEW);
        for (const [one, texts] of [
            [steady, 5],
            [heap, 20]
        ] as const) {
            const { doubled, lost, outOfOrder, p50 } = one;
            assert.deepEqual(
                { texts: one.texts, doubled, lost, outOfOrder },
                { texts, doubled: 0, lost: 0, outOfOrder: 0 }
            );
            assert.ok(p50 >= FEW.answerMs / 2, JSON.stringify(one));
        }
    }
});

const programs = postgresPrograms();
const skip = programs === undefined ? 'no PostgreSQL for this machine is installed' : false;

test('events are read and kept, and work that waits begins in its order', { skip }, async () => {
    const server = await postgresForTests(programs ?? '', { syncs: true });
    const world = await startWorld();
    try {
        await world.write({ name: 'read', conversations: 4, count: 250 });
        const addresses = await world.addresses();
        const database = { url: server.url };
        assert.ok((await readsPerSecond({ kind: 'stores', database }, addresses, 250)) > 0);
        const { boss, lanes } = await measureWakeUps(server.url, undefined, { oneByOne: 3, heap: 40 });
        assert.equal(boss, undefined);
        assert.ok(lanes.p50 >= 0 && lanes.perSecond > 0 && lanes.outOfOrder === 0, JSON.stringify(lanes));
    } finally {
        await world.close();
        await server.close();
    }
});

test('an aim of the bridge is missed where one text is lost, and what was not measured is said', () => {
    const of = (median: number): { median: number; spread: [number, number] } => ({ median, spread: [median, median] });
    const ran = (perSecond: number, lost = 0): Carried['heap'] => ({
        texts: 1,
        seconds: 1,
        perSecond,
        p50: 1,
        p99: 1,
        lost,
        doubled: 0,
        outOfOrder: 0,
        requests: 1
    });
    const imported = { ms: of(1), processorMs: of(1), mebibytes: of(1) };
    const measured = (lost: number): Bridge => ({
        decoding: { bytes: 1, ours: of(1), unchecked: of(1) },
        importing: { ours: imported, grpc: imported },
        reading: { decodes: of(1), postgres: of(1), embedded: of(1) },
        howMany: FEW,
        carried: {
            postgres: { steady: ran(5), heap: ran(50) },
            embedded: { steady: ran(5), heap: ran(50) },
            posts: { steady: ran(5), heap: ran(10) }
        },
        atOnce: [],
        growth: [{ processes: 1, database: 'postgres', of: [{ conversations: 1, delivered: ran(1, lost) }] }],
        outage: { texts: 1, seconds: 1, perSecond: 1, delivered: ran(1) },
        limited: [],
        wakeUps: { lanes: { p50: 1, p99: 1, perSecond: 1, outOfOrder: 0 } }
    });
    const says = (bridge: Bridge): string[] => bridgeAims(bridge).map((one) => one.says);
    assert.deepEqual(
        [says(measured(0)), says(measured(1))],
        [
            ['met', 'met'],
            ['met', 'missed']
        ]
    );
    const printed = printedBridge(measured(1)).join('\n');
    assert.match(printed, /1 conversations 1, 1 lost/);
    assert.match(printed, /not measured: SWITCHBOARD_PUBSUB_CLIENT/);
    assert.match(printedBridge({ notMeasured: 'No PostgreSQL.' }).join(), /not measured. No PostgreSQL/);
    assert.deepEqual(bridgeAims({ notMeasured: 'No PostgreSQL.' }), []);
});

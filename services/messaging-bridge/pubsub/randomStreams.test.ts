/** Whatever Salesforce and the network do: each event reaches the database, in order, without a gap, within its room. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { status } from '@grpc/grpc-js';
import fc from 'fast-check';
import { follow } from './followForTests.ts';
import { pubSubServerForTests, replayId, testEvent, until } from './serverForTests.ts';
import type { PubSubTestServer, TestStream } from './serverForTests.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env['RUNS'] ?? 25);

/** What one stream does, in this order; then it sends what is left. */
type Deed =
    | { readonly do: 'send'; readonly count: number }
    | { readonly do: 'keepAlive' | 'end' | 'rest' }
    | { readonly do: 'fail'; readonly error: string; readonly code: status };

const failure = fc.constantFrom(
    { do: 'fail', error: 'service.unavailable', code: status.INTERNAL },
    { do: 'fail', error: 'service.auth.error', code: status.UNAUTHENTICATED },
    { do: 'fail', error: 'subscription.internal.error', code: status.UNKNOWN },
    { do: 'fail', error: 'subscription.fetch.replay.repeated', code: status.ABORTED },
    { do: 'fail', error: 'something.new', code: status.INVALID_ARGUMENT }
) as fc.Arbitrary<Deed>;
const send = fc.record({ do: fc.constant('send'), count: fc.integer({ min: 1, max: 40 }) }) as fc.Arbitrary<Deed>;
const plain = fc.constantFrom({ do: 'keepAlive' }, { do: 'end' }, { do: 'rest' }) as fc.Arbitrary<Deed>;
const scripts = fc.array(
    fc.array(fc.oneof({ weight: 4, arbitrary: send }, { weight: 2, arbitrary: plain }, failure), { maxLength: 6 }),
    { maxLength: 6 }
);
const world = fc.record({
    latest: fc.boolean(),
    total: fc.integer({ min: 1, max: 120 }),
    capacity: fc.integer({ min: 1, max: 130 }),
    /** What the workers take out of the database in a millisecond. */
    drained: fc.integer({ min: 1, max: 20 }),
    /** So many events before where it should go on come once more; fewer than there is room for, or it never gets on. */
    again: fc.integer({ min: 0, max: 5 }),
    scripts,
    /** The n-th batch is refused by the database. */
    refused: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    unreadable: fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 5 }),
    /** The n-th question for a schema fails, and how slow the others are. */
    schemaFails: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    schemaMs: fc.integer({ min: 0, max: 12 }),
    lost: fc.boolean()
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (place: Uint8Array): number => Number((Buffer.from(place).readBigUInt64BE() - 2n ** 53n - 1n) / 2n);

async function plays(given: World): Promise<void> {
    const salesforce = await pubSubServerForTests();
    const json = String(salesforce.schemas.get('schema'));
    let asked = 0;
    for (const id of ['even', 'odd'])
        salesforce.schemas.set(id, async () => {
            asked += 1;
            await new Promise((resolve) => setTimeout(resolve, given.schemaMs));
            if (given.schemaFails.includes(asked)) throw Object.assign(new Error(), { code: status.UNAVAILABLE });
            return json;
        });
    let backlog = 0;
    let taken = 0;
    let offered = 0;
    let backlogSeen = 0;
    let takenOfStream = 0;
    const faults: string[] = [];
    let newest = 0;
    serve(salesforce, given, {
        from: (place) => {
            const number = numberOf(place);
            if (number > taken) faults.push(`goes on after ${number}, though only ${taken} were taken`);
            return number;
        },
        newest: () => newest,
        begins: () => (takenOfStream = 0),
        requested: (requested) => {
            const owed = requested - takenOfStream;
            if (owed > 100 || owed + backlogSeen > given.capacity)
                faults.push(`${owed} are asked for beside ${backlogSeen} stored, with room for ${given.capacity}`);
        },
        sent: (number) => (newest = Math.max(newest, number))
    });
    const draining = setInterval(() => (backlog = Math.max(0, backlog - given.drained)), 1);
    const bridge = follow({
        endpoint: salesforce.url,
        from: given.latest ? 'LATEST' : 'EARLIEST',
        room: () => given.capacity - (backlogSeen = backlog),
        enoughRoom: 10,
        timing: { pausedMs: 5, backOffMs: 1, longestBackOffMs: 3, longWaitMs: 3 },
        take: ({ events }) => {
            offered += 1;
            if (given.refused.includes(offered)) throw new Error('the database is away');
            for (const { id, problem, record } of events) {
                const number = Number(id.slice('event-'.length));
                if (number > taken + 1) faults.push(`${number} was taken before ${taken + 1}`);
                if ((problem !== undefined) !== given.unreadable.includes(number)) faults.push(`${number}: ${problem}`);
                if (problem === undefined && (record as { Payload__c: string }).Payload__c !== `text ${number}`)
                    faults.push(`${number} says something else`);
                taken = Math.max(taken, number);
            }
            backlog += events.length;
            takenOfStream += events.length;
            if (backlog > given.capacity) faults.push(`${backlog} stored, with room for ${given.capacity}`);
        }
    });
    try {
        await until(() => taken >= given.total || faults.length > 0, `event ${given.total}`);
        assert.deepEqual(faults, []);
    } finally {
        clearInterval(draining);
        await bridge.subscription.close();
        await salesforce.close();
    }
}

interface Told {
    from(place: Uint8Array): number;
    newest(): number;
    begins(): void;
    /** By one stream, over all its requests. */
    requested(count: number): void;
    sent(number: number): void;
}

/** Each stream plays its script; those after the last one behave. */
function serve(salesforce: PubSubTestServer, given: World, told: Told): void {
    const lost = new Set<string>();
    const playing = new Map<TestStream, () => void>();
    salesforce.onRequest = (stream): void => {
        told.requested(stream.requested);
        playing.get(stream)?.();
    };
    salesforce.onStream = (stream): void => {
        told.begins();
        const [first] = stream.requests;
        const place = first?.replayId ?? Buffer.alloc(0);
        if (first?.replayPreset === 'CUSTOM' && given.lost && lost.size === 0) {
            lost.add(Buffer.from(place).toString('hex'));
            return stream.fail('subscription.fetch.replayid.corrupted', status.INVALID_ARGUMENT);
        }
        const start = {
            CUSTOM: () => Math.max(0, told.from(place) - Math.min(given.again, given.capacity - 1)),
            EARLIEST: () => 0,
            LATEST: told.newest
        }[first?.replayPreset ?? 'LATEST']();
        const script = [...(given.scripts[salesforce.streams.length - 1] ?? [])];
        let [next, sent, over] = [start + 1, 0, false];
        const sendSome = (most: number): boolean => {
            const count = Math.min(most, stream.requested - sent, given.total - next + 1);
            if (count <= 0) return false;
            const events = Array.from({ length: count }, (_, index) => {
                const event = testEvent(next + index, (next + index) % 2 ? 'odd' : 'even');
                return given.unreadable.includes(next + index) ? { ...event, payload: Buffer.from([255]) } : event;
            });
            sent += count;
            next += count;
            told.sent(next - 1);
            stream.send(...events);
            return true;
        };
        function play(): void {
            while (!over) {
                const deed = script[0];
                if (deed === undefined) {
                    if (!sendSome(100)) return;
                    continue;
                }
                if (deed.do === 'send' && !sendSome(deed.count) && next <= given.total) return;
                script.shift();
                if (deed.do === 'rest') return void setTimeout(play, 2);
                if (deed.do === 'keepAlive' && next > 1) stream.keepAlive(replayId(next - 1));
                over = deed.do === 'end' || deed.do === 'fail';
                if (deed.do === 'end') stream.end();
                if (deed.do === 'fail') stream.fail(deed.error, deed.code);
            }
        }
        playing.set(stream, play);
    };
}

test(`an operator has each event at least once and in order, whatever happens on the way (seed ${seed})`, async () => {
    await fc.assert(fc.asyncProperty(world, plays), { seed, numRuns: RUNS, interruptAfterTimeLimit: 60_000 });
});

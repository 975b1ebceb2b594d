/** Work that waits in a database: the bridge's lanes beside pg-boss, on the same PostgreSQL, with nothing to do. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createBreaker } from '../../services/messaging-bridge/delivery/breaker.ts';
import type { Sender } from '../../services/messaging-bridge/delivery/sender.ts';
import { startWorkers } from '../../services/messaging-bridge/delivery/workers.ts';
import { addEntries } from '../../services/messaging-bridge/store/batches.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import { quantile } from '../mcp/latencies.ts';

export interface WakeUp {
    /** From the end of the transaction that adds one thing to the beginning of its work, one every 50 ms: milliseconds. */
    readonly p50: number;
    readonly p99: number;
    /** Of a heap that was added a hundred at a time, 16 at work. */
    readonly perSecond: number;
    /** Began before one that was added earlier with the same key. */
    readonly outOfOrder: number;
}

export interface WakeUps {
    readonly lanes: WakeUp;
    /** With `notify` and the policy `key_strict_fifo`. */
    readonly boss?: WakeUp;
}

export interface HowMany {
    readonly oneByOne: number;
    readonly heap: number;
}

const HOW_MANY: HowMany = { oneByOne: 100, heap: 2_000 };
const KEYS = 16;
const AT_ONCE = 16;
const EACH_MS = 50;

/** A queue that calls `began` with the number of each thing when its work begins. */
interface Queue {
    add(numbers: readonly number[]): Promise<void>;
    close(): Promise<void>;
}

export async function measureWakeUps(
    url: string,
    bossFolder: string | undefined,
    howMany: HowMany = HOW_MANY
): Promise<WakeUps> {
    const lanes = await measured((began) => lanesAt(url, began), howMany);
    if (bossFolder === undefined) return { lanes };
    return { lanes, boss: await measured((began) => bossAt(url, bossFolder, began), howMany) };
}

async function measured(open: (began: (number: number) => void) => Promise<Queue>, howMany: HowMany): Promise<WakeUp> {
    const [began, added, last] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
    let outOfOrder = 0;
    const queue = await open((number) => {
        began.set(number, performance.now());
        if (number < (last.get(number % KEYS) ?? -1)) outOfOrder += 1;
        last.set(number % KEYS, number);
    });
    let next = 0;
    async function add(count: number): Promise<void> {
        const numbers = Array.from({ length: count }, (_, at) => next + at);
        next += count;
        await queue.add(numbers);
        for (const number of numbers) added.set(number, performance.now());
    }
    const all = async (): Promise<void> => {
        while (began.size < next) await wait(2);
    };
    try {
        await add(KEYS);
        await all();
        const first = next;
        for (let left = howMany.oneByOne; left > 0; left -= 1) {
            await add(1);
            await wait(EACH_MS);
        }
        await all();
        const took = Array.from({ length: howMany.oneByOne }, (_, at) =>
            Math.max(0, (began.get(first + at) ?? NaN) - (added.get(first + at) ?? NaN))
        );
        const start = performance.now();
        for (let left = howMany.heap; left > 0; left -= 100) await add(Math.min(100, left));
        await all();
        const perSecond = Math.round((howMany.heap * 1_000) / (performance.now() - start));
        return { p50: shown(quantile(took, 0.5)), p99: shown(quantile(took, 0.99)), perSecond, outOfOrder };
    } finally {
        await queue.close();
    }
}

const shown = (value: number): number => Number(value.toFixed(1));

async function lanesAt(url: string, began: (number: number) => void): Promise<Queue> {
    const database = await openStore({ url, connections: AT_ONCE + 4 });
    const sender: Sender = {
        plan: async () => [{}],
        async send({ entry, leaving }) {
            leaving();
            began((entry.body as { readonly number: number }).number);
            return { kind: 'sent' };
        },
        find: async () => 'absent',
        undelivered: () => []
    };
    const breaker = createBreaker();
    const workers = await startWorkers({
        database,
        name: 'bench',
        lanes: AT_ONCE,
        leaseMs: 10_000,
        senderOf: () => sender,
        breakerOf: () => breaker,
        maxAgeMs: Infinity,
        settleMs: 1_000,
        firstWaitMs: 500,
        onSettled: () => undefined,
        onFault: (error) => console.error(error)
    });
    return {
        async add(numbers): Promise<void> {
            const createdAt = Date.now();
            const entries = numbers.map((number) => ({
                lane: `out:${number % KEYS}`,
                key: `bench:${number}`,
                kind: 'nothing',
                body: { number },
                createdAt
            }));
            await database.transaction((statements) => addEntries(statements, entries));
        },
        async close(): Promise<void> {
            await workers.drain();
            await database.close();
        }
    };
}

/** What is used of pg-boss. */
interface Boss {
    on(event: 'error', heard: (error: unknown) => void): void;
    start(): Promise<unknown>;
    stop(options: object): Promise<void>;
    createQueue(name: string, options: object): Promise<void>;
    work(name: string, options: object, work: (jobs: { data: { number: number } }[]) => Promise<void>): Promise<string>;
    insert(name: string, jobs: object[]): Promise<unknown>;
}

async function bossAt(url: string, folder: string, began: (number: number) => void): Promise<Queue> {
    const file = createRequire(path.join(folder, 'package.json')).resolve('pg-boss');
    const { PgBoss } = (await import(pathToFileURL(file).href)) as { PgBoss: new (options: object) => Boss };
    const boss = new PgBoss({ connectionString: url, max: AT_ONCE + 4, useListenNotify: true });
    boss.on('error', (error) => console.error(error));
    await boss.start();
    await boss.createQueue('bench', { policy: 'key_strict_fifo', notify: true });
    await boss.work(
        'bench',
        { localConcurrency: AT_ONCE, batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 },
        async (jobs) => {
            for (const { data } of jobs) began(data.number);
        }
    );
    return {
        async add(numbers): Promise<void> {
            await boss.insert(
                'bench',
                numbers.map((number) => ({ data: { number }, singletonKey: `out:${number % KEYS}` }))
            );
        },
        close: () => boss.stop({ graceful: false })
    };
}

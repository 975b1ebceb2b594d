/** From the event of a rep's text to its arrival at Genesys Cloud, through the real program. */
import { setTimeout as wait } from 'node:timers/promises';
import { bridgesAt } from './bridges.ts';
import type { BridgesOptions } from './bridges.ts';
import { startPoster } from './others.ts';
import type { Poster } from './others.ts';
import { startWorld } from './world.ts';
import type { Arrived, World } from './world.ts';

export interface HowMany {
    /** One by one, and how many in a second. */
    readonly steady: number;
    readonly steadyPerSecond: number;
    /** All at once. */
    readonly heap: number;
    readonly conversations: number;
    /** Genesys Cloud takes so long to answer. */
    readonly answerMs: number;
}

export interface Carried {
    /** As long as nobody waits. */
    readonly steady: Arrived;
    /** What has piled up. */
    readonly heap: Arrived;
}

/** Starts what carries the texts; gives what stops it. */
type Start = (world: World) => Promise<() => Promise<void>>;

/** What was written before a process knew its database is looked for at Genesys Cloud before it is sent. */
const KNOWS_ITS_DATABASE_MS = 6_000;

export const byBridge =
    (options: BridgesOptions): Start =>
    async (world) => {
        const bridges = await bridgesAt(world, options);
        await bridges.start();
        await wait(KNOWS_ITS_DATABASE_MS);
        return () => bridges.stop();
    };

export const byPoster =
    (poster: Poster): Start =>
    async (world) =>
        startPoster(poster, await world.addresses());

export async function carried(start: Start, howMany: HowMany): Promise<Carried> {
    const { answerMs, conversations, heap, steady, steadyPerSecond } = howMany;
    return inWorld(start, async (world) => {
        await world.set({ answerMs });
        await played(world, { name: 'warm-up', conversations, count: 20 });
        const perSecond = steadyPerSecond;
        const one = await played(world, { name: 'steady', conversations, count: steady, perSecond });
        return { steady: one, heap: await played(world, { name: 'heap', conversations, count: heap }) };
    });
}

export interface Growth {
    readonly conversations: number;
    readonly delivered: Arrived;
}

/** Texts that are there at once. */
export interface Heap {
    readonly conversations: number;
    readonly count: number;
}

/** A heap of texts for each number of conversations. */
export async function growth(start: Start, answerMs: number, heaps: readonly Heap[]): Promise<Growth[]> {
    return inWorld(start, async (world) => {
        await world.set({ answerMs });
        await played(world, { name: 'warm-up', conversations: 16, count: 48 });
        const all: Growth[] = [];
        for (const { conversations, count } of heaps) {
            const run = { name: `heap-${conversations}`, conversations, count };
            all.push({ conversations, delivered: await played(world, run) });
        }
        return all;
    });
}

export interface Limited {
    readonly processes: number;
    readonly requestsPerMinute: number;
    readonly texts: number;
    /** Until the last had arrived. */
    readonly delivered: Arrived;
}

/** A heap that is larger than what Genesys Cloud takes in a minute. */
export async function limited(
    options: BridgesOptions,
    { perMinute, texts }: { readonly perMinute: number; readonly texts: number }
): Promise<Limited> {
    const start = byBridge({ ...options, requestsPerMinute: perMinute });
    return inWorld(start, async (world) => {
        await world.set({ requestsPerMinute: perMinute });
        const run = { name: 'limited', conversations: 16, count: texts, silenceMs: 90_000 };
        return {
            processes: options.processes,
            requestsPerMinute: perMinute,
            texts,
            delivered: await played(world, run)
        };
    });
}

export interface Outage {
    readonly texts: number;
    /** From the start of the program to the last arrival. */
    readonly seconds: number;
    readonly perSecond: number;
    readonly delivered: Arrived;
}

/** Texts were written while no process ran. */
export async function afterOutage(options: BridgesOptions, answerMs: number, texts: number): Promise<Outage> {
    const world = await startWorld();
    const bridges = await bridgesAt(world, options);
    try {
        await bridges.start();
        await world.greet();
        await bridges.stop();
        await world.set({ answerMs });
        const run = { name: 'outage', conversations: options.conversations, count: texts };
        await world.write(run);
        const start = performance.now();
        await bridges.start();
        const delivered = await world.arrived(run);
        const seconds = Number(((performance.now() - start) / 1_000).toFixed(2));
        return { texts, seconds, perSecond: Number((texts / seconds).toFixed(1)), delivered };
    } finally {
        await bridges.stop();
        await world.close();
    }
}

interface Play {
    readonly name: string;
    readonly conversations: number;
    readonly count: number;
    readonly perSecond?: number;
    readonly silenceMs?: number;
}

async function played(world: World, { silenceMs, ...run }: Play): Promise<Arrived> {
    const [, delivered] = await Promise.all([
        world.write(run),
        world.arrived({ ...run, ...(silenceMs === undefined ? {} : { silenceMs }) })
    ]);
    return delivered;
}

async function inWorld<T>(start: Start, play: (world: World) => Promise<T>): Promise<T> {
    const world = await startWorld();
    try {
        const stop = await start(world);
        try {
            await world.greet();
            return await play(world);
        } finally {
            await stop();
        }
    } finally {
        await world.close();
    }
}

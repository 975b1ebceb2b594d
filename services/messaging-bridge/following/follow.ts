import { setTimeout as wait } from 'node:timers/promises';
import { storeBatch } from '../store/batches.ts';
import type { NewBatch } from '../store/batches.ts';
import { begin, beginningOf } from '../store/beginnings.ts';
import type { Database } from '../store/database.ts';
import { giveUpLeadership, keepLeadership, NotLeader, takeLeadership } from '../store/leadership.ts';
import type { Leadership } from '../store/leadership.ts';
import { positionOfTopic } from '../store/positions.ts';
import { waitingEntries } from '../store/entries.ts';
import { positionOf } from '../pubsub/subscription.ts';
import type { Batch, ReplayFrom, Subscription } from '../pubsub/subscription.ts';

export interface FollowOptions {
    readonly database: Database;
    readonly topic: string;
    /** Unlike that of every other process and every earlier start. */
    readonly name: string;
    /** Opens the stream; `room` is how many more events may be asked for. */
    readonly subscribe: (stream: {
        readonly from: ReplayFrom;
        readonly room: () => number;
        readonly onBeginning: () => Promise<void>;
        readonly onEvents: (batch: Batch) => Promise<void>;
    }) => Subscription;
    /** What is to be stored of a batch; of what was published before `since`, in epoch milliseconds, nothing. */
    readonly read: (batch: Batch, since?: number) => Pick<NewBatch, 'entries' | 'unreadable' | 'publishedAt'>;
    /** Epoch milliseconds, by the clock that says when something was published. */
    readonly now: () => number;
    /** As long as more than this waits, no more events are asked for. */
    readonly mostWaiting: number;
    /** After this long without a sign of the leader another process takes over. Milliseconds. */
    readonly leaseMs: number;
    /** How often the leader gives a sign and the others ask who leads, in milliseconds; else a quarter of the lease. */
    readonly signMs?: number;
    readonly onLeading?: (isLeading: boolean) => void;
}

export interface Following {
    readonly isLeading: boolean;
    /** Closes the stream when what it brought is stored, and lets another process lead at once. */
    close(): Promise<void>;
}

/** Follows a topic in one of all processes that share a database, and stores what comes. */
export function follow(options: FollowOptions): Following {
    const { database, leaseMs, name, onLeading, signMs = leaseMs / 4 } = options;
    const ending = new AbortController();
    let isLeading = false;

    async function run(): Promise<void> {
        while (!ending.signal.aborted) {
            const leadership = await takeLeadership(database, name, leaseMs).catch(() => undefined);
            if (leadership !== undefined) {
                isLeading = true;
                onLeading?.(true);
                await lead(options, leadership, ending.signal).catch(() => undefined);
                isLeading = false;
                onLeading?.(false);
            }
            await wait(signMs, undefined, { signal: ending.signal }).catch(() => undefined);
        }
    }

    const running = run();
    return {
        get isLeading(): boolean {
            return isLeading;
        },
        async close(): Promise<void> {
            ending.abort();
            await running;
        }
    };
}

/** Two of Salesforce's machines may tell the time so differently. */
const SPARE_MS = 5_000;

/** Whether a batch has something that was published since then, or there is nothing before it any more. */
const reaches = ({ events, isNew }: Batch, publishedAt: number | undefined, since: number): boolean =>
    isNew === true || events.length === 0 || (publishedAt !== undefined && publishedAt >= since);

/** Until it is closed, or somebody else leads, or nobody can be asked any more who does. */
async function lead(options: FollowOptions, leadership: Leadership, ending: AbortSignal): Promise<void> {
    const { database, leaseMs, mostWaiting, now, read, signMs = leaseMs / 4, subscribe, topic } = options;
    let since = await beginningOf(database, topic);
    const from = (await positionOfTopic(database, topic)) ?? (since === undefined ? 'LATEST' : 'EARLIEST');
    let waiting = await waitingEntries(database);
    let stored = 0;
    let signedAt = performance.now();
    const over = new AbortController();

    /** What is stored while the count is under way may or may not be in it: rather twice than not at all. */
    async function count(): Promise<void> {
        const before = stored;
        const counted = await waitingEntries(database);
        waiting = counted + stored - before;
    }

    async function asLeader(work: () => Promise<void>): Promise<void> {
        try {
            await work();
        } catch (error) {
            if (error instanceof NotLeader) over.abort();
            throw error;
        }
    }

    const stream = subscribe({
        from: typeof from === 'string' ? from : { after: from },
        room: () => mostWaiting - waiting,
        onBeginning: () =>
            asLeader(async () => {
                const at = now() - SPARE_MS;
                await begin(database, leadership, topic, at);
                since = at;
            }),
        async onEvents(batch): Promise<void> {
            const replayId = positionOf(batch);
            if (replayId === undefined) return;
            const brought = read(batch, batch.isNew === true ? undefined : since);
            const hasBegun = since !== undefined && reaches(batch, brought.publishedAt, since);
            await asLeader(async () => {
                const added = await storeBatch(database, leadership, { ...brought, topic, replayId, hasBegun });
                stored += added;
                waiting += added;
                if (hasBegun) since = undefined;
            });
        }
    });

    try {
        const signal = AbortSignal.any([ending, over.signal]);
        while (!signal.aborted && performance.now() - signedAt < leaseMs) {
            await wait(signMs, undefined, { signal }).catch(() => undefined);
            if (signal.aborted) break;
            const at = performance.now();
            try {
                await keepLeadership(database, leadership, leaseMs);
                signedAt = at;
                await count();
            } catch (error) {
                if (error instanceof NotLeader) break;
            }
        }
    } finally {
        await stream.close();
        await giveUpLeadership(database, leadership).catch(() => undefined);
    }
}

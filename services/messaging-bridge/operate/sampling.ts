import type { Database } from '../store/database.ts';
import { takeSample } from '../store/samples.ts';
import { bridgeStatus } from './status/bridgeStatus.ts';

export interface SamplingOptions {
    readonly database: Database;
    readonly topic: string;
    /** One process takes them for all. */
    readonly isLeading: () => boolean;
    readonly everyMs?: number;
}

/** Keeps how the bridge stands, now and then, for the pictures of the status page. Gives what ends it. */
export function startSampling({ database, everyMs = 15_000, isLeading, topic }: SamplingOptions): () => Promise<void> {
    let taking: Promise<void> = Promise.resolve();
    async function take(): Promise<void> {
        const { aside, delivered, stream, waiting } = await bridgeStatus(database, topic);
        await takeSample(database, {
            waiting: waiting.entries,
            behindMs: stream.behindMs ?? 0,
            delivered: delivered.lastMinute,
            aside: aside.reduce((sum, { count }) => sum + count, 0)
        });
    }
    const timer = setInterval(() => {
        // A database that is away is told by everything else.
        if (isLeading()) taking = taking.then(take).catch(() => undefined);
    }, everyMs);
    return async () => {
        clearInterval(timer);
        await taking;
    };
}

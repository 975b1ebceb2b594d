import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from '../genesys/channels.ts';
import type { Genesys } from '../genesys/topologies.ts';
import type { Database } from '../store/database.ts';
import { openConversations, unheard } from '../store/heard.ts';
import { listenedAgo, setListened } from '../store/listened.ts';
import { begunBetween } from './begun.ts';

export interface MissedOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    readonly channels: readonly Channel[];
    /** A conversation that is to be asked. */
    readonly onMissed: (conversationId: string) => void;
    readonly onFault: (error: unknown) => void;
    /** How long after a gap it is asked what began in it: the list lags behind. The last is repeated until it works. */
    readonly listAfterMs: readonly number[];
    readonly signal: AbortSignal;
}

export interface Missed {
    /** After a gap: everything that goes on, and what began while nobody listened. */
    ask(): void;
    /** All topics are listened to now. */
    isListening(): void;
    /** Once it is aborted: what was begun has ended. */
    close(): Promise<void>;
}

/** The list may lag behind by so much, and so may what is kept of how long was listened. */
const MARGIN_MS = 15 * 60_000;
const LONGEST_GAP_MS = 24 * 3_600_000;

/** Finds what may have been missed. Before the very first time nothing was: the bridge begins with what comes. */
export function createMissed(options: MissedOptions): Missed {
    const { channels, database, genesys, listAfterMs, onFault, onMissed, signal } = options;
    const queueIds = channels.flatMap((one) => (one.topology === 'genesysChannel' ? [one.queueId] : []));

    const begun = new Set<Promise<void>>();
    let gaps = 0;

    async function askOpen(): Promise<void> {
        for (const conversation of await openConversations(database)) onMissed(conversation);
    }

    async function askBegun(from: number): Promise<void> {
        const to = genesys.clock.now() + 60_000;
        const ids = await begunBetween(genesys.client, { queueIds, from, to, signal });
        for (const conversation of await unheard(database, ids)) onMissed(conversation);
    }

    /** Until it works, or nobody listens any more. */
    function persist(work: () => Promise<void>, afterMs: number): void {
        const task = tried(work, afterMs);
        begun.add(task);
        void task.then(() => begun.delete(task));
    }

    async function tried(work: () => Promise<void>, afterMs: number): Promise<void> {
        for (let ms = afterMs; !signal.aborted; ms = Math.max(1, ...listAfterMs)) {
            await wait(ms, undefined, { signal }).catch(() => undefined);
            if (signal.aborted) return;
            try {
                return await work();
            } catch (error) {
                if (!signal.aborted) onFault(error);
            }
        }
    }

    async function afterGap(): Promise<void> {
        const ago = await listenedAgo(database);
        gaps -= 1;
        if (ago === undefined) return setListened(database);
        const gapMs = Math.min(LONGEST_GAP_MS, ago.lastMs + MARGIN_MS, ago.firstMs);
        const from = genesys.clock.now() - Math.max(0, gapMs);
        for (const ms of listAfterMs) persist(() => askBegun(from), ms);
    }

    return {
        ask() {
            gaps += 1;
            persist(askOpen, 0);
            persist(afterGap, 0);
        },
        isListening() {
            // Since when nobody listened is not known any more after that.
            if (gaps === 0) persist(() => setListened(database), 0);
        },
        async close() {
            while (begun.size > 0) await Promise.all(begun);
        }
    };
}

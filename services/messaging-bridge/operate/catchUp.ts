import type { BridgeLog } from './log.ts';

interface CatchUpOptions {
    readonly log: Pick<BridgeLog, 'catchingUp'>;
    /** Epoch milliseconds. */
    readonly now?: () => number;
}

export interface CatchUp {
    /** What a batch brought; `publishedAt` is that of its last event, undefined where nothing more is to be had. */
    read(batch: { readonly events: number; readonly publishedAt?: number }): void;
}

const BEHIND_MS = 60_000;
const TELL_MS = 10_000;

/** Tells how a catch-up goes on, now and then, and when it is over. */
export function createCatchUp({ log, now = Date.now }: CatchUpOptions): CatchUp {
    let told: { readonly at: number; readonly behindMs: number } | undefined;
    let events = 0;

    return {
        read({ events: more, publishedAt }): void {
            const at = now();
            const behindMs = publishedAt === undefined ? 0 : Math.max(0, at - publishedAt);
            events += more;
            if (behindMs <= BEHIND_MS) {
                if (told !== undefined) log.catchingUp({ behindMs, events, isOver: true });
                told = undefined;
                events = 0;
                return;
            }
            // A clock that was set back must not silence it.
            if (told !== undefined && Math.abs(at - told.at) < TELL_MS) return;
            const perMs = told === undefined ? 0 : (told.behindMs - behindMs) / (at - told.at);
            const left = perMs > 0 ? { leftMs: Math.round(behindMs / perMs) } : {};
            log.catchingUp({ behindMs, events, ...left, isOver: false });
            told = { at, behindMs };
            events = 0;
        }
    };
}

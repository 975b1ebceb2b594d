import { orAborted } from './aborted.ts';
import type { Clock } from './clock.ts';

/** Whoever wants to send waits here. One for each OAuth client, because Genesys Cloud counts by that. */
export interface Limiter {
    /**
     * Resolves when it may be sent. Rejects with the signal's reason, and with TooLong instead of a wait beyond `until`
     * (milliseconds since 1970). First come, first served.
     */
    take(signal?: AbortSignal, until?: number): Promise<void>;
    /** What an answer tells of the quota; `allowed` requests in the window of which `count` are used, new in `resetSeconds`. */
    learn(quota: { readonly allowed: number; readonly count: number; readonly resetSeconds: number }): void;
    /**
     * How much of what may be sent in a minute is left, from 0 to 1; 0 while anybody waits. Who can do without sending
     * asks this first.
     */
    spare(): number;
    /** Nobody sends for so long. Whoever cannot wait until then is told at once. */
    pause(ms: number): void;
}

/** The turn to send comes later than the caller can wait. */
export class TooLong extends Error {
    override readonly name = 'TooLong';
    readonly waitMs: number;

    constructor(waitMs: number) {
        super('The turn to send comes too late.');
        this.waitMs = waitMs;
    }
}

const WINDOW_MS = 60_000;

/** What waits looks again after so long at the latest: the clock may have been set back. */
const LONGEST_MS = 60_000;

/** Genesys Cloud's default for one OAuth client. What the answers tell counts more. */
export const USUAL_PER_MINUTE = 300;

/** For one process. At most `perMinute` in any minute, and what the answers allow. */
export function createLimiter({ clock, perMinute = USUAL_PER_MINUTE }: { clock: Clock; perMinute?: number }): Limiter {
    /** When the last ones were sent, oldest first; those before `from` are past. */
    let sent: number[] = [];
    let from = 0;
    let closedUntil = 0;
    let seen = 0;
    let told: { until: number; left: number; allowed: number } | undefined;
    let waiting = 0;
    let last: Promise<void> = Promise.resolve();

    /** Looks at each only once, however many are sent in a minute. */
    function forget(now: number): void {
        // A clock that was set back must not close the gate for as long.
        while (sent.length > from && (sent.at(-1) ?? 0) > now) sent.pop();
        while (sent.length > from && (sent[from] ?? 0) <= now - WINDOW_MS) from += 1;
        if (from * 2 > sent.length) {
            sent = sent.slice(from);
            from = 0;
        }
    }

    /** What was to last for so long lasts no longer on a clock that was set back. */
    function keepLengths(now: number): void {
        const back = Math.max(0, seen - now);
        seen = now;
        closedUntil -= back;
        if (told !== undefined) told.until -= back;
    }

    function waitMs(): number {
        const now = clock.now();
        keepLengths(now);
        forget(now);
        const oldest = sent[from];
        const full = sent.length - from >= perMinute && oldest !== undefined ? oldest + WINDOW_MS - now : 0;
        if (told !== undefined && told.until <= now) told = undefined;
        const spent = told !== undefined && told.left <= 0 ? told.until - now : 0;
        return Math.max(full, spent, closedUntil - now);
    }

    async function pass(until: number, signal?: AbortSignal): Promise<void> {
        for (let ms = waitMs(); ms > 0; ms = waitMs()) {
            if (clock.now() + ms > until) throw new TooLong(ms);
            await clock.wait(Math.min(ms, LONGEST_MS), signal);
        }
        signal?.throwIfAborted();
        const now = clock.now();
        forget(now);
        sent.push(now);
        if (told !== undefined) told.left -= 1;
    }

    return {
        take(signal, until = Infinity): Promise<void> {
            waiting += 1;
            const mine = last.then(() => pass(until, signal)).finally(() => (waiting -= 1));
            last = mine.catch(() => undefined);
            // Whoever goes need not wait for its turn to be told so.
            return orAborted(mine, signal);
        },
        learn({ allowed, count, resetSeconds }): void {
            const now = clock.now();
            keepLengths(now);
            const until = now + Math.min(resetSeconds, 2 * 60) * 1_000;
            // Answers come in any order: the one that leaves less counts.
            const left = Math.min(allowed - count, told !== undefined && told.until > now ? told.left : Infinity);
            told = { until, left, allowed };
        },
        spare(): number {
            if (waiting > 0 || waitMs() > 0) return 0;
            const own = 1 - (sent.length - from) / perMinute;
            return Math.max(0, told === undefined ? own : Math.min(own, told.left / told.allowed));
        },
        pause(ms): void {
            const now = clock.now();
            keepLengths(now);
            closedUntil = Math.max(closedUntil, now + ms);
        }
    };
}

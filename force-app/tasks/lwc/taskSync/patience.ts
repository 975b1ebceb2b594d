import type { OutboxEntry } from './outbox.ts';
import type { TaskSyncSettings } from './types.ts';

/** How long to wait before the next try, in milliseconds: doubling, a minute at most. */
export function backoff(failures: number): number {
    return Math.min(1_000 * 2 ** Math.max(0, failures - 1), 60_000);
}

/** Looks for the phone's own Task during the call before leaving it to the next milestone. */
const LOOKS_DURING_CALL = 4;

/**
 * Follow mode: when to look for the phone's Task again, in milliseconds from now; undefined to leave it to the next
 * milestone. After the disconnect the last look falls on the moment from which we may create one ourselves.
 */
export function nextLook(looks: number, now: number, createAt: number | undefined): number | undefined {
    const pause = Math.min(1_000 * 2 ** Math.max(0, looks - 1), 10_000);
    if (createAt === undefined) {
        return looks < LOOKS_DURING_CALL ? pause : undefined;
    }
    return Math.max(0, Math.min(pause, createAt - now));
}

/** Where Tasks are written once wrapped up: an agent who never wraps up does not lose the Task, in milliseconds. */
const WRAP_UP_MS = 10 * 60_000;

/**
 * How long the admin wants values to be held back, in milliseconds from now; 0 when they may be written, undefined while
 * only the next step of the interaction can tell.
 */
export function heldBack(entry: OutboxEntry, { when }: TaskSyncSettings, now: number): number | undefined {
    if (when === 'eachStep' || entry.remake === true) {
        return 0;
    }
    if (entry.disconnectedAt === undefined) {
        return undefined;
    }
    if (when === 'end' || entry.wrappedUp === true) {
        return 0;
    }
    return Math.min(WRAP_UP_MS, Math.max(0, Date.parse(entry.disconnectedAt) + WRAP_UP_MS - now));
}

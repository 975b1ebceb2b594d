import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';

/** No call goes on for longer, in milliseconds: a day. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * When each call was first heard to be connected: the same in all tabs of the browser and after a reload, because the
 * toolkit carries no time and tells an active call anew (G7).
 */
export interface FirstConnects {
    /** ISO 8601. */
    read(callId: string): string | undefined;
    /** The first one stays. */
    keep(callId: string, connectedAt: string): void;
}

export function createFirstConnects(storage: Storage, clock: Clock, org: string, userId: string): FirstConnects {
    const kept = createKeptEntries(storage, org, userId, 'voice');

    function read(callId: string): string | undefined {
        const stored = kept.read(callId);
        const at = typeof stored === 'string' ? Date.parse(stored) : Number.NaN;
        return Math.abs(clock.now() - at) <= KEPT_MS ? new Date(at).toISOString() : undefined;
    }

    for (const callId of kept.names()) {
        if (read(callId) === undefined) kept.remove(callId);
    }

    return {
        read,
        keep(callId, connectedAt): void {
            if (read(callId) === undefined) kept.write(callId, connectedAt);
        }
    };
}

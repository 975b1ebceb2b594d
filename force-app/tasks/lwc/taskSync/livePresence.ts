import type { Clock, Locks } from './types.ts';

/** After a reload a call that does not come back to any tab within this time, in milliseconds, has ended meanwhile. */
const COMES_BACK_MS = 30_000;

/** Which calls the tabs of this user hear: a lock per call says so, and goes with its tab. */
export interface LivePresence {
    /** This tab hears the call, or hears it no more. */
    tell(callId: string, live: boolean): void;
    hears(callId: string): boolean;
    /** Runs `ended` once no tab hears the call any more; not at all once `waiting` says no. */
    whenGone(callId: string, waiting: () => boolean, ended: () => void): void;
    close(): void;
}

export function createLivePresence(locks: Locks, clock: Clock): LivePresence {
    const heard = new Map<string, () => void>();
    let closed = false;

    function tell(callId: string, live: boolean): void {
        if (!live) {
            heard.get(callId)?.();
            heard.delete(callId);
        } else if (!closed && !heard.has(callId)) {
            const over = new Promise<void>((resolve) => {
                heard.set(callId, resolve);
            });
            locks
                .ifFree(`live:${callId}`, () => over)
                .catch(() => {
                    // Without locks no other tab can be told.
                });
        }
    }

    function whenGone(callId: string, waiting: () => boolean, ended: () => void): void {
        const again = (): void => whenGone(callId, waiting, ended);
        clock.after(COMES_BACK_MS, () => {
            if (closed || !waiting()) {
                return;
            }
            const nobodyHears = locks.ifFree(`live:${callId}`, () => {
                if (!closed && waiting()) {
                    ended();
                }
                return Promise.resolve(true);
            });
            nobodyHears.then((gone) => {
                if (gone !== true) {
                    again();
                }
            }, again);
        });
    }

    return {
        tell,
        hears: (callId) => heard.has(callId),
        whenGone,
        close(): void {
            closed = true;
            for (const callId of [...heard.keys()]) {
                tell(callId, false);
            }
        }
    };
}

import type { KeptEntries } from './keptEntries.ts';
import type { Clock, Locks } from './types.ts';

/** After a reload a call that does not come back to any tab within this time, in milliseconds, has ended meanwhile. */
const COMES_BACK_MS = 30_000;

/** A tab that hears a call says so again after this, in milliseconds: browsers let hidden tabs do so once a minute. */
const BEAT_MS = 60_000;

/** So many looks in a row at a call that is held by a tab which says nothing mean one that the browser has put to sleep. */
const LOOKS_BEFORE_ENDING = 10;

/** What a tab that crashed leaves is removed after a day, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** Which calls the tabs of this user hear: a lock per call says so, and goes with its tab; a beat tells who is awake. */
export interface LivePresence {
    /** This tab hears the call, or hears it no more. */
    tell(callId: string, live: boolean): void;
    hears(callId: string): boolean;
    /** Runs `ended` once no tab hears the call any more; not at all once `waiting` says no. */
    whenGone(callId: string, waiting: () => boolean, ended: () => void): void;
    close(): void;
}

export function createLivePresence(locks: Locks, clock: Clock, beats: KeptEntries): LivePresence {
    const heard = new Map<string, () => void>();
    const stopBeats = new Map<string, () => void>();
    /** What was seen of a call that another tab holds, and how often in a row. */
    const seen = new Map<string, { readonly beat: unknown; readonly looks: number }>();
    let closed = false;

    for (const callId of beats.names()) {
        if (!(clock.now() - Number(beats.read(callId)) < KEPT_MS)) {
            beats.remove(callId);
        }
    }

    function beat(callId: string): void {
        beats.write(callId, clock.now());
        stopBeats.set(
            callId,
            clock.after(BEAT_MS, () => beat(callId))
        );
    }

    function stopBeat(callId: string): void {
        stopBeats.get(callId)?.();
        stopBeats.delete(callId);
        beats.remove(callId);
    }

    /** Where the browser keeps nothing there is no beat, and nobody can tell. */
    function isAsleep(callId: string): boolean {
        const now = beats.read(callId);
        const before = seen.get(callId);
        const looks = before !== undefined && before.beat === now ? before.looks + 1 : 1;
        seen.set(callId, { beat: now, looks });
        return now !== undefined && looks >= LOOKS_BEFORE_ENDING;
    }

    function tell(callId: string, live: boolean): void {
        if (!live) {
            if (heard.has(callId)) {
                stopBeat(callId);
            }
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
            beat(callId);
        }
    }

    function whenGone(callId: string, waiting: () => boolean, ended: () => void): void {
        const again = (): void => whenGone(callId, waiting, ended);
        clock.after(COMES_BACK_MS, () => {
            if (closed || !waiting()) {
                return;
            }
            const end = (): void => {
                if (!closed && waiting()) {
                    beats.remove(callId);
                    ended();
                }
            };
            const nobodyHears = locks.ifFree(`live:${callId}`, () => {
                end();
                return Promise.resolve(true);
            });
            nobodyHears.then((gone) => {
                if (gone === true) {
                    return;
                }
                if (isAsleep(callId)) {
                    end();
                } else {
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

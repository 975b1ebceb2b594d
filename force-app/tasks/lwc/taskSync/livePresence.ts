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

    /** Whoever else hears the call holds it from now on. */
    function letGo(callId: string): void {
        stopBeats.get(callId)?.();
        stopBeats.delete(callId);
        heard.get(callId)?.();
        heard.delete(callId);
    }

    function tell(callId: string, live: boolean): void {
        if (!live && heard.has(callId)) {
            letGo(callId);
            beats.remove(callId);
        } else if (live && !closed && !heard.has(callId)) {
            const over = new Promise<void>((resolve) => {
                heard.set(callId, resolve);
            });
            locks.hold(`live:${callId}`, over).catch(() => {
                // Without locks no other tab can be told.
            });
            beat(callId);
        }
    }

    /** A tab that reloads lets go of its calls for a moment: gone is what is free twice running. */
    function whenGone(callId: string, waiting: () => boolean, ended: () => void): void {
        const isOver = (): boolean => closed || !waiting();
        let wasFree = false;
        let seen: unknown;
        let looks = 0;

        /** Where the browser keeps nothing there is no beat, and nobody can tell. */
        function isAsleep(): boolean {
            const now = beats.read(callId);
            looks = now === seen ? looks + 1 : 1;
            seen = now;
            return now !== undefined && looks >= LOOKS_BEFORE_ENDING;
        }

        async function look(): Promise<void> {
            if (isOver()) {
                return;
            }
            const isFree = await locks.ifFree(`live:${callId}`, () => Promise.resolve(true)).catch(() => false);
            if (isOver()) {
                return;
            }
            if (isFree === true ? wasFree : isAsleep()) {
                beats.remove(callId);
                ended();
                return;
            }
            wasFree = isFree === true;
            clock.after(COMES_BACK_MS, () => {
                void look();
            });
        }

        void look();
    }

    return {
        tell,
        hears: (callId) => heard.has(callId),
        whenGone,
        close(): void {
            closed = true;
            // Their beats stay: another tab that hears them may be asleep.
            [...heard.keys()].forEach(letGo);
        }
    };
}

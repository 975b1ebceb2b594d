import type { TraceEntry } from 'c/clientEventTrace';

/** How many times faster than recorded; `atOnce` without waiting. */
export type Speed = '1' | '10' | 'atOnce';

export interface Replay {
    readonly stop: () => void;
}

/**
 * Puts the messages on the channel one after the other.
 * @param publish throws when the channel does not take a message; the replay goes on
 * @param progress is told after each message how many were played and how many refused
 */
export function startReplay(
    entries: readonly TraceEntry[],
    speed: Speed,
    publish: (message: unknown) => void,
    progress: (played: number, refused: number) => void
): Replay {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let refused = 0;

    function next(at: number, before: number): void {
        const entry = entries[at];
        if (!entry) return;
        const wait = speed === 'atOnce' ? 0 : (entry.atMs - before) / Number(speed);
        timer = setTimeout(() => {
            try {
                publish(entry.message);
            } catch {
                refused += 1;
            }
            progress(at + 1, refused);
            next(at + 1, entry.atMs);
        }, wait);
    }

    next(0, entries[0]?.atMs ?? 0);
    return { stop: () => clearTimeout(timer) };
}

import type { TraceEntry } from 'c/clientEventTrace';

/** How many times faster than recorded; `atOnce` without waiting. */
export type Speed = '1' | '10' | 'atOnce';

export interface Replay {
    readonly stop: () => void;
}

/** Without waiting, a page that draws after each of thousands of messages would stand still for minutes. */
const AT_ONCE = 50;

/**
 * Puts the messages on the channel one after the other.
 * @param publish throws when the channel does not take a message; the replay goes on
 * @param progress is told how many were played and how many refused: after each message, or after some of them at once
 */
export function startReplay(
    entries: readonly TraceEntry[],
    speed: Speed,
    publish: (message: unknown) => void,
    progress: (played: number, refused: number) => void
): Replay {
    const together = speed === 'atOnce' ? AT_ONCE : 1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let refused = 0;

    function play({ message }: TraceEntry): void {
        try {
            publish(message);
        } catch {
            refused += 1;
        }
    }

    function next(at: number): void {
        const first = entries[at];
        if (!first) return;
        const before = entries[at - 1] ?? first;
        const wait = speed === 'atOnce' ? 0 : (first.atMs - before.atMs) / Number(speed);
        timer = setTimeout(
            () => {
                const now = entries.slice(at, at + together);
                now.forEach(play);
                progress(at + now.length, refused);
                next(at + now.length);
            },
            // A timer told to wait longer does not wait at all.
            Math.min(wait, 2 ** 31 - 1)
        );
    }

    next(0);
    return { stop: () => clearTimeout(timer) };
}

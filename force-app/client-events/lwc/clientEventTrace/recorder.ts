import type { TraceEntry } from './types.ts';

export interface Recorder {
    /** Keeps a copy of the message as it is now. */
    readonly note: (message: unknown) => void;
    readonly entries: () => readonly TraceEntry[];
    /** How many messages there are. */
    readonly size: () => number;
    /** How many of the oldest were let go, because there is room for a limited number. */
    readonly dropped: () => number;
}

/**
 * Records what comes over the channel, beginning with the first message.
 * @param now milliseconds, from any beginning
 * @param limit how many are kept: the newest
 */
export function createRecorder(now: () => number, limit = 5000): Recorder {
    let taken: TraceEntry[] = [];
    let dropped = 0;
    let latest = 0;
    return {
        note: (message): void => {
            // A clock may be set back; a trace never goes back.
            latest = Math.max(latest, now());
            taken.push({ atMs: latest, message: copyOf(message) });
            if (taken.length > limit) {
                taken = taken.slice(-limit);
                dropped += 1;
            }
        },
        entries: (): readonly TraceEntry[] => {
            const from = taken[0]?.atMs ?? 0;
            return taken.map(({ atMs, message }) => ({ atMs: Math.round(atMs - from), message }));
        },
        size: () => taken.length,
        dropped: () => dropped
    };
}

function copyOf(message: unknown): unknown {
    try {
        return JSON.parse(JSON.stringify(message) ?? 'null') as unknown;
    } catch {
        return null;
    }
}

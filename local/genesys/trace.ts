/** One message of a trace. `message` is whatever was on the channel: it may be malformed on purpose. */
export interface TraceEntry {
    /** Milliseconds from the beginning of the trace, never going back. */
    readonly atMs: number;
    readonly message: unknown;
}

export type TraceReading =
    | { readonly entries: readonly TraceEntry[] }
    /** `entry` is the index of the bad entry, from 0; absent when the file as a whole is no trace. */
    | { readonly error: string; readonly entry?: number };

/** Replay runs every timer of the panel until the last entry: what is longer than a week would take minutes, or for ever. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1_000;

/** Reads a trace: a JSON list of `{ "atMs": number, "message": … }` in order of time. Never throws. */
export function readTrace(text: string): TraceReading {
    let list: unknown;
    try {
        list = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return { error: 'This file is not JSON. A trace is a JSON list of { "atMs": number, "message": object }.' };
    }
    if (!Array.isArray(list)) {
        return {
            error: `A trace is a list of { "atMs": number, "message": object }, but this file holds ${kindOf(list)}.`
        };
    }
    if (list.length === 0) {
        return {
            error: 'This trace has no entries. A trace needs at least one { "atMs": number, "message": object }.'
        };
    }
    const entries: TraceEntry[] = [];
    let previous = 0;
    for (const [index, entry] of list.entries()) {
        const wrong = whatIsWrong(entry, previous);
        if (wrong !== undefined) {
            return { error: `Entry ${index} of the trace: ${wrong}`, entry: index };
        }
        const { atMs, message } = entry as TraceEntry;
        previous = atMs;
        entries.push({ atMs, message });
    }
    return { entries };
}

function whatIsWrong(entry: unknown, previous: number): string | undefined {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
        return `it is ${kindOf(entry)}, but { "atMs": number, "message": object } is needed.`;
    }
    if (!Object.hasOwn(entry, 'atMs')) {
        return '"atMs" is missing: give the milliseconds from the beginning of the trace, for example 0.';
    }
    const { atMs } = entry as { atMs: unknown };
    if (typeof atMs !== 'number' || !Number.isFinite(atMs) || atMs < 0) {
        const given = typeof atMs === 'number' ? String(atMs) : kindOf(atMs);
        return `"atMs" is ${given}, but a number of milliseconds from 0 up is needed.`;
    }
    if (atMs > LONGEST_MS) {
        return `"atMs" is ${atMs}, more than a week: give the milliseconds from the beginning of the trace, not the time of day.`;
    }
    if (atMs < previous) {
        return `"atMs" is ${atMs}, but the entry before it is at ${previous}: put the entries in order of time.`;
    }
    if (!Object.hasOwn(entry, 'message')) {
        return '"message" is missing: give the message that was on the channel.';
    }
    return undefined;
}

function kindOf(value: unknown): string {
    if (value === null) {
        return 'null';
    }
    if (Array.isArray(value)) {
        return 'a list';
    }
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

import type { TraceEntry, TraceProblem, TraceReading } from './types.ts';

/** Reads a trace: a JSON list of `{ "atMs": number, "message": … }` in order of time. Never throws. */
export function readTrace(text: string): TraceReading {
    let list: unknown;
    try {
        list = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return { problem: 'notJson' };
    }
    if (!Array.isArray(list)) return { problem: 'notAList' };
    if (list.length === 0) return { problem: 'empty' };
    const entries: TraceEntry[] = [];
    for (const [index, given] of list.entries()) {
        const read = readEntry(given, entries.at(-1)?.atMs ?? 0, index + 1);
        if ('problem' in read) return read;
        entries.push(read);
    }
    return { entries };
}

function readEntry(given: unknown, before: number, entry: number): TraceEntry | TraceProblem {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: 'noObject', entry };
    if (!Object.hasOwn(given, 'atMs')) return { problem: 'noTime', entry };
    const { atMs, message } = given as TraceEntry;
    if (typeof atMs !== 'number' || !Number.isFinite(atMs) || atMs < 0) return { problem: 'badTime', entry };
    if (atMs < before) return { problem: 'backInTime', entry };
    if (!Object.hasOwn(given, 'message')) return { problem: 'noMessage', entry };
    return { atMs, message };
}

/** A trace as a file, one message in a line. */
export function writeTrace(entries: readonly TraceEntry[]): string {
    const lines = entries.map(({ atMs, message }) => `  ${JSON.stringify({ atMs, message: message ?? null })}`);
    return `[\n${lines.join(',\n')}\n]\n`;
}

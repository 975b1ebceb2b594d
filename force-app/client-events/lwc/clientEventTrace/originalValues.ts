import { parsedJson } from './parsedJson.ts';
import type { TraceEntry } from './types.ts';

export interface OriginalValues {
    /** Every text and number that the messages hold, as text; what a JSON text holds, too. */
    readonly all: ReadonlySet<string>;
    /** Those of them that are called after somebody. */
    readonly names: ReadonlySet<string>;
}

const NAMES = new Set(['name', 'remoteName', 'displayAddress', 'phone', 'ani', 'text']);

export function originalValues(trace: readonly TraceEntry[]): OriginalValues {
    const all = new Set<string>();
    const names = new Set<string>();
    const waiting: [string, unknown][] = trace.map(({ message }) => ['', message]);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [member, value] = next;
        if (typeof value === 'string' || typeof value === 'number') {
            all.add(String(value));
            if (NAMES.has(member)) names.add(String(value));
        }
        const held = typeof value === 'string' ? parsedJson(value) : value;
        if (typeof held === 'object' && held !== null) for (const one of Object.entries(held)) waiting.push(one);
    }
    return { all, names };
}

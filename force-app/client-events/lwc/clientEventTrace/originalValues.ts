import type { TraceEntry } from './types.ts';

/** Every text and number that the messages hold, as text. */
export function originalValues(trace: readonly TraceEntry[]): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting: unknown[] = trace.map(({ message }) => message);
    while (waiting.length > 0) {
        const value = waiting.pop();
        if (typeof value === 'string' || typeof value === 'number') found.add(String(value));
        else if (typeof value === 'object' && value !== null)
            for (const held of Object.values(value)) waiting.push(held);
    }
    return found;
}

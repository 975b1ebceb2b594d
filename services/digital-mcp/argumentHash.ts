import { createHash } from 'node:crypto';
import { ADDITIONS } from './inputSchema.ts';
import type { Given } from './checkArguments.ts';

/** One word for "the same call": connection, tool and arguments, whatever their order. Our own additions do not count. */
export function argumentHash(pcid: string, toolName: string, given: Given): string {
    const meant = Object.entries(given).filter(([name]) => name !== 'PCID' && !Object.hasOwn(ADDITIONS, name));
    const text = JSON.stringify([pcid, toolName, sorted(Object.fromEntries(meant))]);
    return createHash('sha256').update(text).digest('base64url');
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return (value as unknown[]).map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [name, sorted(one)]);
}

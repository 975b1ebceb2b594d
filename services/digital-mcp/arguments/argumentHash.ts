import { createHash } from 'node:crypto';
import { ADDITIONS } from '../tools/inputSchema.ts';
import type { Given } from './checkArguments.ts';

/** What is meant for Genesys Cloud: without the connection's name and our own additions. */
export function meantOf(given: Given): Given {
    return Object.fromEntries(
        Object.entries(given).filter(([name]) => name !== 'PCID' && !Object.hasOwn(ADDITIONS, name))
    );
}

/** One word for "the same call": connection, tool and arguments, whatever their order. Our own additions do not count. */
export function argumentHash(pcid: string, toolName: string, given: Given): string {
    const text = JSON.stringify([pcid, toolName, sorted(meantOf(given))]);
    return createHash('sha256').update(text).digest('base64url');
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return (value as unknown[]).map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

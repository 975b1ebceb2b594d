import type { Storage } from './types.ts';

/** What one user in one org keeps in the browser under one heading. What the browser refuses is held by the page. */
export interface KeptEntries {
    names(): string[];
    /** Undefined for nothing, `null` for what is no JSON. */
    read(name: string): unknown;
    /** False when the browser would not keep it. */
    write(name: string, value: unknown): boolean;
    remove(name: string): void;
}

/** `org` and `userId` are part of every name: nothing of another user or org is ever read. */
export function createKeptEntries(storage: Storage, org: string, userId: string, heading: string): KeptEntries {
    const prefix = `switchboard:${org}:${userId}:${heading}:`;
    /** Refused by the browser: at least not lost while the page is open. */
    const held = new Map<string, unknown>();
    /** What was read last, as it stood there: one step asks for the same entry several times. Nobody changes it in place. */
    let last: { readonly name: string; readonly text: string; readonly value: unknown } | undefined;

    function parsed(name: string, text: string): unknown {
        if (last?.name !== name || last.text !== text) {
            let value: unknown = null;
            try {
                value = JSON.parse(text) as unknown;
            } catch {
                // Not ours.
            }
            last = { name, text, value };
        }
        return last.value;
    }

    return {
        names(): string[] {
            let stored: string[] = [];
            try {
                stored = storage.keys().filter((name) => name.startsWith(prefix));
            } catch {
                // Switched off.
            }
            return [...new Set([...stored.map((name) => name.slice(prefix.length)), ...held.keys()])];
        },
        read(name): unknown {
            if (held.has(name)) {
                return held.get(name);
            }
            let text: string | null;
            try {
                text = storage.get(prefix + name);
            } catch {
                return undefined;
            }
            return text === null ? undefined : parsed(name, text);
        },
        write(name, value): boolean {
            try {
                storage.set(prefix + name, JSON.stringify(value));
                held.delete(name);
                return true;
            } catch {
                held.set(name, value);
                return false;
            }
        },
        remove(name): void {
            held.delete(name);
            try {
                storage.remove(prefix + name);
            } catch {
                // Nothing was kept there.
            }
        }
    };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

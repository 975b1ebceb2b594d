import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import type { Storage, TaskKey } from './types.ts';

/** Values that no Task has yet. Kept from before the first write until the org has acknowledged them. */
export interface OutboxEntry {
    readonly key: TaskKey;
    readonly interactionType: string;
    readonly patch: TaskPatch;
    readonly onlyWhenEmpty?: readonly string[];
    readonly defaults: TaskPatch;
    /** Kept only while they cannot be mapped, or while the phone is to write them. */
    readonly attributes?: Attributes;
    /** True while the mapping cannot be read: the attributes are as they came. */
    readonly unmapped?: boolean;
    readonly taskId?: string;
    /** True when we made the Task. */
    readonly ours?: boolean;
    /** ISO 8601 by this browser's clock. */
    readonly disconnectedAt?: string;
}

const VERSION = 1;

/** The unsaved values of one user in one org, shared by that user's tabs. */
export interface Outbox {
    keys(): string[];
    read(id: string): OutboxEntry | undefined;
    /** False when the browser would not keep it. */
    write(entry: OutboxEntry): boolean;
    clear(id: string): void;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKey(value: unknown): value is TaskKey {
    return (
        isRecord(value) &&
        [value.id, value.conversationId, value.userId, value.connectedTime].every((part) => typeof part === 'string')
    );
}

function parse(text: string, userId: string): OutboxEntry | undefined {
    try {
        const stored: unknown = JSON.parse(text);
        if (!isRecord(stored) || stored.v !== VERSION || !isRecord(stored.entry)) {
            return undefined;
        }
        const entry = stored.entry;
        const whole = isKey(entry.key) && isRecord(entry.patch) && isRecord(entry.defaults);
        return whole && (entry.key as TaskKey).userId === userId ? (entry as unknown as OutboxEntry) : undefined;
    } catch {
        return undefined;
    }
}

/** `org` and `userId` are part of every name: nothing of another user or org is ever read. */
export function createOutbox(storage: Storage, org: string, userId: string): Outbox {
    const prefix = `switchboard:${org}:${userId}:task:`;
    // What the browser refuses to keep stays here, so that it is at least not lost while the page is open.
    const kept = new Map<string, OutboxEntry>();

    return {
        keys(): string[] {
            let stored: string[] = [];
            try {
                stored = storage.keys().filter((name) => name.startsWith(prefix));
            } catch {
                stored = [];
            }
            return [...new Set([...stored.map((name) => name.slice(prefix.length)), ...kept.keys()])];
        },
        read(id: string): OutboxEntry | undefined {
            const held = kept.get(id);
            if (held !== undefined) {
                return held;
            }
            try {
                const text = storage.get(prefix + id);
                return text === null ? undefined : parse(text, userId);
            } catch {
                return undefined;
            }
        },
        write(entry: OutboxEntry): boolean {
            const id = entry.key.id;
            try {
                storage.set(prefix + id, JSON.stringify({ v: VERSION, entry }));
                kept.delete(id);
                return true;
            } catch {
                kept.set(id, entry);
                return false;
            }
        },
        clear(id: string): void {
            kept.delete(id);
            try {
                storage.remove(prefix + id);
            } catch {
                // Nothing was kept there.
            }
        }
    };
}

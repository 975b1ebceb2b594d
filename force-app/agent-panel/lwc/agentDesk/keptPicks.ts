import type { Clock, Storage } from 'c/taskSync';
import { createKeptInBrowser } from './keptInBrowser.ts';
import type { PageRecord, TaskRelation } from './types.ts';

/** A pick that no Task took within this time is of no call that the agent still works on: seven days. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;
const RECORD_ID = /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/;

/** What the agent picked; null for "no record". A relation that was not picked is absent. */
export interface Picks {
    readonly name?: PageRecord | null;
    readonly relatedTo?: PageRecord | null;
    /** When the last one was picked, epoch milliseconds. */
    readonly pickedAt: number;
}

/** The agent's picks by the key of the Task, over a reload and in all tabs. Ids and object names only. */
export interface KeptPicks {
    read(key: string): Picks | undefined;
    keep(key: string, picks: Picks): void;
    drop(key: string): void;
}

export function createKeptPicks(storage: Storage, clock: Clock, org: string, userId: string): KeptPicks {
    const kept = createKeptInBrowser(storage, org, userId, 'relations');

    for (const key of kept.names()) {
        if (clock.now() - (picksOf(kept.read(key))?.pickedAt ?? 0) > KEPT_MS) {
            kept.remove(key);
        }
    }

    return {
        read: (key) => picksOf(kept.read(key)),
        keep: (key, { name, relatedTo, pickedAt }) =>
            kept.write(key, { name: bare(name), relatedTo: bare(relatedTo), pickedAt }),
        drop: (key) => kept.remove(key)
    };
}

function bare(record: PageRecord | null | undefined): PageRecord | null | undefined {
    return record && { id: record.id, objectApiName: record.objectApiName };
}

function picksOf(stored: unknown): Picks | undefined {
    const { name, pickedAt, relatedTo } = partsOf(stored);
    return typeof pickedAt === 'number'
        ? { ...pickOf('name', name), ...pickOf('relatedTo', relatedTo), pickedAt }
        : undefined;
}

function pickOf(relation: TaskRelation, stored: unknown): { [Relation in TaskRelation]?: PageRecord | null } {
    if (stored === null) {
        return { [relation]: null };
    }
    const { id, objectApiName } = partsOf(stored);
    const whole = typeof id === 'string' && RECORD_ID.test(id) && typeof objectApiName === 'string';
    return whole ? { [relation]: { id, objectApiName } } : {};
}

function partsOf(value: unknown): Partial<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? value : {};
}

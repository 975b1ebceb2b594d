import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';
import { partsOf } from './partsOf.ts';
import type { PageRecord, TaskRelation } from './types.ts';

/**
 * How long, in milliseconds, and of how many calls: the newest. Longer than a save takes, because a tab that slept meanwhile
 * has to know what was picked in another.
 */
const KEPT_MS = 24 * 60 * 60 * 1_000;
const KEPT_CALLS = 50;
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
}

export function createKeptPicks(storage: Storage, clock: Clock, org: string, userId: string): KeptPicks {
    const kept = createKeptEntries(storage, org, userId, 'relations');

    function sweep(): void {
        const all = kept.names().map((key) => ({ key, pickedAt: picksOf(kept.read(key))?.pickedAt ?? 0 }));
        all.sort((a, b) => b.pickedAt - a.pickedAt)
            .filter(({ pickedAt }, place) => place >= KEPT_CALLS || clock.now() - pickedAt > KEPT_MS)
            .forEach(({ key }) => kept.remove(key));
    }

    sweep();

    return {
        read: (key) => picksOf(kept.read(key)),
        keep(key, { name, relatedTo, pickedAt }): void {
            kept.write(key, { name: bare(name), relatedTo: bare(relatedTo), pickedAt });
            sweep();
        }
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

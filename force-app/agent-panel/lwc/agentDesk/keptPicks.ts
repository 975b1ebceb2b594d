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

export interface PickedRecord {
    /** Null for "no record". */
    readonly record: PageRecord | null;
    /** Epoch milliseconds. */
    readonly at: number;
}

/** What the agent picked. A relation that was not picked is absent. */
export type Picks = Readonly<Partial<Record<TaskRelation, PickedRecord>>>;

/** When the last one was picked, epoch milliseconds; 0 where none was. */
export function lastPicked({ name, relatedTo }: Picks): number {
    return Math.max(name?.at ?? 0, relatedTo?.at ?? 0);
}

/** The agent's picks by the key of the Task, over a reload and in all tabs. Ids and object names only. */
export interface KeptPicks {
    read(key: string): Picks;
    keep(key: string, picks: Picks): void;
}

export function createKeptPicks(storage: Storage, clock: Clock, org: string, userId: string): KeptPicks {
    const kept = createKeptEntries(storage, org, userId, 'relations');

    function sweep(): void {
        const all = kept.names().map((key) => ({ key, at: lastPicked(picksOf(kept.read(key))) }));
        all.sort((a, b) => b.at - a.at)
            .filter(({ at }, place) => place >= KEPT_CALLS || clock.now() - at > KEPT_MS)
            .forEach(({ key }) => kept.remove(key));
    }

    sweep();

    return {
        read: (key) => picksOf(kept.read(key)),
        keep(key, { name, relatedTo }): void {
            kept.write(key, { name: bare(name), relatedTo: bare(relatedTo) });
            sweep();
        }
    };
}

function bare(pick: PickedRecord | undefined): PickedRecord | undefined {
    const record = pick?.record;
    return pick && record ? { ...pick, record: { id: record.id, objectApiName: record.objectApiName } } : pick;
}

function picksOf(stored: unknown): Picks {
    const { name, relatedTo } = partsOf(stored);
    return { ...pickOf('name', name), ...pickOf('relatedTo', relatedTo) };
}

function pickOf(relation: TaskRelation, stored: unknown): Picks {
    const { at, record } = partsOf(stored);
    if (typeof at !== 'number') {
        return {};
    }
    if (record === null) {
        return { [relation]: { record, at } };
    }
    const { id, objectApiName } = partsOf(record);
    const whole = typeof id === 'string' && RECORD_ID.test(id) && typeof objectApiName === 'string';
    return whole ? { [relation]: { record: { id, objectApiName }, at } } : {};
}

import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import { createKeptEntries, isRecord } from './keptEntries.ts';
import type { Clock, Dropped, SaveFailure, Storage, TaskKey, UnsavedField } from './types.ts';

/** When the agent picked a field's value, by field: epoch milliseconds. */
export type PickTimes = Readonly<Record<string, number>>;

/** Values that no Task has yet. Kept from before the first write until the org has acknowledged them. */
export interface OutboxEntry {
    readonly key: TaskKey;
    readonly interactionType: string;
    readonly patch: TaskPatch;
    readonly onlyWhenEmpty?: readonly string[];
    readonly yielding?: readonly string[];
    /** Fields of the patch that the agent picked, and when: epoch milliseconds. */
    readonly picked?: PickTimes;
    readonly notMapped?: readonly UnsavedField[];
    readonly defaults: TaskPatch;
    /** Kept only while they cannot be mapped, or while the phone is to write them. */
    readonly attributes?: Attributes;
    /** True while the mapping cannot be read: the attributes are as they came. */
    readonly unmapped?: boolean;
    readonly taskId?: string;
    /** True when we made the Task. */
    readonly ours?: boolean;
    /** True when the agent wants a new Task in place of a deleted one. */
    readonly remake?: boolean;
    /** ISO 8601 by this browser's clock. */
    readonly disconnectedAt?: string;
    readonly wrappedUp?: boolean;
    /** The vendor that told it, while nobody knows whether that one writes. */
    readonly undecided?: string;
    /** Why the last step was not saved, where trying again by itself is of no use: for the other tabs. */
    readonly refusal?: { readonly failure: SaveFailure; readonly detail: string };
    /** Counts the steps that asked for a write; 0 while nobody does. One for all tabs, so that one tab writes. */
    readonly due: number;
    /** True while nothing but the connection asks: each tab hears of it, and one write does for all. */
    readonly connects?: boolean;
    /** Epoch milliseconds: when the newest value came. Never before an older one, whatever the computer's clock says. */
    readonly keptAt: number;
}

/** 1 had no `due`, `keptAt`, `picked`. */
const VERSION = 2;
const OLDEST = 1;

/** Values that could not be saved for so long, in milliseconds, belong to no call that anybody still works on. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

/** The unsaved values of one user in one org, shared by that user's tabs. */
export interface Outbox {
    keys(): string[];
    read(id: string): OutboxEntry | undefined;
    /** False when the browser would not keep it. */
    write(entry: OutboxEntry): boolean;
    clear(id: string): void;
    /** Gives up what is too old or cannot be read, but for those that `spared` names. */
    sweep(spared: (id: string) => boolean): void;
    dropped(): Dropped;
}

function isKey(value: unknown): value is TaskKey {
    return (
        isRecord(value) &&
        [value.id, value.conversationId, value.userId, value.connectedTime].every((part) => typeof part === 'string')
    );
}

function entryOf(stored: unknown, userId: string): OutboxEntry | undefined {
    if (!isRecord(stored) || typeof stored.v !== 'number' || stored.v < OLDEST || stored.v > VERSION) {
        return undefined;
    }
    const entry = stored.entry;
    if (!isRecord(entry) || !isKey(entry.key) || !isRecord(entry.patch) || !isRecord(entry.defaults)) {
        return undefined;
    }
    if (entry.key.userId !== userId) {
        return undefined;
    }
    return { due: 0, keptAt: Number.NaN, ...(entry as unknown as Omit<OutboxEntry, 'due' | 'keptAt'>) };
}

/** Another version of this page wrote it, in another tab: not ours to judge. */
function isNewer(stored: unknown): boolean {
    return isRecord(stored) && typeof stored.v === 'number' && stored.v > VERSION;
}

export function createOutbox(storage: Storage, clock: Clock, org: string, userId: string): Outbox {
    const kept = createKeptEntries(storage, org, userId, 'task');
    const dropped = { expired: 0, unreadable: 0 };

    return {
        keys: () => kept.names(),
        read: (id) => entryOf(kept.read(id), userId),
        write: (entry) => kept.write(entry.key.id, { v: VERSION, entry }),
        clear: (id) => kept.remove(id),
        sweep(spared): void {
            for (const id of kept.names().filter((name) => !spared(name))) {
                const stored = kept.read(id);
                const entry = entryOf(stored, userId);
                if (entry === undefined && stored !== undefined && !isNewer(stored)) {
                    dropped.unreadable += 1;
                    kept.remove(id);
                } else if (entry !== undefined && Number.isNaN(entry.keptAt)) {
                    kept.write(id, { v: VERSION, entry: { ...entry, keptAt: clock.now() } });
                } else if (entry !== undefined && clock.now() - entry.keptAt > KEPT_MS) {
                    dropped.expired += 1;
                    kept.remove(id);
                }
            }
        },
        dropped: () => ({ ...dropped })
    };
}

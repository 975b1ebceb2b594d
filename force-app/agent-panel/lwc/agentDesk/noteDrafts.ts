import type { Clock, Storage } from 'c/taskSync';
import { createKeptInBrowser } from './keptInBrowser.ts';

/** A draft that no Task took within this time is of no call that the agent still works on: seven days. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

/** By conversation, or by the key of the Task once there is one. What the agent typed, kept in the browser from the first letter until the Task has it. */
export interface NoteDrafts {
    read(name: string): string | undefined;
    keep(name: string, notes: string): void;
    drop(name: string): void;
    /** The draft gets another name; a draft that has that name already stays. */
    move(from: string, to: string): void;
}

interface Draft {
    readonly notes: string;
    /** Epoch milliseconds. */
    readonly keptAt: number;
}

function draftOf(stored: unknown): Draft | undefined {
    const { notes, keptAt } = (stored ?? {}) as Partial<Record<keyof Draft, unknown>>;
    return typeof notes === 'string' && typeof keptAt === 'number' ? { notes, keptAt } : undefined;
}

/**
 * Drafts of one user in one org. Those that are too old, or cannot be read, are removed at once. Where the browser keeps
 * nothing, the notes stay on the page and go out with the Task.
 */
export function createNoteDrafts(storage: Storage, clock: Clock, org: string, userId: string): NoteDrafts {
    const kept = createKeptInBrowser(storage, org, userId, 'notes');
    const read = (name: string): Draft | undefined => draftOf(kept.read(name));

    for (const name of kept.names()) {
        const keptAt = read(name)?.keptAt ?? 0;
        if (clock.now() - keptAt > KEPT_MS) {
            kept.remove(name);
        }
    }

    return {
        read: (name) => read(name)?.notes,
        keep(name, notes): void {
            const draft: Draft = { notes, keptAt: clock.now() };
            kept.write(name, draft);
        },
        drop: (name) => kept.remove(name),
        move(from, to): void {
            const draft = kept.read(from);
            if (draft !== undefined && kept.read(to) === undefined) {
                kept.write(to, draft);
            }
            // A full browser does not take it under the new name: then it stays under the old one.
            if (kept.read(to) !== undefined) {
                kept.remove(from);
            }
        }
    };
}

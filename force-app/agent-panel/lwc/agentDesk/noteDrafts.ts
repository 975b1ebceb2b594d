import type { Clock, Storage } from 'c/taskSync';

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

function parse(text: string | null | undefined): Draft | undefined {
    try {
        const stored: unknown = JSON.parse(text ?? 'null');
        const { notes, keptAt } = (stored ?? {}) as Partial<Record<keyof Draft, unknown>>;
        return typeof notes === 'string' && typeof keptAt === 'number' ? { notes, keptAt } : undefined;
    } catch {
        return undefined;
    }
}

/** Drafts of one user in one org. Those that are too old, or cannot be read, are removed at once. */
export function createNoteDrafts(storage: Storage, clock: Clock, org: string, userId: string): NoteDrafts {
    const prefix = `switchboard:${org}:${userId}:notes:`;
    const attempt = <T>(run: () => T): T | undefined => {
        try {
            return run();
        } catch {
            // The browser keeps nothing; the notes stay on the page and go out with the Task.
            return undefined;
        }
    };
    const read = (name: string): Draft | undefined => parse(attempt(() => storage.get(name)));

    for (const name of attempt(() => storage.keys()) ?? []) {
        const keptAt = read(name)?.keptAt ?? 0;
        if (name.startsWith(prefix) && clock.now() - keptAt > KEPT_MS) {
            attempt(() => storage.remove(name));
        }
    }

    return {
        read: (name) => read(prefix + name)?.notes,
        keep(name, notes): void {
            const draft: Draft = { notes, keptAt: clock.now() };
            attempt(() => storage.set(prefix + name, JSON.stringify(draft)));
        },
        drop: (name) => attempt(() => storage.remove(prefix + name)),
        move(from, to): void {
            attempt(() => {
                const text = storage.get(prefix + from);
                if (text !== null && storage.get(prefix + to) === null) {
                    storage.set(prefix + to, text);
                }
                storage.remove(prefix + from);
            });
        }
    };
}

import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage, UnsavedField } from 'c/taskSync';
import { partsOf } from './partsOf.ts';

/** A draft that no Task took within this time is of no call that the agent still works on: seven days. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

/** Why a Task was saved without the notes. */
export interface NotesRefusal {
    readonly unsaved: UnsavedField;
    /** The Task that was saved without them. */
    readonly taskId?: string;
    /** The org's own text. */
    readonly detail?: string;
}

export interface RefusedDraft {
    readonly name: string;
    readonly notes: string;
    /** Epoch milliseconds. */
    readonly keptAt: number;
    readonly refusal: NotesRefusal;
}

/** By conversation, or by the key of the Task once there is one. What the agent typed, kept in the browser from the first letter until the Task has it. */
export interface NoteDrafts {
    read(name: string): string | undefined;
    keep(name: string, notes: string): void;
    drop(name: string): void;
    /** The draft gets another name; a draft that has that name already stays. */
    move(from: string, to: string): void;
    /** The Task was saved without the draft. Forgotten when something newer is kept under the name. */
    refuse(name: string, refusal: NotesRefusal): void;
    /** Names of drafts that nobody has typed on for so long, in milliseconds, and no save has refused. */
    left(ms: number): readonly string[];
    /** Newest first. */
    refused(): readonly RefusedDraft[];
}

interface Draft {
    readonly notes: string;
    /** Epoch milliseconds. */
    readonly keptAt: number;
    readonly refusal?: NotesRefusal;
}

const CODES: readonly unknown[] = [
    'forbidden',
    'unknown',
    'refused',
    'edited',
    'notMapped'
] satisfies UnsavedField['code'][];

function draftOf(stored: unknown): Draft | undefined {
    const { notes, keptAt, refusal } = partsOf(stored);
    if (typeof notes !== 'string' || typeof keptAt !== 'number') {
        return undefined;
    }
    const why = refusalOf(refusal);
    return { notes, keptAt, ...(why === undefined ? {} : { refusal: why }) };
}

function refusalOf(stored: unknown): NotesRefusal | undefined {
    const { unsaved, taskId, detail } = partsOf(stored);
    const { field, code, reason } = partsOf(unsaved);
    if (typeof field !== 'string' || !CODES.includes(code)) {
        return undefined;
    }
    return {
        unsaved: { field, code: code as UnsavedField['code'], ...(typeof reason === 'string' ? { reason } : {}) },
        ...(typeof taskId === 'string' ? { taskId } : {}),
        ...(typeof detail === 'string' ? { detail } : {})
    };
}

/** A later save, which did not try these notes again, tells the reason without the org's words. */
function withWords(refusal: NotesRefusal, before: NotesRefusal | undefined): NotesRefusal {
    const isSame = JSON.stringify(refusal.unsaved) === JSON.stringify(before?.unsaved);
    return isSame && before?.detail !== undefined ? { detail: before.detail, ...refusal } : refusal;
}

/**
 * Drafts of one user in one org. Those that are too old, or cannot be read, are removed at once. Where the browser keeps
 * nothing, the notes stay on the page and go out with the Task.
 */
export function createNoteDrafts(storage: Storage, clock: Clock, org: string, userId: string): NoteDrafts {
    const kept = createKeptEntries(storage, org, userId, 'notes');
    const read = (name: string): Draft | undefined => draftOf(kept.read(name));
    /** Asked for with each look at the desk; undefined when it has to be read again. */
    let known: readonly RefusedDraft[] | undefined;

    function readRefused(): readonly RefusedDraft[] {
        return kept
            .names()
            .flatMap((name) => {
                const { notes = '', keptAt = 0, refusal } = read(name) ?? {};
                return notes === '' || refusal === undefined ? [] : [{ name, notes, keptAt, refusal }];
            })
            .sort((a, b) => b.keptAt - a.keptAt);
    }

    function isNewer(name: string): void {
        known = known?.filter((one) => one.name !== name);
    }

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
            isNewer(name);
        },
        drop(name): void {
            kept.remove(name);
            isNewer(name);
        },
        move(from, to): void {
            const draft = kept.read(from);
            if (draft === undefined) {
                return;
            }
            if (kept.read(to) === undefined && !kept.write(to, draft)) {
                // A full browser: the next page finds it under the old name.
                kept.remove(to);
                return;
            }
            kept.remove(from);
        },
        refuse(name, given): void {
            const draft = read(name);
            const refusal = withWords(given, draft?.refusal);
            if (draft !== undefined && JSON.stringify(draft.refusal) !== JSON.stringify(refusal)) {
                kept.write(name, { ...draft, refusal } satisfies Draft);
                known = undefined;
            }
        },
        left: (ms) =>
            kept.names().filter((name) => {
                const draft = read(name);
                // The clock may have been set back.
                return draft?.refusal === undefined && Math.abs(clock.now() - (draft?.keptAt ?? NaN)) >= ms;
            }),
        refused: () => (known ??= readRefused())
    };
}

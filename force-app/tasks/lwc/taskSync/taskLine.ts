import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import { digestOf } from './keptForm.ts';
import type { OutboxEntry, PickTimes } from './outbox.ts';
import type { SaveState, TaskKey, UnsavedField, WriteMode } from './types.ts';
import type { KnownTask, WrittenTasks } from './writtenBefore.ts';

/** One Task and what is being done about it on this page. */
export interface TaskLine {
    readonly key: TaskKey;
    state: SaveState;
    /** What the org has acknowledged. */
    savedPatch: TaskPatch;
    savedDefaults: TaskPatch;
    savedPicks: PickTimes;
    /** What this tab was given the last time. */
    lastPatch: TaskPatch;
    lastDefaults: TaskPatch;
    lastAttributes: Attributes;
    handedOver: Attributes | undefined;
    taskId: string | undefined;
    /** True when we made the Task: then its default fields are ours to keep up in every mode. */
    ours: boolean;
    /** Failures in a row, and looks for the phone's Task since the last milestone. */
    failures: number;
    looks: number;
    saving: boolean;
    /** What this tab wants saved and has not seen acknowledged. */
    unacknowledged: OutboxEntry | undefined;
    /** The last that was told here or saved, without its values: what else it says stays true. */
    lastEntry: OutboxEntry | undefined;
    /** Digests of every value that this page ever wanted, by field. */
    readonly told: Map<string, Set<string>>;
    /** True once this page heard of the call itself. */
    heard: boolean;
    cancelTimer: (() => void) | undefined;
    cancelLastLook: (() => void) | undefined;
}

export function createTaskLine(key: TaskKey, stored: OutboxEntry | undefined, known: KnownTask): TaskLine {
    const taskId = known.taskId ?? stored?.taskId;
    const ours = isOurs(known, stored ?? {});
    return {
        key,
        state: {
            version: 1,
            key: key.id,
            phase: 'waiting',
            ...toldOf(known),
            pending: true,
            writes: 0,
            ...(taskId === undefined ? {} : { taskId }),
            ...(ours ? { ours } : {})
        },
        savedPatch: {},
        savedDefaults: {},
        savedPicks: {},
        lastPatch: {},
        lastDefaults: {},
        lastAttributes: {},
        handedOver: undefined,
        taskId,
        ours,
        failures: 0,
        looks: 0,
        saving: false,
        unacknowledged: undefined,
        lastEntry: undefined,
        told: new Map(),
        heard: false,
        cancelTimer: undefined,
        cancelLastLook: undefined
    };
}

/** A tab that has not heard of a merge or a deletion knows of its own Task, which is gone: not of the one that stays. */
function isOurs(known: KnownTask, { taskId, ours }: Pick<OutboxEntry, 'taskId' | 'ours'>): boolean {
    const isThere = known.deleted !== true && (known.taskId ?? taskId) === taskId;
    return known.ours === true || (isThere && ours === true);
}

/** What the agent has to be told of a saved Task. */
export function toldOf({
    unsaved,
    notMapped,
    doubles
}: KnownTask): Pick<SaveState, 'unsaved' | 'notMapped' | 'doubles'> {
    return {
        unsaved,
        ...(notMapped === undefined || notMapped.length === 0 ? {} : { notMapped }),
        ...(doubles === undefined || doubles.length === 0 ? {} : { doubles })
    };
}

export function keepsDefaults(line: TaskLine, mode: WriteMode | undefined): boolean {
    return line.ours || mode === 'own';
}

/** Remembers what this page wants, so that the same value written by another browser is known for ours. */
export function noteTold(line: TaskLine, before: OutboxEntry | undefined, entry: OutboxEntry): void {
    const then = { ...before?.defaults, ...before?.patch };
    for (const [field, value] of Object.entries({ ...entry.defaults, ...entry.patch })) {
        if (before === undefined || then[field] !== value) {
            const digests = line.told.get(field) ?? new Set();
            line.told.set(field, digests.add(digestOf(value)));
        }
    }
}

/** A field that was not saved stays named until a later save has it. */
export function stillUnsaved(
    before: readonly UnsavedField[],
    now: readonly UnsavedField[],
    isSaved: (field: string) => boolean
): UnsavedField[] {
    const named = new Set(now.map((one) => one.field));
    return [...before.filter(({ field }) => !named.has(field) && !isSaved(field)), ...now];
}

export function madeTask(line: TaskLine): { taskId?: string; ours?: boolean } {
    return line.taskId === undefined ? {} : { taskId: line.taskId, ours: line.ours };
}

/** What another tab learnt of the Task. */
export function adopt(line: TaskLine, written: Pick<WrittenTasks, 'of' | 'doneOf'>): void {
    const known = written.of(line.key);
    line.ours = isOurs(known, line);
    if (known.taskId === undefined) {
        return;
    }
    line.taskId = known.taskId;
    const unsaved = stillUnsaved(line.state.unsaved, known.unsaved, written.doneOf(line.key));
    line.state = { ...line.state, ...toldOf({ ...known, unsaved }) };
}

/** Undefined for none: then nothing is shown of it. */
export function someOf<T>(all: readonly T[] | undefined): readonly T[] | undefined {
    return all === undefined || all.length === 0 ? undefined : all;
}

/** What could not be mapped stands on the Task's list of unsaved fields, where the org has one. */
export function namesTheSame(before: readonly UnsavedField[] = [], now: readonly UnsavedField[] = []): boolean {
    const names = (all: readonly UnsavedField[]): string => JSON.stringify(all.map(({ field }) => field).sort());
    return names(before) === names(now);
}

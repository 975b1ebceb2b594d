import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import { digestOf } from './keptForm.ts';
import type { OutboxEntry, PickTimes } from './outbox.ts';
import { isEmpty, sameValues, stillWaiting, withNewer, without } from './pending.ts';
import type { Newer } from './pending.ts';
import type { PickedValue, SaveResult, SaveState, Submission, TaskKey, UnsavedField, WriteMode } from './types.ts';
import type { KnownTask, WrittenTasks } from './writtenBefore.ts';

/** Fields that are not simply written: for some it counts what the Task says, a pick counts before everything. */
export type Guards = Required<Pick<OutboxEntry, 'onlyWhenEmpty' | 'yielding' | 'picked'>>;

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
    const ours = known.ours === true || stored?.ours === true;
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

export interface EntrySeams {
    /** True while this page has not heard of the call before. */
    readonly isFirst: boolean;
    readonly mode: WriteMode | undefined;
    readonly now: number;
    readonly isDone: Newer['isDone'];
}

/** What has to be kept until the Task has it; undefined when the Task says all of it already. */
export function entryFor(
    line: TaskLine,
    before: OutboxEntry | undefined,
    submission: Submission,
    { isFirst, mode, now, isDone }: EntrySeams
): OutboxEntry | undefined {
    const { onlyWhenEmpty = [] } = submission;
    const unmapped = submission.patch === undefined;
    // Who cannot read the mapping, and who submits only notes, knows nothing of what could not be mapped.
    const notMapped = (unmapped ? undefined : submission.notMapped) ?? before?.notMapped ?? line.state.notMapped;
    const filled = onlyWhenEmpty.filter((field) => Object.hasOwn(line.savedPatch, field));
    const picks = Object.entries(submission.picked ?? {});
    const byAgent = picks.map(([field]) => field);
    const waitingPicks = Object.keys(before?.picked ?? {});
    const given = without(submission.patch ?? {}, [...filled, ...byAgent, ...waitingPicks]);
    const givenDefaults = without(submission.defaults, byAgent);
    const mapped = withNewer({
        waiting: before?.patch ?? {},
        given,
        last: line.lastPatch,
        saved: line.savedPatch,
        isDone
    });
    const byDefault = withNewer({
        waiting: before?.defaults ?? {},
        given: givenDefaults,
        last: line.lastDefaults,
        saved: line.savedDefaults,
        isDone
    });
    const newPicks = picks.filter(
        ([field, { at, value }]) =>
            at > (before?.picked?.[field] ?? line.savedPicks[field] ?? 0) && !isDone(field, value, at)
    );
    const patch = { ...mapped.waiting, ...valuesOf(newPicks) };
    const defaults = byDefault.waiting;
    line.savedPatch = mapped.saved;
    line.savedDefaults = byDefault.saved;
    line.lastPatch = { ...given, ...valuesOf(picks) };
    line.lastDefaults = givenDefaults;
    const handsNothingNew = mode !== 'phone' || sameValues(submission.attributes, line.handedOver);
    const attributes = unmapped ? withNewerAttributes(line, before, submission.attributes) : submission.attributes;
    line.lastAttributes = submission.attributes;
    const isSettled =
        before === undefined &&
        (line.state.phase === 'handedToPhone' ||
            (line.taskId !== undefined && namesTheSame(line.state.notMapped, notMapped))) &&
        !unmapped &&
        isEmpty(patch) &&
        handsNothingNew &&
        (!keepsDefaults(line, mode) || isEmpty(defaults));
    const keepsAttributes = unmapped || mode === undefined || mode === 'phone';
    const disconnectedAt = before?.disconnectedAt ?? submission.disconnectedAt;
    const due = before?.due ?? 0;
    const asks = submission.urgency === 'milestone';
    const isConnection = asks && isFirst && submission.kept !== true && disconnectedAt === undefined;
    const connects = before?.connects === true;
    const guards = guardsOf(line, before, submission);
    const entry = {
        key: line.key,
        interactionType: submission.interactionType,
        patch,
        ...guards,
        picked: { ...before?.picked, ...timesOf(newPicks) },
        ...(notMapped === undefined ? {} : { notMapped }),
        defaults,
        ...(keepsAttributes ? { attributes } : {}),
        ...(unmapped ? { unmapped } : {}),
        ...madeTask(line),
        ...(before?.remake === true ? { remake: true } : {}),
        ...(before?.refusal === undefined ? {} : { refusal: before.refusal }),
        ...(disconnectedAt === undefined ? {} : { disconnectedAt }),
        ...(submission.wrappedUp === true || before?.wrappedUp === true ? { wrappedUp: true } : {}),
        ...((asks ? isConnection && (connects || due === 0) : connects) ? { connects: true } : {}),
        due: isConnection ? Math.max(1, due) : due + (asks ? 1 : 0),
        keptAt: now
    };
    line.lastEntry = lasting(entry, guards);
    return isSettled ? undefined : entry;
}

/** What stays true of a Task when its values have changed. */
function lasting(
    { remake: _made, refusal: _over, connects: _once, ...entry }: OutboxEntry,
    guards: Guards
): OutboxEntry {
    return { ...entry, ...guards, patch: {}, defaults: {} };
}

/** As it was told last of each field, by whichever tab: what a submission does not speak of stays as it was. */
export function guardsOf(
    { lastEntry }: TaskLine,
    entry: OutboxEntry | undefined,
    { patch, picked = {}, onlyWhenEmpty = [], yielding = [] }: Partial<Submission> = {}
): Guards {
    const still = (name: 'onlyWhenEmpty' | 'yielding'): string[] =>
        [...(lastEntry?.[name] ?? []), ...(entry?.[name] ?? [])].filter(
            (field) => !Object.hasOwn({ ...patch, ...picked }, field)
        );
    return {
        onlyWhenEmpty: [...new Set([...onlyWhenEmpty, ...still('onlyWhenEmpty')])],
        yielding: [...new Set([...yielding, ...still('yielding')])],
        picked: { ...lastEntry?.picked, ...entry?.picked, ...timesOf(Object.entries(picked)) }
    };
}

type Picks = readonly (readonly [string, PickedValue])[];

function valuesOf(picks: Picks): TaskPatch {
    return Object.fromEntries(picks.map(([field, { value }]) => [field, value]));
}

function timesOf(picks: Picks): PickTimes {
    return Object.fromEntries(picks.map(([field, { at }]) => [field, at]));
}

/** What another tab heard, or this one before, is not lost: only what changed since this tab told the last time is news. */
function withNewerAttributes(
    { lastAttributes }: TaskLine,
    before: OutboxEntry | undefined,
    given: Attributes
): Attributes {
    const kept = before?.unmapped === true ? (before.attributes ?? {}) : {};
    const news = Object.entries(given).filter(
        ([name, value]) => !Object.hasOwn(kept, name) || lastAttributes[name] !== value
    );
    return { ...kept, ...Object.fromEntries(news) };
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

/** The steps that `sent` knew of ask no more. What another tab began meanwhile counts its own. */
export function dueAfter(current: OutboxEntry, sent: OutboxEntry): number {
    return current.due === sent.due ? 0 : current.due;
}

/** Notes what was saved and returns what came meanwhile and still waits; undefined when nothing does. */
export function acknowledge(
    line: TaskLine,
    sent: OutboxEntry,
    current: OutboxEntry | undefined,
    result: SaveResult,
    { mode, unmapped }: { readonly mode: WriteMode; readonly unmapped: boolean }
): OutboxEntry | undefined {
    line.lastEntry = lasting(sent, guardsOf(line, sent));
    line.savedPatch = { ...line.savedPatch, ...sent.patch };
    line.savedDefaults = { ...line.savedDefaults, ...sent.defaults };
    line.savedPicks = { ...line.savedPicks, ...sent.picked };
    line.handedOver = result.outcome === 'handedToPhone' ? sent.attributes : line.handedOver;
    line.taskId = result.taskId ?? line.taskId;
    line.ours = line.ours || result.created === true;
    const picked = stillWaiting(current?.picked ?? {}, sent.picked ?? {});
    const patch = stillWaiting(current?.patch ?? {}, without(sent.patch, Object.keys(picked)));
    const defaults = stillWaiting(current?.defaults ?? {}, sent.defaults);
    const attributesWait =
        unmapped ||
        (result.outcome === 'handedToPhone' && !sameValues(current?.attributes, sent.attributes)) ||
        (current?.unmapped === true && sent.unmapped !== true);
    const listWaits = result.outcome === 'saved' && !namesTheSame(sent.notMapped, current?.notMapped);
    const waits = !isEmpty(patch) || attributesWait || listWaits || (keepsDefaults(line, mode) && !isEmpty(defaults));
    if (!waits || current === undefined) {
        return undefined;
    }
    const { remake: _made, refusal: _over, ...others } = current;
    return {
        ...others,
        patch,
        picked,
        defaults,
        ...madeTask(line),
        due: dueAfter(current, sent)
    };
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
    if (known.taskId === undefined) {
        line.ours = line.ours || known.ours === true;
        return;
    }
    line.ours = (known.taskId === line.taskId && line.ours) || known.ours === true;
    line.taskId = known.taskId;
    const unsaved = stillUnsaved(line.state.unsaved, known.unsaved, written.doneOf(line.key));
    line.state = { ...line.state, ...toldOf({ ...known, unsaved }) };
}

/** Undefined for none: then nothing is shown of it. */
export function someOf<T>(all: readonly T[] | undefined): readonly T[] | undefined {
    return all === undefined || all.length === 0 ? undefined : all;
}

/** What could not be mapped stands on the Task's list of unsaved fields, where the org has one. */
function namesTheSame(before: readonly UnsavedField[] = [], now: readonly UnsavedField[] = []): boolean {
    const names = (all: readonly UnsavedField[]): string => JSON.stringify(all.map(({ field }) => field).sort());
    return names(before) === names(now);
}

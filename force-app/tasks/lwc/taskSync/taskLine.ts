import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import type { OutboxEntry } from './outbox.ts';
import { isEmpty, sameValues, stillWaiting, withNewer, without } from './pending.ts';
import type { SaveResult, SaveState, Submission, TaskKey, UnsavedField, WriteMode } from './types.ts';

/** One Task and what is being done about it on this page. */
export interface TaskLine {
    readonly key: TaskKey;
    state: SaveState;
    /** What the org has acknowledged. */
    savedPatch: TaskPatch;
    savedDefaults: TaskPatch;
    handedOver: Attributes | undefined;
    taskId: string | undefined;
    /** True when we made the Task: then its default fields are ours to keep up in every mode. */
    ours: boolean;
    /** Failures in a row, and looks for the phone's Task since the last milestone. */
    failures: number;
    looks: number;
    saving: boolean;
    /** A milestone asked for a write and none has followed yet. */
    due: boolean;
    /** What this tab wants saved and has not seen acknowledged. */
    unacknowledged: OutboxEntry | undefined;
    /** True once this page heard of the call itself. */
    heard: boolean;
    cancelTimer: (() => void) | undefined;
}

export function createTaskLine(key: TaskKey, stored: OutboxEntry | undefined): TaskLine {
    return {
        key,
        state: { version: 1, key: key.id, phase: 'waiting', unsaved: [], pending: true, writes: 0 },
        savedPatch: {},
        savedDefaults: {},
        handedOver: undefined,
        taskId: stored?.taskId,
        ours: stored?.ours === true,
        failures: 0,
        looks: 0,
        saving: false,
        due: false,
        unacknowledged: undefined,
        heard: false,
        cancelTimer: undefined
    };
}

export function keepsDefaults(line: TaskLine, mode: WriteMode | undefined): boolean {
    return line.ours || mode === 'own';
}

/** What has to be kept until the Task has it; undefined when the Task says all of it already. */
export function entryFor(
    line: TaskLine,
    before: OutboxEntry | undefined,
    submission: Submission,
    mode: WriteMode | undefined
): OutboxEntry | undefined {
    const onlyWhenEmpty = submission.onlyWhenEmpty ?? [];
    const filled = onlyWhenEmpty.filter((field) => Object.hasOwn(line.savedPatch, field));
    const patch = withNewer(before?.patch ?? {}, without(submission.patch ?? {}, filled), line.savedPatch);
    const defaults = withNewer(before?.defaults ?? {}, submission.defaults, line.savedDefaults);
    const handsNothingNew = mode !== 'phone' || sameValues(submission.attributes, line.handedOver);
    const settled = line.state.phase === (mode === 'phone' ? 'handedToPhone' : 'saved') && before === undefined;
    if (settled && isEmpty(patch) && handsNothingNew && (!keepsDefaults(line, mode) || isEmpty(defaults))) {
        return undefined;
    }
    const unmapped = submission.patch === undefined;
    const keepsAttributes = unmapped || mode === undefined || mode === 'phone';
    const disconnectedAt = before?.disconnectedAt ?? submission.disconnectedAt;
    return {
        key: line.key,
        interactionType: submission.interactionType,
        patch,
        ...(onlyWhenEmpty.length === 0 ? {} : { onlyWhenEmpty }),
        defaults,
        ...(keepsAttributes ? { attributes: submission.attributes } : {}),
        ...(unmapped ? { unmapped } : {}),
        ...madeTask(line),
        ...(disconnectedAt === undefined ? {} : { disconnectedAt })
    };
}

/** Notes what was saved and returns what came meanwhile and still waits; undefined when nothing does. */
export function acknowledge(
    line: TaskLine,
    sent: OutboxEntry,
    current: OutboxEntry | undefined,
    result: SaveResult,
    { mode, unmapped }: { readonly mode: WriteMode; readonly unmapped: boolean }
): OutboxEntry | undefined {
    line.savedPatch = { ...line.savedPatch, ...sent.patch };
    line.savedDefaults = { ...line.savedDefaults, ...sent.defaults };
    line.handedOver = result.outcome === 'handedToPhone' ? sent.attributes : line.handedOver;
    line.taskId = result.taskId ?? line.taskId;
    line.ours = line.ours || result.created === true;
    const patch = stillWaiting(current?.patch ?? {}, sent.patch);
    const defaults = stillWaiting(current?.defaults ?? {}, sent.defaults);
    const attributesWait =
        unmapped ||
        (result.outcome === 'handedToPhone' && !sameValues(current?.attributes, sent.attributes)) ||
        (current?.unmapped === true && sent.unmapped !== true);
    const waits = !isEmpty(patch) || attributesWait || (keepsDefaults(line, mode) && !isEmpty(defaults));
    return waits && current !== undefined ? { ...current, patch, defaults, ...madeTask(line) } : undefined;
}

/** A field that was refused stays named until a later save has it. */
export function stillUnsaved(line: TaskLine, now: readonly UnsavedField[], sent: TaskPatch): readonly UnsavedField[] {
    const refused = new Set(now.map((one) => one.field));
    return [...line.state.unsaved.filter((one) => !refused.has(one.field) && !Object.hasOwn(sent, one.field)), ...now];
}

function madeTask(line: TaskLine): { taskId?: string; ours?: boolean } {
    return line.taskId === undefined ? {} : { taskId: line.taskId, ours: line.ours };
}

import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';
import type { OutboxEntry, PickTimes } from './outbox.ts';
import { isEmpty, sameValues, stillWaiting, withNewer, without } from './pending.ts';
import type { Newer } from './pending.ts';
import { keepsDefaults, madeTask, namesTheSame } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { Clock, PickedValue, SaveResult, Submission, TaskKey, WriteMode } from './types.ts';
import type { WrittenTasks } from './writtenBefore.ts';

/** Fields that are not simply written: for some it counts what the Task says, a pick counts before everything. */
export type Guards = Required<Pick<OutboxEntry, 'onlyWhenEmpty' | 'yielding' | 'picked'>>;

export interface EntrySeams {
    /** True while this page has not heard of the call before. */
    readonly isFirst: boolean;
    readonly mode: WriteMode | undefined;
    /** Epoch milliseconds: when it was told. */
    readonly toldAt: number;
    readonly isDone: Newer['isDone'];
}

/** What has to be kept until the Task has it; undefined when the Task says all of it already. */
export function entryFor(
    line: TaskLine,
    before: OutboxEntry | undefined,
    submission: Submission,
    { isFirst, mode, toldAt, isDone }: EntrySeams
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
    // What a rule fills, or the agent picked, has no default, also none that waits from another tab.
    const filledOtherwise = [...Object.keys(submission.patch ?? {}), ...byAgent, ...waitingPicks];
    const givenDefaults = without(submission.defaults, filledOtherwise);
    const mapped = withNewer({
        waiting: before?.patch ?? {},
        given,
        last: line.lastPatch,
        saved: line.savedPatch,
        isDone
    });
    const byDefault = withNewer({
        waiting: without(before?.defaults ?? {}, filledOtherwise),
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
    const undecided = submission.kept === true ? before?.undecided : submission.undecided;
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
        ...(undecided === undefined ? {} : { undecided }),
        ...((asks ? isConnection && (connects || due === 0) : connects) ? { connects: true } : {}),
        due: isConnection ? Math.max(1, due) : due + (asks ? 1 : 0),
        keptAt: toldAt
    };
    line.lastEntry = lasting(entry, guards);
    return isSettled ? undefined : entry;
}

/** When news are told, epoch milliseconds: after all that was told before, also by a clock that was set back meanwhile. */
export function newsAt(
    { clock, written }: { readonly clock: Pick<Clock, 'now'>; readonly written: Pick<WrittenTasks, 'toldUntil'> },
    key: TaskKey,
    before: OutboxEntry | undefined
): number {
    const { keptAt = 0 } = before ?? {};
    return Math.max(clock.now(), written.toldUntil(key) + 1, Number.isNaN(keptAt) ? 0 : keptAt + 1);
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
    { lastEntry }: Pick<TaskLine, 'lastEntry'>,
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

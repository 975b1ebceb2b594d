import type { Attributes } from 'c/interactionAttributes';
import { createLineSaver } from './lineSaver.ts';
import type { SaverParts } from './saverParts.ts';
import { createLivePresence } from './livePresence.ts';
import { createKeptEntries } from './keptEntries.ts';
import { keepLostAgain } from './lostEntry.ts';
import { createMerging } from './merging.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxEntry } from './outbox.ts';
import { heldBack } from './patience.ts';
import { adopt, createTaskLine, entryFor, madeTask, noteTold } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { SaveState, Submission, TaskKey, TaskSync, TaskSyncOptions } from './types.ts';
import { createWrittenTasks } from './writtenBefore.ts';

export { missedKeyOf, taskKeyOf } from './taskKey.ts';
export { SaveError } from './saveError.ts';
export { createKeptEntries } from './keptEntries.ts';
export { keptText } from './keptForm.ts';
export { browserClock, browserStorage, browserLocks, leaseLocks } from './browserPorts.ts';
export type {
    Clock,
    Dropped,
    KnownSettings,
    Locks,
    MergeResult,
    Neighbours,
    NotMerged,
    SaveFailure,
    SaveRequest,
    SaveResult,
    SaveState,
    Storage,
    Submission,
    TaskKey,
    TaskSync,
    TaskSyncOptions,
    TaskSyncSettings,
    TaskWriter,
    UnsavedField,
    WriteMode,
    WriteMoment,
    WrittenBefore
} from './types.ts';

/** Settled Tasks that stay known on the page: a shift has a thousand. */
const LINES_KEPT = 100;

/** A page that is gone since may not have shown what it could not save, in milliseconds. */
const JUST_SAVED_MS = 60_000;

/** How often what other tabs left behind is looked for, in milliseconds. */
const TAKE_UP_MS = 60_000;

/** Tabs hear of one connection within this, in milliseconds. */
const TOLD_LATE_MS = 10_000;

/** Keeps one Task per handled interaction up to date. Every outside thing is a port, so that it can stop anywhere. */
export function createTaskSync(options: TaskSyncOptions): TaskSync {
    const { clock, locks, storage, org, userId } = options;
    const outbox = createOutbox(storage, clock, org, userId);
    const written = createWrittenTasks(storage, clock, org, userId);
    const presence = createLivePresence(locks, clock, createKeptEntries(storage, org, userId, 'live'));
    const lines = new Map<string, TaskLine>();
    const listeners = new Set<() => void>();
    /** Calls of other tabs: how they end is waited for. */
    const watched = new Set<string>();
    let cancelTakingUp = (): void => undefined;
    let closed = false;

    const parts: SaverParts = { options, outbox, written, isClosed: () => closed, show };
    const saver = createLineSaver(parts);
    const mergeDoubles = createMerging(parts, saver, everythingAgain);

    function tell(): void {
        for (const listener of [...listeners]) {
            listener();
        }
    }

    function show(line: TaskLine, next: { [Part in keyof SaveState]?: SaveState[Part] | undefined }): void {
        const told = Object.entries({
            ...line.state,
            ...next,
            ours: line.ours || undefined,
            version: line.state.version + 1
        });
        line.state = Object.fromEntries(told.filter(([, value]) => value !== undefined)) as unknown as SaveState;
        if (!closed) {
            tell();
        }
    }

    function lineFor(key: TaskKey): TaskLine {
        const known = lines.get(key.id);
        if (known !== undefined) {
            return known;
        }
        forgetOldest();
        const line = createTaskLine(key, outbox.read(key.id), written.of(key));
        lines.set(key.id, line);
        return line;
    }

    /** Of what goes on nothing is forgotten: an email may be open all day. */
    function forgetOldest(): void {
        const settled = [...lines.values()].filter(
            (line) =>
                !line.state.pending && !line.saving && line.cancelTimer === undefined && !presence.hears(line.key.id)
        );
        for (const line of settled.slice(0, Math.max(0, settled.length - LINES_KEPT))) {
            line.cancelLastLook?.();
            lines.delete(line.key.id);
        }
        written.sweep();
    }

    function submit(given: TaskKey, told: Submission): void {
        const line = lineFor(given);
        const submission = isToldLate(line, told) ? { ...told, urgency: 'detail' as const } : told;
        if (submission.kept !== true) {
            if (!line.heard) {
                wrapUpBefore(line);
            }
            line.heard = true;
            presence.tell(line.key.id, submission.disconnectedAt === undefined);
        }
        const before = keptOf(line);
        if (submission.notMapped === undefined) {
            // Only notes: what else is to be told of the Task another tab may know better.
            adopt(line, written.of(line.key));
        }
        const seams = { mode: saver.settings()?.mode, now: clock.now(), isDone: written.doneOf(line.key) };
        const entry = entryFor(line, before, submission, seams);
        if (entry === undefined) {
            // Another tab saved all of it meanwhile.
            if (line.state.pending && line.state.failure !== 'taskDeleted') {
                saver.schedule(line, 0);
            }
            return;
        }
        noteTold(line, before, entry);
        const kept = outbox.write(entry);
        line.unacknowledged = entry;
        const isStep = submission.urgency === 'milestone';
        if (isStep) {
            line.looks = 0;
        }
        show(line, { pending: true, ...(kept ? {} : { failure: 'storageFull' as const }) });
        if (entry.due > 0 && !line.saving && (line.cancelTimer === undefined || isStep)) {
            plan(line, entry);
        }
    }

    /** What waits for this Task: also what this tab told and is kept no more, and no Task has either. */
    function keptOf(line: TaskLine): OutboxEntry | undefined {
        const entry = outbox.read(line.key.id);
        const settings = saver.settings();
        return entry !== undefined || line.unacknowledged === undefined || settings === undefined
            ? entry
            : keepLostAgain(parts, line, settings);
    }

    /**
     * Another tab has just saved the connection that this one hears of only now, or is about to: what is new since waits for
     * the next step.
     */
    function isToldLate(line: TaskLine, { kept, disconnectedAt }: Submission): boolean {
        return (
            !line.heard &&
            kept !== true &&
            disconnectedAt === undefined &&
            (written.savedSince(line.key, clock.now() - TOLD_LATE_MS) || isBeingSaved(line))
        );
    }

    function isBeingSaved({ key }: TaskLine): boolean {
        return (outbox.read(key.id)?.due ?? 0) > 0 && saver.turns.isTaken(key);
    }

    /** The agent has the conversation again: nobody wraps up its part before any more. */
    function wrapUpBefore({ key }: TaskLine): void {
        for (const line of lines.values()) {
            const { conversationId, connectedTime } = line.key;
            const entry = outbox.read(line.key.id);
            const isBefore = conversationId === key.conversationId && connectedTime < key.connectedTime;
            if (isBefore && entry?.disconnectedAt !== undefined && entry.wrappedUp !== true) {
                ask(line, { ...entry, wrappedUp: true });
            }
        }
    }

    /** Without settings nothing can be written, and the agent is told why; the desk asks again once they are known. */
    function plan(line: TaskLine, entry: OutboxEntry): void {
        const settings = saver.settings();
        const held = settings === undefined ? 0 : heldBack(entry, settings, clock.now());
        if (held !== undefined) {
            saver.schedule(line, Math.max(held, settings?.coalesceMs ?? 0));
        }
    }

    /** Asks for a write of what is kept, at once. */
    function ask(line: TaskLine, entry: OutboxEntry): void {
        outbox.write({ ...entry, due: Math.max(1, entry.due) });
        saver.schedule(line, 0);
    }

    /** Values of calls that only a tab told of which is closed by now. */
    function goOnTakingUp(): void {
        cancelTakingUp = clock.after(TAKE_UP_MS, () => {
            takeUp(({ keptAt }) => Math.abs(clock.now() - keptAt) >= TAKE_UP_MS);
            goOnTakingUp();
        });
    }

    function recover(): void {
        outbox.sweep((id) => lines.has(id));
        written.sweep();
        const kept = outbox.keys();
        saver.turns.sweep(kept);
        takeUp(() => true);
        for (const key of written.troubled(clock.now() - JUST_SAVED_MS)) {
            if (!lines.has(key.id) && !kept.includes(key.id)) {
                const line = lineFor(key);
                show(line, { phase: 'saved', pending: false });
                saver.planLastLook(line);
            }
        }
        cancelTakingUp();
        goOnTakingUp();
        tell();
    }

    function takeUp(isLeft: (entry: OutboxEntry) => boolean): void {
        for (const id of outbox.keys()) {
            const entry = outbox.read(id);
            const line = lines.get(id);
            if (entry === undefined || !isLeft(entry)) {
                continue;
            }
            const isHeard = line?.heard === true;
            if (entry.disconnectedAt !== undefined) {
                // A write that the tab was asked for which is gone: also where this one shows the call.
                if (line?.state.pending !== true && (!isHeard || entry.due > 0)) {
                    ask(lineFor(entry.key), entry);
                }
            } else if (!isHeard && !watched.has(id)) {
                watched.add(id);
                presence.whenGone(
                    id,
                    () => lines.get(id)?.heard !== true && outbox.read(id)?.disconnectedAt === undefined,
                    () => markEnded(lineFor(entry.key))
                );
            }
        }
    }

    function markEnded(line: TaskLine): void {
        const entry = outbox.read(line.key.id);
        if (entry !== undefined) {
            ask(line, { ...entry, disconnectedAt: new Date(clock.now()).toISOString(), wrappedUp: true });
        }
    }

    function resume(): void {
        for (const line of lines.values()) {
            const entry = keptOf(line);
            if (entry !== undefined && (entry.due > 0 || line.state.phase === 'notSaved')) {
                line.failures = 0;
                ask(line, entry);
            }
        }
    }

    /** Keeps everything that the Task was ever given here, to be written once more. */
    function everythingAgain(line: TaskLine, remake = false): OutboxEntry | undefined {
        const entry = outbox.read(line.key.id) ?? line.unacknowledged ?? line.lastEntry;
        if (entry === undefined) {
            return undefined;
        }
        const { taskId: _gone, ours: _ours, ...others } = entry;
        const again = {
            ...others,
            // What this tab told, another one may have saved.
            patch: {
                ...(remake ? line.lastPatch : {}),
                ...line.savedPatch,
                ...line.unacknowledged?.patch,
                ...entry.patch
            },
            defaults: {
                ...(remake ? line.lastDefaults : {}),
                ...line.savedDefaults,
                ...line.unacknowledged?.defaults,
                ...entry.defaults
            },
            ...(remake ? { remake } : madeTask(line)),
            keptAt: clock.now()
        };
        line.savedPatch = {};
        line.savedDefaults = {};
        line.unacknowledged = again;
        ask(line, again);
        return again;
    }

    function retry(only?: string): void {
        for (const line of lines.values()) {
            if (line.state.failure !== 'taskDeleted' || (only ?? line.key.id) !== line.key.id) {
                continue;
            }
            const known = written.of(line.key);
            if (known.taskId !== undefined && known.deleted !== true) {
                // Another tab had it made anew.
                adopt(line, known);
                saver.schedule(line, 0);
            } else {
                line.taskId = undefined;
                line.ours = false;
                everythingAgain(line, true);
                show(line, { taskId: undefined, doubles: undefined, pending: true });
            }
        }
        resume();
    }

    return {
        submit,
        state: (key) => lines.get(key.id)?.state,
        states: () => [...lines.values()].map((line) => line.state),
        onChange(listener): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        recover,
        unmapped(key): { key: TaskKey; attributes: Attributes; interactionType: string }[] {
            lines.forEach(keptOf);
            return (key === undefined ? outbox.keys() : [key.id]).flatMap((id) => {
                const entry = outbox.read(id);
                return entry?.attributes === undefined || entry.unmapped !== true
                    ? []
                    : [{ key: entry.key, attributes: entry.attributes, interactionType: entry.interactionType }];
            });
        },
        keyNamed: (id) => outbox.read(id)?.key ?? written.keyNamed(id),
        retry,
        resume,
        async merge({ id }): Promise<'merged' | 'notMerged'> {
            const line = lines.get(id);
            return line?.state.doubles === undefined ? 'notMerged' : mergeDoubles(line);
        },
        hasUnsaved: () =>
            [...lines.values()].some(
                ({ key, state }) =>
                    state.pending && state.failure !== 'taskDeleted' && outbox.read(key.id) !== undefined
            ),
        dropped: () => outbox.dropped(),
        close(): void {
            closed = true;
            cancelTakingUp();
            for (const line of lines.values()) {
                line.cancelTimer?.();
                line.cancelLastLook?.();
            }
            presence.close();
            listeners.clear();
        }
    };
}

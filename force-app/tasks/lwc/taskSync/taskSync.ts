import type { Attributes } from 'c/interactionAttributes';
import { createLineSaver } from './lineSaver.ts';
import type { SaverParts } from './saverParts.ts';
import { createLivePresence } from './livePresence.ts';
import { createKeptEntries } from './keptEntries.ts';
import { LEFT_MS, tellFound } from './lastLook.ts';
import { keepLostAgain, withLost } from './lostEntry.ts';
import { createMerging } from './merging.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxEntry } from './outbox.ts';
import { heldBack } from './patience.ts';
import { createSavingAgain } from './savingAgain.ts';
import { createTakingUp } from './takingUp.ts';
import { adopt, createTaskLine, noteTold } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { MergeAnswer, SaveState, Submission, TaskKey, TaskSync, TaskSyncOptions } from './types.ts';
import { entryFor, newsAt } from './waitingEntry.ts';
import { createWrittenTasks } from './writtenBefore.ts';

export { missedKeyOf, onCallRecord, targetOf, taskKeyOf } from './taskKey.ts';
export { SaveError } from './saveError.ts';
export { createKeptEntries } from './keptEntries.ts';
export { keptForm, keptText } from './keptForm.ts';
export { browserClock, browserStorage } from './browserPorts.ts';
export { browserLocks } from './browserLocks.ts';
export { leaseLocks } from './leaseLocks.ts';
export type {
    Clock,
    Dropped,
    KnownSettings,
    Locks,
    MergeAnswer,
    MergeResult,
    Neighbours,
    NotMerged,
    PickedValue,
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

/** Keeps one Task per handled interaction up to date. Every outside thing is a port, so that it can stop anywhere. */
export function createTaskSync(options: TaskSyncOptions): TaskSync {
    const { clock, locks, storage, org, userId } = options;
    const outbox = createOutbox(storage, clock, org, userId);
    const written = createWrittenTasks(storage, clock, org, userId);
    const presence = createLivePresence(locks, clock, createKeptEntries(storage, org, userId, 'live'));
    const lines = new Map<string, TaskLine>();
    const listeners = new Set<() => void>();
    let closed = false;

    const parts: SaverParts = {
        options,
        outbox,
        written,
        isClosed: () => closed,
        leave: ({ key }) => leave(key),
        show
    };
    const saver = createLineSaver(parts);
    const again = createSavingAgain(parts, ask);
    const mergeDoubles = createMerging(parts, saver, again.afterMerging);
    const takingUp = createTakingUp({
        clock,
        outbox,
        presence,
        shown: (id) => lines.get(id),
        lineFor,
        ask,
        tellFound(): void {
            tellFound(parts, lines.values());
            lookWhereLeft();
        }
    });

    /** For doubles, where the tab is gone that was to look for them. */
    function lookWhereLeft(): void {
        for (const line of lines.values()) {
            const { unlooked, deleted } = written.of(line.key);
            const isLeft = unlooked === true && deleted !== true && line.cancelLastLook === undefined;
            if (isLeft && !presence.hears(line.key.id) && !written.savedSince(line.key, clock.now() - LEFT_MS)) {
                saver.planLastLook(line);
            }
        }
    }

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

    function submit(given: TaskKey, submission: Submission): void {
        const line = lineFor(given);
        const isFirst = !line.heard;
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
            adopt(line, written);
        }
        const toldAt = newsAt({ clock, written }, line.key, before);
        const seams = { isFirst, mode: saver.settings()?.mode, toldAt, isDone: written.doneOf(line.key) };
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
        show(line, { pending: true, failure: line.state.failure ?? (kept ? undefined : 'storageFull') });
        if (entry.due > 0 && !line.saving && (line.cancelTimer === undefined || isStep)) {
            plan(line, entry);
        }
    }

    /** What is decided stays: that Task is begun. */
    function leave({ id }: TaskKey): void {
        if (outbox.read(id)?.undecided !== undefined) {
            outbox.clear(id);
        }
        const line = lines.get(id);
        if (line !== undefined) {
            line.cancelTimer?.();
            line.cancelLastLook?.();
            line.unacknowledged = undefined;
            lines.delete(id);
            presence.tell(id, false);
            tell();
        }
    }

    /** What waits for this Task: also what this tab told and is kept no more, and no Task has either. */
    function keptOf(line: TaskLine): OutboxEntry | undefined {
        const entry = outbox.read(line.key.id);
        const settings = saver.settings();
        if (line.unacknowledged === undefined || settings === undefined) {
            return entry;
        }
        return entry === undefined ? keepLostAgain(parts, line, settings) : withLost(parts, line, entry);
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
    function ask(line: TaskLine, { connects: _onlyThat, ...entry }: OutboxEntry): void {
        outbox.write({ ...entry, due: Math.max(1, entry.due) });
        saver.schedule(line, 0);
    }

    function recover(): void {
        outbox.sweep((id) => lines.has(id));
        written.sweep();
        const kept = outbox.keys();
        saver.turns.sweep(kept);
        takingUp.begin();
        for (const key of written.troubled(clock.now() - JUST_SAVED_MS)) {
            if (!lines.has(key.id) && !kept.includes(key.id)) {
                const line = lineFor(key);
                show(line, { phase: 'saved', pending: false });
                saver.planLastLook(line);
            }
        }
        tell();
    }

    function resume(): void {
        for (const line of lines.values()) {
            const entry = keptOf(line);
            if (
                entry !== undefined &&
                (entry.due > 0 || entry.refusal !== undefined || line.state.phase === 'notSaved')
            ) {
                line.failures = 0;
                ask(line, entry);
            }
        }
    }

    return {
        submit,
        leave,
        begun({ id }): boolean {
            const entry = outbox.read(id);
            return (entry !== undefined && entry.undecided === undefined) || written.keyNamed(id) !== undefined;
        },
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
        retry(only): void {
            for (const line of lines.values()) {
                const isGone = line.state.failure === 'taskDeleted' || again.isReplaced(line);
                if (isGone && (only ?? line.key.id) === line.key.id) {
                    again.inPlaceOfDeleted(line);
                }
            }
            resume();
        },
        resume,
        async merge({ id }): Promise<MergeAnswer> {
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
            takingUp.stop();
            for (const line of lines.values()) {
                line.cancelTimer?.();
                line.cancelLastLook?.();
            }
            presence.close();
            listeners.clear();
        }
    };
}

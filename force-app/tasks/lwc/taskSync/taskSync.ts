import type { Attributes } from 'c/interactionAttributes';
import { createOutbox } from './outbox.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { createLivePresence } from './livePresence.ts';
import { backoff, nextLook } from './patience.ts';
import { SaveError } from './saveError.ts';
import { acknowledge, createTaskLine, entryFor, keepsDefaults, stillUnsaved } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type {
    SaveFailure,
    SaveResult,
    SaveState,
    Submission,
    TaskKey,
    TaskSync,
    TaskSyncOptions,
    TaskSyncSettings,
    WriteMode
} from './types.ts';

export { taskKeyOf } from './taskKey.ts';
export { SaveError } from './saveError.ts';
export { browserClock, browserStorage, browserLocks, leaseLocks } from './browserPorts.ts';
export type {
    Clock,
    KnownSettings,
    Locks,
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
    WriteMode
} from './types.ts';

/** Another tab holds the Task's lock: look again after this, in milliseconds. */
const LOCKED_MS = 1_000;

interface SavedHow {
    readonly mode: WriteMode;
    /** The mapping could not be read, so the attributes wait for it. */
    readonly unmapped: boolean;
}

/** Keeps one Task per handled interaction up to date. Every outside thing is a port, so that it can stop anywhere. */
export function createTaskSync(options: TaskSyncOptions): TaskSync {
    const { writer, clock, locks } = options;
    const outbox: Outbox = createOutbox(options.storage, options.org, options.userId);
    const presence = createLivePresence(locks, clock);
    const lines = new Map<string, TaskLine>();
    const listeners = new Set<() => void>();
    let closed = false;

    function settings(): TaskSyncSettings | undefined {
        const known = options.settings();
        return typeof known === 'string' ? undefined : known;
    }

    function tell(): void {
        for (const listener of [...listeners]) {
            listener();
        }
    }

    function lineFor(key: TaskKey): TaskLine {
        const known = lines.get(key.id);
        if (known !== undefined) {
            return known;
        }
        const line = createTaskLine(key, outbox.read(key.id));
        lines.set(key.id, line);
        return line;
    }

    /** A part given as undefined is taken away. */
    function show(line: TaskLine, next: { [Part in keyof SaveState]?: SaveState[Part] | undefined }): void {
        const told = Object.entries({ ...line.state, ...next, version: line.state.version + 1 });
        line.state = Object.fromEntries(told.filter(([, value]) => value !== undefined)) as unknown as SaveState;
        tell();
    }

    function schedule(line: TaskLine, ms: number): void {
        if (closed) {
            return;
        }
        line.cancelTimer?.();
        line.cancelTimer = clock.after(ms, () => {
            line.cancelTimer = undefined;
            void drain(line);
        });
    }

    function submit(given: TaskKey, submission: Submission): void {
        const line = lineFor(given);
        if (submission.kept !== true) {
            line.heard = true;
            presence.tell(line.key.id, submission.disconnectedAt === undefined);
        }
        const entry = entryFor(line, outbox.read(line.key.id), submission, settings()?.mode);
        if (entry === undefined) {
            return;
        }
        const kept = outbox.write(entry);
        line.unacknowledged = entry;
        if (submission.urgency === 'milestone') {
            line.due = true;
            line.looks = 0;
        }
        show(line, { pending: true, ...(kept ? {} : { failure: 'storageFull' as const }) });
        // Without settings nothing can be written; the desk submits again when they come.
        if (line.due && !line.saving && (line.cancelTimer === undefined || submission.urgency === 'milestone')) {
            schedule(line, settings()?.coalesceMs ?? 0);
        }
    }

    async function drain(line: TaskLine): Promise<void> {
        if (closed || line.saving) {
            return;
        }
        line.saving = true;
        let ran: true | undefined;
        try {
            ran = await locks.ifFree(`task:${line.key.id}`, async () => {
                await write(line);
                return true as const;
            });
        } catch (error) {
            fail(line, 'busy', error instanceof Error ? error.message : String(error));
            ran = true;
        } finally {
            line.saving = false;
        }
        if (ran === undefined) {
            schedule(line, LOCKED_MS);
            return;
        }
        const now = settings();
        if (now !== undefined && line.due && line.cancelTimer === undefined) {
            schedule(line, now.coalesceMs);
        }
    }

    async function write(line: TaskLine): Promise<void> {
        const now = settings();
        const entry = outbox.read(line.key.id);
        if (now === undefined) {
            const why = options.settings();
            if (typeof why === 'string' && why !== 'unknown') {
                show(line, { phase: 'notSaved', failure: why === 'noAccess' ? 'noAccessToSettings' : why });
            }
            return;
        }
        if (entry === undefined) {
            await confirmSaved(line, now);
            return;
        }
        const unmapped = entry.unmapped === true;
        if (unmapped && now.mode === 'phone') {
            // Only mapped attributes may leave for the phone.
            line.due = false;
            show(line, { phase: 'notSaved', failure: 'noAccessToMapping' });
            return;
        }
        const createAt =
            entry.disconnectedAt === undefined
                ? undefined
                : Date.parse(entry.disconnectedAt) + now.followSeconds * 1_000;
        line.due = false;
        show(line, { phase: 'saving' });
        let result: SaveResult;
        try {
            result = await writer.save(line.key, {
                attributes: entry.attributes ?? {},
                patch: entry.patch,
                onlyWhenEmpty: entry.onlyWhenEmpty ?? [],
                defaults: entry.defaults,
                mayCreate: now.mode === 'own' || (createAt !== undefined && clock.now() >= createAt),
                keepDefaults: keepsDefaults(line, now.mode),
                ...(entry.taskId === undefined ? {} : { taskId: entry.taskId })
            });
        } catch (error) {
            const failure = error instanceof SaveError ? error.failure : 'refused';
            fail(line, failure, error instanceof Error ? error.message : String(error));
            return;
        }
        line.failures = 0;
        if (result.outcome === 'noTaskYet') {
            line.looks += 1;
            const again = nextLook(line.looks, clock.now(), createAt);
            if (again !== undefined) {
                schedule(line, again);
            }
            show(line, { phase: 'waitingForPhone', failure: undefined, detail: undefined });
            return;
        }
        settle(line, entry, result, { mode: now.mode, unmapped });
    }

    /** Nothing is kept any more: another tab saved it, or the browser's data were cleared. The org knows which. */
    async function confirmSaved(line: TaskLine, { mode }: TaskSyncSettings): Promise<void> {
        const lost = line.unacknowledged;
        line.due = false;
        if (lost !== undefined && mode !== 'phone') {
            const look = {
                attributes: {},
                patch: {},
                onlyWhenEmpty: [],
                defaults: {},
                mayCreate: false,
                keepDefaults: false
            };
            const found = await writer.save(line.key, look).catch(() => undefined);
            if (found?.outcome !== 'saved') {
                outbox.write(lost);
                line.due = true;
                return;
            }
            line.taskId = found.taskId;
        }
        line.savedPatch = { ...line.savedPatch, ...lost?.patch };
        line.savedDefaults = { ...line.savedDefaults, ...lost?.defaults };
        line.unacknowledged = undefined;
        show(line, {
            phase: mode === 'phone' ? 'handedToPhone' : 'saved',
            failure: undefined,
            detail: undefined,
            taskId: line.taskId,
            pending: false
        });
    }

    function settle(line: TaskLine, sent: OutboxEntry, result: SaveResult, how: SavedHow): void {
        const waiting = acknowledge(line, sent, outbox.read(line.key.id), result, how);
        line.unacknowledged = waiting;
        if (waiting === undefined) {
            outbox.clear(line.key.id);
        } else {
            outbox.write(waiting);
        }
        show(line, {
            phase: how.unmapped || result.outcome === 'noTaskYet' ? 'notSaved' : result.outcome,
            failure: how.unmapped ? 'noAccessToMapping' : undefined,
            detail: undefined,
            taskId: line.taskId,
            unsaved: stillUnsaved(line, result.unsaved, sent.patch),
            pending: waiting !== undefined,
            writes: line.state.writes + (result.wrote ? 1 : 0)
        });
    }

    function fail(line: TaskLine, failure: SaveFailure, detail: string): void {
        const again = failure === 'offline' || failure === 'busy';
        if (again) {
            line.failures += 1;
            line.due = true;
        }
        show(line, { phase: 'notSaved', failure, detail, pending: true });
        if (again) {
            schedule(line, backoff(line.failures));
        }
    }

    function recover(): void {
        for (const id of outbox.keys()) {
            const entry = outbox.read(id);
            if (entry === undefined || lines.has(entry.key.id)) {
                continue;
            }
            const line = lineFor(entry.key);
            if (entry.disconnectedAt !== undefined) {
                line.due = true;
                schedule(line, 0);
                continue;
            }
            presence.whenGone(
                line.key.id,
                () => !line.heard && outbox.read(line.key.id)?.disconnectedAt === undefined,
                () => markEnded(line)
            );
        }
        tell();
    }

    function markEnded(line: TaskLine): void {
        const entry = outbox.read(line.key.id);
        if (entry !== undefined) {
            outbox.write({ ...entry, disconnectedAt: new Date(clock.now()).toISOString() });
            line.due = true;
            schedule(line, 0);
        }
    }

    function retry(): void {
        for (const line of lines.values()) {
            if (outbox.read(line.key.id) !== undefined && (line.due || line.state.phase === 'notSaved')) {
                line.failures = 0;
                schedule(line, 0);
            }
        }
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
        unmapped(): { key: TaskKey; attributes: Attributes; interactionType: string }[] {
            return outbox.keys().flatMap((id) => {
                const entry = outbox.read(id);
                return entry?.attributes === undefined || entry.unmapped !== true
                    ? []
                    : [{ key: entry.key, attributes: entry.attributes, interactionType: entry.interactionType }];
            });
        },
        retry,
        close(): void {
            closed = true;
            for (const line of lines.values()) {
                line.cancelTimer?.();
            }
            presence.close();
            listeners.clear();
        }
    };
}

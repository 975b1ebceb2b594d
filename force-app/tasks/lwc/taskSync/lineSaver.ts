import { createTurns } from './turns.ts';
import type { Turns } from './turns.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { backoff, heldBack, nextLook } from './patience.ts';
import { isEmpty, stillWaiting } from './pending.ts';
import { isTransient, SaveError } from './saveError.ts';
import { acknowledge, keepsDefaults, madeTask, stillUnsaved, toldOf } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { SaveFailure, SaveRequest, SaveResult, SaveState, TaskSyncOptions, TaskSyncSettings } from './types.ts';
import type { WrittenTasks } from './writtenBefore.ts';

/** Another tab holds the Task's lock: look again after this, in milliseconds. */
const LOCKED_MS = 1_000;

/** The phone may make its own Task late: so long after the last save its doubles are looked for, in milliseconds. */
const LAST_LOOK_MS = 2 * 60_000;

export interface SaverParts {
    readonly options: TaskSyncOptions;
    readonly outbox: Outbox;
    readonly written: WrittenTasks;
    readonly isClosed: () => boolean;
    /** A part given as undefined is taken away. */
    readonly show: (line: TaskLine, next: { [Part in keyof SaveState]?: SaveState[Part] | undefined }) => void;
}

/** Brings what waits for one Task to the org, one turn at a time. */
export interface LineSaver {
    /** In milliseconds from now; an earlier plan is given up. */
    schedule(line: TaskLine, ms: number): void;
    /** What the admin's settings say, while they are known. */
    settings(): TaskSyncSettings | undefined;
    /** A while from now: whether other Tasks of the handling were made. */
    planLastLook(line: TaskLine): void;
    readonly turns: Turns;
}

export function createLineSaver({ options, outbox, written, isClosed, show }: SaverParts): LineSaver {
    const { writer, clock } = options;
    const turns = createTurns(options.locks, options.storage, clock, options.org, options.userId);

    function settings(): TaskSyncSettings | undefined {
        const known = options.settings();
        return typeof known === 'string' ? undefined : known;
    }

    function schedule(line: TaskLine, ms: number): void {
        if (isClosed()) {
            return;
        }
        line.cancelTimer?.();
        line.cancelTimer = clock.after(ms, () => {
            line.cancelTimer = undefined;
            void drain(line);
        });
    }

    async function drain(line: TaskLine): Promise<void> {
        if (isClosed() || line.saving) {
            return;
        }
        line.saving = true;
        let ran: true | undefined;
        try {
            ran = await turns.take(line.key, async (isMine) => {
                await write(line, isMine);
                return true as const;
            });
        } catch (error) {
            fail(line, undefined, 'busy', textOf(error));
            ran = true;
        } finally {
            line.saving = false;
        }
        if (ran === undefined) {
            schedule(line, LOCKED_MS);
        } else {
            planNext(line);
        }
    }

    /** What came during a save is collected as before any other. */
    function planNext(line: TaskLine): void {
        const now = settings();
        const entry = outbox.read(line.key.id) ?? line.unacknowledged;
        if (now === undefined || entry === undefined || entry.due === 0 || line.cancelTimer !== undefined) {
            return;
        }
        const held = heldBack(entry, now, clock.now());
        if (held !== undefined && !isDeleted(line, entry)) {
            schedule(line, Math.max(held, now.coalesceMs));
        }
    }

    function isDeleted(line: TaskLine, entry: OutboxEntry): boolean {
        return entry.remake !== true && written.of(line.key).deleted === true;
    }

    async function write(line: TaskLine, isMine: () => boolean): Promise<void> {
        const now = settings();
        if (now === undefined) {
            const why = options.settings();
            if (typeof why === 'string' && why !== 'unknown') {
                show(line, { phase: 'notSaved', failure: why === 'noAccess' ? 'noAccessToSettings' : why });
            }
            return;
        }
        const kept = outbox.read(line.key.id) ?? lostEntry(line, now);
        if (kept === undefined) {
            showSaved(line, now);
            return;
        }
        const entry = withPastEnd(kept);
        if (isDeleted(line, entry)) {
            setDue(entry, 0);
            show(line, { phase: 'notSaved', failure: 'taskDeleted', pending: true });
            return;
        }
        if (entry.unmapped === true && now.mode === 'phone') {
            // Only mapped attributes may leave for the phone.
            setDue(entry, 0);
            show(line, { phase: 'notSaved', failure: 'noAccessToMapping' });
            return;
        }
        if (entry.due === 0) {
            // Another tab has written meanwhile, or was refused; what is left waits for the next step.
            line.unacknowledged = entry;
            adopt(line);
            show(line, {
                phase: line.taskId === undefined ? 'waiting' : 'saved',
                failure: undefined,
                pending: true,
                ...(entry.refusal === undefined ? {} : { phase: 'notSaved', ...entry.refusal })
            });
            return;
        }
        if (heldBack(entry, now, clock.now()) === 0) {
            await save(line, entry, now, isMine);
        }
    }

    /** A clock that was set back must not make anything awaited for ever. */
    function withPastEnd(entry: OutboxEntry): OutboxEntry {
        if (entry.disconnectedAt === undefined || Date.parse(entry.disconnectedAt) <= clock.now()) {
            return entry;
        }
        const past = { ...entry, disconnectedAt: new Date(clock.now()).toISOString() };
        outbox.write(past);
        return past;
    }

    function setDue(entry: OutboxEntry, due: number): void {
        if (entry.due !== due) {
            outbox.write({ ...entry, due });
        }
    }

    async function save(
        line: TaskLine,
        entry: OutboxEntry,
        now: TaskSyncSettings,
        isMine: () => boolean
    ): Promise<void> {
        const createAt =
            entry.disconnectedAt === undefined
                ? undefined
                : Date.parse(entry.disconnectedAt) + now.followSeconds * 1_000;
        const mayCreate =
            now.mode === 'own' || entry.remake === true || (createAt !== undefined && clock.now() >= createAt);
        line.cancelLastLook?.();
        adopt(line);
        show(line, { phase: 'saving' });
        let result: SaveResult;
        try {
            result = await writer.save(line.key, requestFor(line, entry, now, { mayCreate, isMine }));
        } catch (error) {
            const failure = error instanceof SaveError ? error.failure : 'refused';
            fail(line, entry, failure, textOf(error));
            return;
        }
        line.failures = 0;
        if (result.outcome === 'noTaskYet') {
            lookAgain(line, entry, createAt);
        } else {
            settle(line, entry, result, now);
        }
    }

    function requestFor(
        line: TaskLine,
        entry: OutboxEntry,
        { mode }: TaskSyncSettings,
        turn: Pick<SaveRequest, 'mayCreate'> & { readonly isMine: () => boolean }
    ): SaveRequest {
        const { taskId, remake } = entry;
        const known = remake === true ? undefined : (line.taskId ?? taskId);
        const sent = { ...entry.defaults, ...entry.patch };
        return {
            attributes: entry.attributes ?? {},
            patch: entry.patch,
            onlyWhenEmpty: entry.onlyWhenEmpty ?? [],
            yielding: entry.yielding ?? [],
            defaults: entry.defaults,
            keepDefaults: keepsDefaults(line, mode),
            ...turn,
            ...(known === undefined ? {} : { taskId: known }),
            picked: entry.picked ?? [],
            alsoUnsaved: [
                ...line.state.unsaved.filter(({ field }) => !Object.hasOwn(sent, field)),
                ...(entry.notMapped ?? [])
            ],
            neighbours: neighboursOf(line, entry),
            written: written.during(line.key, line.told)
        };
    }

    function neighboursOf(line: TaskLine, entry: OutboxEntry | undefined): NonNullable<SaveRequest['neighbours']> {
        const endedAt = entry?.disconnectedAt;
        return { ...written.neighboursOf(line.key), ...(endedAt === undefined ? {} : { endedAt }) };
    }

    function lookAgain(line: TaskLine, entry: OutboxEntry, createAt: number | undefined): void {
        line.looks += 1;
        const again = nextLook(line.looks, clock.now(), createAt);
        if (again === undefined) {
            lessDue(line, entry);
        } else {
            schedule(line, again);
        }
        show(line, { phase: 'waitingForPhone', failure: undefined, detail: undefined });
    }

    /** The steps that `sent` knew of ask no more. */
    function lessDue(line: TaskLine, sent: OutboxEntry, refusal?: OutboxEntry['refusal']): void {
        const current = outbox.read(line.key.id);
        if (current !== undefined) {
            const due = current.due === sent.due ? 0 : 1;
            outbox.write({ ...current, due, ...(refusal === undefined ? {} : { refusal }) });
        }
    }

    /** What another tab learnt of the Task. */
    function adopt(line: TaskLine): void {
        const known = written.of(line.key);
        line.taskId = known.taskId ?? line.taskId;
        line.ours = line.ours || known.ours === true;
        line.state = { ...line.state, ...(known.taskId === undefined ? {} : toldOf(known)) };
    }

    /** Nothing is kept any more: another tab saved it, or the browser's data were cleared. What is not known done is kept again. */
    function lostEntry(line: TaskLine, { mode }: TaskSyncSettings): OutboxEntry | undefined {
        const lost = line.unacknowledged;
        if (lost === undefined || mode === 'phone') {
            line.handedOver = lost?.attributes ?? line.handedOver;
            return undefined;
        }
        adopt(line);
        // A tab that slept does not bring an older value back.
        const isDone = written.doneOf(line.key, lost.keptAt);
        const open = (values: OutboxEntry['patch']): OutboxEntry['patch'] =>
            Object.fromEntries(Object.entries(values).filter(([name, value]) => !isDone(name, value)));
        const patch = open(lost.patch);
        const defaults = keepsDefaults(line, mode) ? open(lost.defaults) : {};
        line.savedPatch = { ...line.savedPatch, ...stillWaiting(lost.patch, patch) };
        line.savedDefaults = { ...line.savedDefaults, ...stillWaiting(lost.defaults, defaults) };
        if (isEmpty(patch) && isEmpty(defaults) && line.taskId !== undefined) {
            return undefined;
        }
        const again = { ...lost, patch, defaults: line.taskId === undefined ? lost.defaults : defaults, due: 1 };
        outbox.write(again);
        return again;
    }

    function showSaved(line: TaskLine, { mode }: TaskSyncSettings): void {
        line.unacknowledged = undefined;
        show(line, {
            phase: mode === 'phone' ? 'handedToPhone' : 'saved',
            failure: undefined,
            detail: undefined,
            taskId: line.taskId,
            pending: false
        });
    }

    function settle(line: TaskLine, sent: OutboxEntry, result: SaveResult, { mode }: TaskSyncSettings): void {
        const unmapped = sent.unmapped === true;
        const values = { ...sent.defaults, ...sent.patch };
        const unsaved = stillUnsaved(line.state.unsaved, result.unsaved, values);
        const waiting = acknowledge(line, sent, outbox.read(line.key.id), result, { mode, unmapped });
        if (result.outcome === 'saved') {
            const refused = new Set(result.unsaved.filter(({ code }) => code !== 'edited').map(({ field }) => field));
            const given = keepsDefaults(line, mode) ? values : sent.patch;
            const done = Object.fromEntries(Object.entries(given).filter(([name]) => !refused.has(name)));
            written.done(line.key, done, {
                ...madeTask(line),
                deleted: false,
                unsaved,
                notMapped: sent.notMapped ?? [],
                doubles: result.doubles ?? [],
                unlooked: true
            });
        }
        line.unacknowledged = waiting;
        if (waiting === undefined) {
            outbox.clear(line.key.id);
        } else {
            outbox.write(waiting);
        }
        show(line, {
            phase: unmapped || result.outcome === 'noTaskYet' ? 'notSaved' : result.outcome,
            failure: unmapped ? 'noAccessToMapping' : undefined,
            detail: result.detail,
            taskId: line.taskId,
            unsaved,
            notMapped: someOf(sent.notMapped),
            pending: waiting !== undefined,
            writes: line.state.writes + (result.wrote ? 1 : 0),
            doubles: someOf(result.doubles)
        });
        if (waiting === undefined && sent.disconnectedAt !== undefined && mode !== 'phone') {
            planLastLook(line, sent);
        }
    }

    function planLastLook(line: TaskLine, sent?: OutboxEntry): void {
        const doublesOf = writer.doublesOf?.bind(writer);
        if (doublesOf === undefined || line.taskId === undefined) {
            return;
        }
        const { taskId } = line;
        line.cancelLastLook?.();
        line.cancelLastLook = clock.after(LAST_LOOK_MS, () => {
            doublesOf(line.key, { taskId, neighbours: neighboursOf(line, sent) }).then(
                (doubles) => {
                    if (!isClosed()) {
                        written.learnt(line.key, { doubles, unlooked: false });
                        show(line, { doubles: someOf(doubles) });
                    }
                },
                () => {
                    // The next save looks again.
                }
            );
        });
    }

    function fail(line: TaskLine, sent: OutboxEntry | undefined, failure: SaveFailure, detail: string): void {
        if (failure === 'taskDeleted') {
            written.deleted(line.key);
        }
        show(line, { phase: 'notSaved', failure, detail, pending: true });
        if (isTransient(failure)) {
            line.failures += 1;
            schedule(line, backoff(line.failures));
        } else if (sent !== undefined) {
            lessDue(line, sent, { failure, detail });
        }
    }

    return { schedule, settings, planLastLook, turns };
}

function someOf<T>(all: readonly T[] | undefined): readonly T[] | undefined {
    return all === undefined || all.length === 0 ? undefined : all;
}

function textOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

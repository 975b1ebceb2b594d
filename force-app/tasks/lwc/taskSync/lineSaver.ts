import { createLastLook } from './lastLook.ts';
import type { PlanLastLook } from './lastLook.ts';
import { keepLostAgain } from './lostEntry.ts';
import type { OutboxEntry } from './outbox.ts';
import { heldBack } from './patience.ts';
import { SaveError, textOf } from './saveError.ts';
import { createSaveOutcome } from './saveOutcome.ts';
import { requestFor } from './saveRequest.ts';
import type { SaverParts } from './saverParts.ts';
import { onAnother, toldOn, withTold } from './savingAgain.ts';
import { adopt } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import { createTurns } from './turns.ts';
import type { Turns } from './turns.ts';
import type { SaveResult, TaskSyncSettings } from './types.ts';

/** Another tab holds the Task's lock: look again after this, in milliseconds. */
const LOCKED_MS = 1_000;

/** Tabs hear of one connection within this, in milliseconds. */
const TOLD_LATE_MS = 10_000;

/** Brings what waits for one Task to the org, one turn at a time. */
export interface LineSaver {
    /** In milliseconds from now; an earlier plan is given up. */
    schedule(line: TaskLine, ms: number): void;
    /** What the admin's settings say, while they are known. */
    settings(): TaskSyncSettings | undefined;
    readonly planLastLook: PlanLastLook;
    readonly turns: Turns;
}

export function createLineSaver(parts: SaverParts): LineSaver {
    const { options, outbox, written, isClosed, leave, show } = parts;
    const { writer, clock } = options;
    const turns = createTurns(options.locks, options.storage, clock, options.org, options.userId);
    const planLastLook = createLastLook(parts);
    const outcome = createSaveOutcome(parts, schedule, planLastLook);

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
            outcome.fail(line, undefined, 'busy', textOf(error));
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

    /** What is kept tells of every tab; where that was cleared, this page still knows what it was told itself. */
    function isDeleted({ key, state }: TaskLine, entry: OutboxEntry): boolean {
        return entry.remake !== true && (written.of(key).deleted ?? state.failure === 'taskDeleted');
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
        const kept = outbox.read(line.key.id) ?? keepLostAgain(parts, line, now);
        if (kept === undefined) {
            showSaved(line, now);
            return;
        }
        const ours = decided(line, kept);
        if (ours === undefined) {
            return;
        }
        const entry = mapped(withoutPastStep(withPastEnd(ours)));
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
            adopt(line, written);
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

    /** Undefined while nobody knows whether its vendor writes, and where another one does. */
    function decided(line: TaskLine, kept: OutboxEntry): OutboxEntry | undefined {
        const { undecided, ...entry } = kept;
        if (undecided === undefined) {
            return kept;
        }
        const writes = options.writes?.(undecided);
        if (writes !== true) {
            if (writes === false) {
                leave(line);
            }
            return undefined;
        }
        outbox.write(entry);
        return entry;
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

    /** Another tab has saved the connection that this one heard of later: what is new waits for the next step. */
    function withoutPastStep(entry: OutboxEntry): OutboxEntry {
        if (entry.connects !== true || !written.savedSince(entry.key, clock.now() - TOLD_LATE_MS)) {
            return entry;
        }
        const { connects: _saved, ...others } = entry;
        const waiting = { ...others, due: 0 };
        outbox.write(waiting);
        return waiting;
    }

    /** What a tab kept that cannot read the mapping yet goes out mapped where this one can. */
    function mapped(entry: OutboxEntry): OutboxEntry {
        if (entry.unmapped !== true || entry.due === 0) {
            return entry;
        }
        options.mapKept?.(entry.key);
        return outbox.read(entry.key.id) ?? entry;
    }

    function setDue(entry: OutboxEntry, due: number): void {
        if (entry.due !== due) {
            outbox.write({ ...entry, due });
        }
    }

    async function save(
        line: TaskLine,
        kept: OutboxEntry,
        now: TaskSyncSettings,
        isMine: () => boolean
    ): Promise<void> {
        // In which tab the agent wanted the Task anew, another one may know more of it.
        const entry = kept.remake === true ? withTold(written, line, kept, toldOn(line)) : kept;
        const createAt =
            entry.disconnectedAt === undefined
                ? undefined
                : Date.parse(entry.disconnectedAt) + now.followSeconds * 1_000;
        const mayCreate =
            now.mode === 'own' || entry.remake === true || (createAt !== undefined && clock.now() >= createAt);
        line.cancelLastLook?.();
        line.cancelLastLook = undefined;
        adopt(line, written);
        show(line, { phase: 'saving' });
        const { turns: turn = 0 } = written.of(line.key);
        // A sleeper whose turn was taken may save when it wakes: to it that turn is over, and to this tab its own.
        const isPast = (): boolean => (written.of(line.key).turns ?? 0) > turn;
        const seams = { mayCreate, isMine: (): boolean => isMine() && !isPast() };
        let result: SaveResult;
        try {
            result = await writer.save(line.key, requestFor(parts, line, entry, now, seams));
            if (isPast()) {
                throw new SaveError('busy', 'Another tab of this user has saved the Task meanwhile.');
            }
        } catch (error) {
            const failure = error instanceof SaveError ? error.failure : 'refused';
            outcome.fail(line, entry, failure, textOf(error));
            return;
        }
        line.failures = 0;
        if (result.outcome === 'notOurs') {
            await save(line, withoutTask(line, entry), now, isMine);
        } else if (result.outcome === 'noTaskYet') {
            outcome.lookAgain(line, entry, createAt);
        } else {
            outcome.settle(line, entry, result, now);
        }
    }

    /** The Task is another handling's: this one is looked for as for the first time, and gets all that was told here. */
    function withoutTask(line: TaskLine, entry: OutboxEntry): OutboxEntry {
        written.moved(line.key, undefined);
        line.taskId = undefined;
        line.ours = false;
        show(line, { taskId: undefined, doubles: undefined });
        const again = onAnother(written, line, entry, toldOn(line));
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

    return { schedule, settings, planLastLook, turns };
}

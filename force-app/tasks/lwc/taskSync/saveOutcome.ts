import type { PlanLastLook } from './lastLook.ts';
import { keepLostAgain } from './lostEntry.ts';
import type { OutboxEntry } from './outbox.ts';
import { backoff, nextLook } from './patience.ts';
import { isTransient } from './saveError.ts';
import type { SaverParts } from './saverParts.ts';
import { keepsDefaults, madeTask, someOf, stillUnsaved } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { SaveFailure, SaveResult, SaveState, TaskSyncSettings } from './types.ts';
import { acknowledge, dueAfter } from './waitingEntry.ts';

/** What follows from the org's answer to a save. */
export interface SaveOutcome {
    /** The phone's own Task is not there yet; `createAt` (epoch milliseconds) is when it is awaited no longer. */
    lookAgain(line: TaskLine, sent: OutboxEntry, createAt: number | undefined): void;
    settle(line: TaskLine, sent: OutboxEntry, result: SaveResult, settings: TaskSyncSettings): void;
    /** `sent` is undefined when it never came to a save. */
    fail(line: TaskLine, sent: OutboxEntry | undefined, failure: SaveFailure, detail: string): void;
}

export function createSaveOutcome(
    parts: SaverParts,
    schedule: (line: TaskLine, ms: number) => void,
    planLastLook: PlanLastLook
): SaveOutcome {
    const { options, outbox, written, show } = parts;
    const { clock } = options;

    /** The steps that `sent` knew of ask no more. */
    function lessDue(line: TaskLine, sent: OutboxEntry, refusal?: OutboxEntry['refusal']): void {
        const current = outbox.read(line.key.id);
        if (current !== undefined) {
            outbox.write({
                ...current,
                due: dueAfter(current, sent),
                ...(refusal === undefined ? {} : { refusal })
            });
        }
    }

    /** What another tab or a later page has to know of the Task. */
    function remember(
        line: TaskLine,
        sent: OutboxEntry,
        result: SaveResult,
        { mode, unsaved }: Pick<TaskSyncSettings, 'mode'> & Pick<SaveState, 'unsaved'>
    ): void {
        const refused = new Set(result.unsaved.filter(({ code }) => code !== 'edited').map(({ field }) => field));
        const given = keepsDefaults(line, mode) ? { ...sent.defaults, ...sent.patch } : sent.patch;
        const done = Object.fromEntries(Object.entries(given).filter(([name]) => !refused.has(name)));
        const task = {
            ...madeTask(line),
            deleted: false,
            unsaved,
            notMapped: sent.notMapped ?? [],
            doubles: result.doubles ?? [],
            unlooked: true,
            ...(sent.unmapped === true ? {} : { mappedAt: Math.max(clock.now(), sent.keptAt) })
        };
        written.done(line.key, done, task, sent);
    }

    return {
        lookAgain(line, sent, createAt): void {
            line.looks += 1;
            const again = nextLook(line.looks, clock.now(), createAt);
            if (again === undefined) {
                lessDue(line, sent);
            } else {
                schedule(line, again);
            }
            show(line, { phase: 'waitingForPhone', failure: undefined, detail: undefined });
        },
        settle(line, sent, result, settings): void {
            const { mode } = settings;
            const unmapped = sent.unmapped === true;
            const wasSent = (field: string): boolean => Object.hasOwn({ ...sent.defaults, ...sent.patch }, field);
            const unsaved = stillUnsaved(line.state.unsaved, result.unsaved, wasSent);
            // The browser's data may have been cleared meanwhile, or another tab saved while this one slept.
            const current = outbox.read(line.key.id) ?? keepLostAgain(parts, line, settings);
            const waiting = acknowledge(line, sent, current, result, { mode, unmapped });
            if (result.outcome === 'saved') {
                remember(line, sent, result, { mode, unsaved });
            } else if (result.outcome === 'handedToPhone') {
                written.learnt(line.key, { handedOver: sent.keptAt });
            }
            line.unacknowledged = waiting;
            if (waiting === undefined) {
                outbox.clear(line.key.id);
            } else {
                outbox.write(waiting);
            }
            show(line, {
                phase: !unmapped && isDone(result.outcome) ? result.outcome : 'notSaved',
                failure: unmapped ? 'noAccessToMapping' : undefined,
                detail: result.detail ?? stillSaid(line.state, unsaved),
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
        },
        fail(line, sent, failure, detail): void {
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
    };
}

function isDone(outcome: SaveResult['outcome']): outcome is 'saved' | 'handedToPhone' {
    return outcome === 'saved' || outcome === 'handedToPhone';
}

/** The org's own words about a field that it refused before, and that is not saved yet. */
function stillSaid({ unsaved, detail }: SaveState, now: SaveState['unsaved']): string | undefined {
    const refused = new Set(unsaved.filter(({ code }) => code === 'refused').map(({ field }) => field));
    return now.some(({ code, field }) => code === 'refused' && refused.has(field)) ? detail : undefined;
}

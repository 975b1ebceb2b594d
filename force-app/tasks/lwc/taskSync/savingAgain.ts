import type { TaskPatch } from 'c/attributeMapping';
import type { OutboxEntry } from './outbox.ts';
import type { SaverParts } from './saverParts.ts';
import { adopt, madeTask } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import { guardsOf, newsAt } from './waitingEntry.ts';
import type { WrittenTasks } from './writtenBefore.ts';

type Values = Pick<OutboxEntry, 'patch' | 'defaults'>;

/** Saves what a Task was given before once more: that Task is gone, or another one stays in its place. */
export interface SavingAgain {
    /** On the Task that stays when doubles were merged: everything that was saved from here. */
    readonly afterMerging: (line: TaskLine) => void;
    /** True when another tab had the Task made anew, or merged it into another one. */
    readonly isReplaced: (line: TaskLine) => boolean;
    /**
     * Makes a deleted Task anew, or brings what only this tab knows to the one that another tab has made anew. Only on the
     * agent's word.
     */
    readonly inPlaceOfDeleted: (line: TaskLine) => void;
}

/** Also what the Task was not given yet of `told`, nor anything newer: another tab may have saved it on the Task before. */
export function withTold(
    written: WrittenTasks,
    line: TaskLine,
    entry: OutboxEntry,
    told: readonly (Values | undefined)[]
): OutboxEntry {
    const isDone = written.doneOf(entry.key);
    const isOvertaken = written.overtaken(entry.key);
    const all = (part: keyof Values): TaskPatch => {
        const open = told
            .flatMap((values) => Object.entries(values?.[part] ?? {}))
            .filter(([name, value]) => !isDone(name) && !isOvertaken(name, value));
        return { ...Object.fromEntries(open), ...entry[part] };
    };
    return { ...entry, ...guardsOf(line, entry), patch: all('patch'), defaults: all('defaults') };
}

/** On another Task, or on one that is made anew, nothing of it is saved yet. */
export function onAnother(
    written: WrittenTasks,
    line: TaskLine,
    entry: OutboxEntry,
    told: readonly (Values | undefined)[]
): OutboxEntry {
    const { taskId: _gone, ours: _ours, ...others } = withTold(written, line, entry, told);
    const again = { ...others, ...madeTask(line) };
    line.savedPatch = {};
    line.savedDefaults = {};
    line.savedPicks = {};
    line.unacknowledged = again;
    return again;
}

/** What this tab told of the Task. */
export function toldOn(line: TaskLine): readonly (Values | undefined)[] {
    return [{ patch: line.lastPatch, defaults: line.lastDefaults }, ...savedFrom(line)];
}

function savedFrom(line: TaskLine): readonly (Values | undefined)[] {
    return [{ patch: line.savedPatch, defaults: line.savedDefaults }, line.unacknowledged];
}

export function createSavingAgain(
    { options, outbox, written, show }: SaverParts,
    ask: (line: TaskLine, entry: OutboxEntry) => void
): SavingAgain {
    const { clock } = options;

    function keepAgain(line: TaskLine, told: readonly (Values | undefined)[], remake = false): boolean {
        const last = line.unacknowledged ?? line.lastEntry;
        const entry = outbox.read(line.key.id) ?? (last && { ...last, patch: {}, defaults: {} });
        if (entry === undefined) {
            return false;
        }
        const keptAt = newsAt({ clock, written }, line.key, entry);
        ask(line, onAnother(written, line, { ...entry, ...(remake ? { remake } : {}), keptAt }, told));
        return true;
    }

    function isReplaced({ key, taskId }: TaskLine): boolean {
        const known = written.of(key);
        return known.deleted !== true && taskId !== undefined && (known.taskId ?? taskId) !== taskId;
    }

    return {
        afterMerging: (line) => keepAgain(line, savedFrom(line)),
        isReplaced,
        inPlaceOfDeleted(line): void {
            const known = written.of(line.key);
            const isThere = known.taskId !== undefined && known.deleted !== true;
            if (isThere) {
                adopt(line, written);
            } else {
                line.taskId = undefined;
                line.ours = false;
            }
            const { taskId } = line;
            const pending = keepAgain(line, toldOn(line), !isThere);
            // Where this page knows nothing of the call there is nothing to make a Task of.
            if (pending || isThere) {
                const now = { phase: pending ? 'waiting' : 'saved', failure: undefined, detail: undefined } as const;
                show(line, { ...now, pending, taskId, ...(isThere ? {} : { doubles: undefined }) });
            }
        }
    };
}

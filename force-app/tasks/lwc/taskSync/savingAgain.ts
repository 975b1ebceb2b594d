import type { LineSaver } from './lineSaver.ts';
import type { OutboxEntry } from './outbox.ts';
import type { SaverParts } from './saverParts.ts';
import { adopt, guardsOf, madeTask } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';

/** Saves what a Task was given before once more: that Task is gone, or another one stays in its place. */
export interface SavingAgain {
    /** Keeps everything that the Task was ever given here; `remake`: for a new Task. */
    everything(line: TaskLine, remake?: boolean): void;
    /** Makes a deleted Task anew, unless another tab has. Only on the agent's word. */
    inPlaceOfDeleted(line: TaskLine): void;
}

export function createSavingAgain(
    { options, outbox, written, show }: SaverParts,
    saver: LineSaver,
    ask: (line: TaskLine, entry: OutboxEntry) => void
): SavingAgain {
    const { clock } = options;

    function everything(line: TaskLine, remake = false): void {
        const entry = outbox.read(line.key.id) ?? line.unacknowledged ?? line.lastEntry;
        if (entry === undefined) {
            return;
        }
        const { taskId: _gone, ours: _ours, ...others } = entry;
        const again = {
            ...others,
            ...guardsOf(line, entry),
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
    }

    return {
        everything,
        inPlaceOfDeleted(line): void {
            const known = written.of(line.key);
            if (known.taskId !== undefined && known.deleted !== true) {
                // Another tab had it made anew.
                adopt(line, known);
                saver.schedule(line, 0);
            } else {
                line.taskId = undefined;
                line.ours = false;
                everything(line, true);
                show(line, { taskId: undefined, doubles: undefined, pending: true });
            }
        }
    };
}

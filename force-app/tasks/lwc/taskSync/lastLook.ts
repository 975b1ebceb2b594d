import type { OutboxEntry } from './outbox.ts';
import { SaveError } from './saveError.ts';
import { neighboursOf } from './saveRequest.ts';
import type { SaverParts } from './saverParts.ts';
import { someOf } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';

/** The phone may make its own Task late: so long after the last save its doubles are looked for, in milliseconds. */
const LAST_LOOK_MS = 2 * 60_000;

/** Nobody looks any more so long after the last save: the tab that saved is gone. In milliseconds. */
export const LEFT_MS = LAST_LOOK_MS + 60_000;

/** A while from now: whether other Tasks of the handling were made. `sent` is what was saved last, where this page knows. */
export type PlanLastLook = (line: TaskLine, sent?: OutboxEntry) => void;

/** What another tab found is told here too: that the Task is deleted, that it has doubles, or no more. */
export function tellFound({ written, show }: SaverParts, lines: Iterable<TaskLine>): void {
    for (const line of lines) {
        const { taskId, deleted, doubles = [] } = written.of(line.key);
        const { phase, failure } = line.state;
        // What this tab was refused for another reason is to be made anew as well.
        const mayTell = phase === 'saved' || (deleted === true && phase === 'notSaved' && failure !== 'taskDeleted');
        if (!mayTell || taskId === undefined || taskId !== line.taskId) {
            continue;
        }
        if (deleted === true) {
            show(line, { phase: 'notSaved', failure: 'taskDeleted', pending: true });
        } else if (String(doubles) !== String(line.state.doubles ?? [])) {
            show(line, { doubles: someOf(doubles) });
        }
    }
}

export function createLastLook(parts: SaverParts): PlanLastLook {
    const {
        options: { writer, clock },
        written,
        isClosed,
        show
    } = parts;
    return function plan(line, sent): void {
        const doublesOf = writer.doublesOf?.bind(writer);
        if (doublesOf === undefined || line.taskId === undefined) {
            return;
        }
        const { taskId } = line;
        line.cancelLastLook?.();
        line.cancelLastLook = clock.after(LAST_LOOK_MS, () => {
            doublesOf(line.key, { taskId, neighbours: neighboursOf(parts, line, sent) }).then(
                (doubles) => {
                    if (!isClosed()) {
                        line.cancelLastLook = undefined;
                        written.learnt(line.key, { doubles, unlooked: false });
                        show(line, { doubles: someOf(doubles) });
                    }
                },
                (error: unknown) => {
                    // Anything else waits for the next save, or the next page.
                    if (!isClosed() && error instanceof SaveError && error.transient) {
                        plan(line, sent);
                    }
                }
            );
        });
    };
}

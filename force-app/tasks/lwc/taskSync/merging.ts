import type { LineSaver } from './lineSaver.ts';
import { SaveError, textOf } from './saveError.ts';
import { neighboursOf } from './saveRequest.ts';
import type { SaverParts } from './saverParts.ts';
import { adopt } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { MergeAnswer } from './types.ts';

/** A save that is under way is waited for: so many times, so many milliseconds. */
const TRIES = 10;
const PAUSE_MS = 500;

/** Brings the doubles of a Task together, in a turn of its own. `again` keeps values to be saved once more. */
export function createMerging(
    parts: SaverParts,
    { turns }: LineSaver,
    again: (line: TaskLine) => void
): (line: TaskLine) => Promise<MergeAnswer> {
    const { options, written, show } = parts;
    const { writer, clock } = options;

    async function mergeNow(line: TaskLine, isMine: () => boolean): Promise<boolean> {
        // Another tab may have merged them already.
        adopt(line, written);
        const answer = await writer.merge?.(line.key, {
            ...(line.taskId === undefined ? {} : { taskId: line.taskId }),
            neighbours: neighboursOf(parts, line, undefined),
            isMine
        });
        if (answer?.merged !== true) {
            show(line, {
                notMerged: answer?.refused,
                ...(answer?.detail === undefined ? {} : { detail: answer.detail })
            });
            return false;
        }
        if (answer.taskId !== line.taskId) {
            line.taskId = answer.taskId;
            // Whoever made the one that stays: its own Subject and Type are not ours to keep up.
            line.ours = false;
            written.moved(line.key, answer.taskId);
            // What our own Task said has to be on the one that stays.
            again(line);
        } else {
            written.learnt(line.key, { doubles: [] });
        }
        show(line, { taskId: answer.taskId, doubles: undefined, notMerged: undefined });
        return true;
    }

    function tellDeleted(line: TaskLine, detail: string): 'deleted' {
        written.deleted(line.key);
        written.learnt(line.key, { doubles: [], unlooked: false });
        show(line, { phase: 'notSaved', failure: 'taskDeleted', detail, pending: true, doubles: undefined });
        return 'deleted';
    }

    async function attempt(line: TaskLine, left: number): Promise<MergeAnswer> {
        let merged: boolean | undefined;
        try {
            merged = await turns.take(line.key, (isMine) => mergeNow(line, isMine));
        } catch (error) {
            const detail = textOf(error);
            if (error instanceof SaveError && error.failure === 'taskDeleted') {
                return tellDeleted(line, detail);
            }
            show(line, { detail });
            return 'notMerged';
        }
        if (merged === undefined && left > 1) {
            await new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve));
            return attempt(line, left - 1);
        }
        return merged === true ? 'merged' : 'notMerged';
    }

    return (line) => attempt(line, TRIES);
}

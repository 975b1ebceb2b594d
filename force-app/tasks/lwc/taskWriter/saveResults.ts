import type { SaveResult, UnsavedField } from 'c/taskSync';
import type { FoundTask } from './taskLookUp.ts';

export function savedAs(
    taskId: string,
    wrote: boolean,
    unsaved: readonly UnsavedField[],
    details: readonly string[]
): SaveResult {
    return {
        outcome: 'saved',
        taskId,
        wrote,
        unsaved,
        ...(details.length === 0 ? {} : { detail: details.join('; ') })
    };
}

export function withDoubles(result: SaveResult, doubles: readonly FoundTask[]): SaveResult {
    return doubles.length === 0 ? result : { ...result, doubles: doubles.map(({ taskId }) => taskId) };
}

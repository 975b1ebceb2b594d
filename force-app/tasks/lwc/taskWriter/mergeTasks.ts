import type { FieldDescription, FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import type { MergeResult, NotMerged } from 'c/taskSync';
import { MutationRefused } from './mutations.ts';
import type { TaskMutations } from './mutations.ts';
import { faultOf, KEY_FIELD } from './taskFaults.ts';
import type { FoundTask } from './taskLookUp.ts';
import { UNSAVED_FIELD } from './unsavedList.ts';

/** Whose, when and how often a Task is, not what it says. */
const NOT_SAID =
    /^(?:OwnerId|RecordTypeId|TaskSubtype|Recurrence\w*|IsRecurrence|Reminder\w*|IsReminder\w*|CallObject)$/;

/** Fields that are brought from a double to the Task that stays. */
export function mergedFields(fields: FieldDescriptions): string[] {
    return Object.values(fields ?? {})
        .filter(({ name, updateable }) => updateable && !NOT_SAID.test(name))
        .map(({ name }) => name)
        .filter((name) => name !== KEY_FIELD && name !== UNSAVED_FIELD);
}

/** What the Task that stays lacks. Two different texts in a text area stand one below the other, where both fit. */
function filledFrom(stays: FoundTask, double: FoundTask, fields: FieldDescriptions): TaskPatch {
    const filled: Record<string, FieldValue> = {};
    for (const name of mergedFields(fields)) {
        const [kept, other] = [stays.values[name] ?? null, double.values[name] ?? null];
        if (other !== null && other !== '') {
            const value = kept === null || kept === '' ? other : both(kept, other, fields?.[name]);
            if (value !== kept) {
                filled[name] = value;
            }
        }
    }
    return filled;
}

function both(kept: FieldValue, other: FieldValue, field: FieldDescription | undefined): FieldValue {
    const isText =
        field?.dataType.toLowerCase() === 'textarea' && typeof kept === 'string' && typeof other === 'string';
    if (!isText || kept.includes(other.trim())) {
        return kept;
    }
    const joined = `${kept}\n\n${other}`;
    return joined.length <= (field?.length ?? 32_000) ? joined : kept;
}

/**
 * Fills `stays` from each double, then deletes the double. Stops at the first thing that the org refuses: what was not
 * brought over is not deleted.
 */
export async function mergeInto(
    stays: FoundTask,
    doubles: readonly FoundTask[],
    fields: FieldDescriptions,
    isMine: (() => boolean) | undefined,
    mutations: TaskMutations
): Promise<MergeResult> {
    let step: NotMerged = 'mayNotChange';

    async function mergeNext(kept: FoundTask, [double, ...others]: readonly FoundTask[]): Promise<boolean> {
        if (double === undefined) {
            return true;
        }
        if (isMine?.() === false) {
            return false;
        }
        const filled = filledFrom(kept, double, fields);
        if (Object.keys(filled).length > 0) {
            step = 'mayNotChange';
            await mutations.update(kept.taskId, filled);
        }
        step = 'mayNotDelete';
        await mutations.remove(double.taskId);
        return mergeNext({ ...kept, values: { ...kept.values, ...filled } }, others);
    }

    try {
        return { taskId: stays.taskId, merged: await mergeNext(stays, doubles) };
    } catch (error) {
        if (error instanceof MutationRefused) {
            const fault = faultOf(error.errors, []);
            if (fault.kind !== 'failure') {
                return { taskId: stays.taskId, merged: false };
            }
            const { failure, message } = fault.error;
            if (failure === 'sessionExpired') {
                throw fault.error;
            }
            // An org offers no such mutation to who may never delete a Task.
            const mayNot = failure === 'noAccessToTask' || failure === 'orgRefusesTask';
            return {
                taskId: stays.taskId,
                merged: false,
                detail: message,
                ...(mayNot ? { refused: step } : {})
            };
        }
        throw error;
    }
}

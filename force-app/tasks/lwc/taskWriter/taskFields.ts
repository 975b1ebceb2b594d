import type { FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import type { UnsavedField } from 'c/taskSync';

export type Right = 'createable' | 'updateable';

/** Can be set when the Task is made and never again. */
const CREATE_ONLY = new Set(['TaskSubtype']);

/** Leaves out what this user may not write, so that one field does not cost the whole save. */
export function writeable(
    values: TaskPatch,
    fields: FieldDescriptions,
    right: Right
): { allowed: Record<string, FieldValue>; unsaved: UnsavedField[] } {
    const allowed: Record<string, FieldValue> = {};
    const unsaved: UnsavedField[] = [];
    for (const [name, value] of Object.entries(values)) {
        if (right === 'updateable' && CREATE_ONLY.has(name)) {
            continue;
        }
        if (fields !== undefined && fields[name]?.[right] !== true) {
            unsaved.push({ field: name, code: fields[name] === undefined ? 'unknown' : 'forbidden' });
        } else {
            allowed[name] = value;
        }
    }
    return { allowed, unsaved };
}

/** True when the org already has the value: Salesforce keeps whole seconds and turns empty text into null. */
export function alreadyThere(
    wanted: FieldValue,
    present: FieldValue | undefined,
    dataType: string | undefined
): boolean {
    if (wanted === present || ((wanted === null || wanted === '') && (present === null || present === undefined))) {
        return true;
    }
    if (dataType?.toLowerCase() === 'datetime' && typeof wanted === 'string' && typeof present === 'string') {
        return Math.floor(Date.parse(wanted) / 1_000) === Math.floor(Date.parse(present) / 1_000);
    }
    return false;
}

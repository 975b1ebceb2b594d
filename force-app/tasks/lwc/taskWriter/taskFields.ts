import type { FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import { keptText } from 'c/taskSync';
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

/** True when the org already has the value: Salesforce keeps whole seconds, trims text and turns empty text into null. */
export function alreadyThere(
    wanted: FieldValue,
    present: FieldValue | undefined,
    dataType: string | undefined
): boolean {
    const [a, b] = [trimmed(wanted), trimmed(present)];
    if (a === b) {
        return true;
    }
    const type = dataType?.toLowerCase();
    if (type === 'datetime' && typeof a === 'string' && typeof b === 'string') {
        return Math.floor(Date.parse(a) / 1_000) === Math.floor(Date.parse(b) / 1_000);
    }
    return type === 'reference' && typeof a === 'string' && typeof b === 'string' && a.slice(0, 15) === b.slice(0, 15);
}

function trimmed(value: FieldValue | undefined): FieldValue {
    const text = typeof value === 'string' ? keptText(value) : value;
    return text === '' || text === undefined ? null : text;
}

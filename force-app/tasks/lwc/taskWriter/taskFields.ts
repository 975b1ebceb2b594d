import type { FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import { keptForm, keptText } from 'c/taskSync';
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

/** Types whose values Salesforce keeps in a form of its own. */
const OWN_FORM = new Set(['datetime', 'reference', 'email', 'multipicklist']);

/** True when the org already has the value, as it keeps it: text is trimmed, and empty text is null. */
export function alreadyThere(
    wanted: FieldValue,
    present: FieldValue | undefined,
    dataType: string | undefined
): boolean {
    const [a, b] = [trimmed(wanted), trimmed(present)];
    return a === b || (OWN_FORM.has(dataType?.toLowerCase() ?? '') && keptForm(a) === keptForm(b));
}

function trimmed(value: FieldValue | undefined): FieldValue {
    const text = typeof value === 'string' ? keptText(value) : value;
    return text === '' || text === undefined ? null : text;
}

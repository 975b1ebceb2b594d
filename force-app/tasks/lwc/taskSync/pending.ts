import type { Attributes } from 'c/interactionAttributes';
import type { FieldValue, TaskPatch } from 'c/attributeMapping';

type Values = Readonly<Record<string, FieldValue>>;

/** Adds newer values to those that wait; a value that the Task already has waits no longer. */
export function withNewer(waiting: Values, newer: Values, saved: Values): TaskPatch {
    const result: Record<string, FieldValue> = { ...waiting };
    for (const [name, value] of Object.entries(newer)) {
        if (Object.hasOwn(saved, name) && saved[name] === value) {
            delete result[name];
        } else {
            result[name] = value;
        }
    }
    return result;
}

/** What still waits after `sent` was saved: values that changed while the save was under way. */
export function stillWaiting(waiting: Values, sent: Values): TaskPatch {
    return Object.fromEntries(
        Object.entries(waiting).filter(([name, value]) => !Object.hasOwn(sent, name) || sent[name] !== value)
    );
}

export function without(values: Values, names: readonly string[]): TaskPatch {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

export function isEmpty(values: Values): boolean {
    return Object.keys(values).length === 0;
}

export function sameValues(a: Attributes | undefined, b: Attributes | undefined): boolean {
    if (a === undefined || b === undefined) {
        return a === b;
    }
    const names = Object.keys(a);
    return (
        names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
    );
}

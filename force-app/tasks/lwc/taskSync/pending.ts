import type { Attributes } from 'c/interactionAttributes';
import type { FieldValue, TaskPatch } from 'c/attributeMapping';

import type { IsDone } from './writtenBefore.ts';

type Values = Readonly<Record<string, FieldValue>>;

export interface Newer {
    /** What waits already, put there by whichever tab. */
    readonly waiting: Values;
    readonly given: Values;
    /** What this tab gave the last time: only what changed since is news. */
    readonly last: Values;
    readonly saved: Values;
    readonly isDone: IsDone;
}

/**
 * Adds newer values to those that wait. A value that the Task has waits no longer, unless another one of that field waits
 * or is on its way: then the newer one has to follow it. What this tab told before and no longer waits was followed by what
 * the Task was given since.
 */
export function withNewer({ waiting, given, last, saved, isDone }: Newer): { waiting: TaskPatch; saved: TaskPatch } {
    const result: Record<string, FieldValue> = { ...waiting };
    const known: Record<string, FieldValue> = { ...saved };
    for (const [name, value] of Object.entries(given)) {
        const isNews = !Object.hasOwn(last, name) || last[name] !== value;
        const isKnown = Object.hasOwn(known, name);
        if (Object.hasOwn(waiting, name)) {
            if (isNews) {
                result[name] = value;
            }
        } else if (!isKnown || known[name] !== value) {
            // Without news what was saved last may be newer, of another tab.
            if (isDone(name, isNews || isKnown ? value : undefined)) {
                known[name] = value;
            } else if (isNews || !isKnown) {
                result[name] = value;
            }
        }
    }
    return { waiting: result, saved: known };
}

/** What still waits after `sent` was saved: values that changed while the save was under way. */
export function stillWaiting<Value extends FieldValue>(
    waiting: Readonly<Record<string, Value>>,
    sent: Values
): Readonly<Record<string, Value>> {
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

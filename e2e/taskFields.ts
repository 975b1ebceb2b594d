import assert from 'node:assert/strict';
import type { TaskRow } from './contactCentre.ts';

/** A moment as the org keeps it, in whole seconds; anything else as it is. */
function asKept(value: unknown): unknown {
    const moment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(moment) ? value : Math.floor(moment / 1000);
}

/** Compares these fields of a committed Task, so that a difference shows all of them. */
export function assertFields(task: TaskRow, expected: Readonly<Record<string, unknown>>): void {
    const kept = Object.entries(expected).map(([field, value]) => [field, asKept(value)]);
    const found = Object.keys(expected).map((field) => [field, asKept(task[field])]);
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(kept));
}

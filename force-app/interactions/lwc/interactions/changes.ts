import type { Interaction } from './types.ts';

/** They move with every change and are no change themselves. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['version', 'firstSeenAt', 'lastSeenAt']);

/** Names of the fields whose values differ, looking into participant data and known attributes. */
export function changedFields(before: Interaction | undefined, after: Interaction): readonly string[] {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
    return [...names].filter((name) => {
        const field = name as keyof Interaction;
        return !BOOKKEEPING.has(name) && !same(before?.[field], after[field]);
    });
}

function same(a: unknown, b: unknown): boolean {
    if (Object.is(a, b)) return true;
    if (!isRecord(a) || !isRecord(b)) return false;
    const names = Object.keys(a);
    return (
        names.length === Object.keys(b).length &&
        names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
    );
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}

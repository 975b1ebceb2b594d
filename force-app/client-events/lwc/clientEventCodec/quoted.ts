/**
 * A word of a message for people to read, when it looks like a name of the contract; anything else is told by its kind
 * only, because it may hold a customer's data.
 */
export function quoted(value: unknown): string {
    return typeof value === 'string' && /^[A-Za-z][A-Za-z.]{0,39}$/.test(value) ? `"${value}"` : kindOf(value);
}

/** What kind of value something is, never the value. */
export function kindOf(value: unknown): string {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'a list';
    if (typeof value === 'string')
        return value.trim() === '' ? 'an empty text' : `a text of ${value.length} characters`;
    if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number that is not finite';
    if (value === undefined) return 'nothing';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

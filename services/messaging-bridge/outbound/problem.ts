/** Something in an event that is not as documented. Holds no value of the event, which may be a customer's. */
export interface Problem {
    /** Where, e.g. `payload.entryPayload.abstractMessage.staticContent.text`. */
    readonly field: string;
    /** What kind of value was given, in words. */
    readonly given: string;
    /** What is allowed, in words. */
    readonly allowed: string;
}

/** One event names no more than these, however much of it is wrong. */
export const MOST_PROBLEMS = 20;

/** What kind of value it is, in words that do not tell the value. */
export function kindOf(value: unknown): string {
    if (value === undefined || value === null) return 'nothing';
    if (typeof value === 'string') return value === '' ? 'an empty text' : `a text of ${value.length} characters`;
    if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
    if (typeof value === 'boolean') return 'true or false';
    if (Array.isArray(value)) return `a list of ${value.length}`;
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A name that may stand in a log, a metric or a problem; anything that is no plain name is told by its kind. */
export function nameInWords(value: unknown): string {
    return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,79}$/.test(value) ? value : kindOf(value);
}

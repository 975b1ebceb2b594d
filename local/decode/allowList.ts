/** What of a value may be passed on; undefined where it is nothing. */
export type Shown = (value: unknown) => unknown;

/** By the name of a field. What is not named is not shown. */
export type AllowList = Readonly<Record<string, Shown>>;

export const where =
    (isAllowed: (value: unknown) => boolean): Shown =>
    (value) =>
        isAllowed(value) ? value : undefined;

/** Words in any case. */
export const oneOf = (...words: readonly string[]): Shown =>
    where((value) => typeof value === 'string' && words.includes(value.toUpperCase()));
export const flag = where((value) => typeof value === 'boolean');
export const number = where((value) => typeof value === 'number');
export const time = where(
    (value) =>
        typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.test(value)
);
export const uuid = where(
    (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
);
/** Written by the decoder. */
export const ownWord = where((value) => typeof value === 'string');
export const ownWords = where((value) => Array.isArray(value));
/** How many there are. */
export const counted: Shown = (value) => (Array.isArray(value) ? value.length : undefined);
/** Looked into. */
export const within =
    (list: AllowList): Shown =>
    (value) =>
        typeof value === 'object' && value !== null ? redactedBy(list, value) : undefined;

/** The fields that may be passed on; the names of those that were there and may not stand under `withheld`. */
export function redactedBy(list: AllowList, event: object): object {
    const shown: Record<string, unknown> = {};
    const withheld: string[] = [];
    for (const [name, value] of Object.entries(event)) {
        if (value === undefined) continue;
        const told = Object.hasOwn(list, name) ? list[name]?.(value) : undefined;
        if (told === undefined) withheld.push(name);
        else shown[name] = told;
    }
    return withheld.length > 0 ? { ...shown, withheld } : shown;
}

import { createHash } from 'node:crypto';

const LONGEST_NAME = 200;

/** A text as PostgreSQL takes it: without U+0000, and with no half of a surrogate pair. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The same name for the same text, short enough for an index. */
export function storableName(text: string): string {
    const name = storableText(text);
    return name === text && name.length <= LONGEST_NAME ? name : createHash('sha256').update(text).digest('hex');
}

/** JSON whose texts PostgreSQL takes; what is no JSON is left out. */
export function storableJson<T extends object>(value: T): T {
    return JSON.parse(
        JSON.stringify(value, (_name, part: unknown) => {
            if (typeof part === 'string') return storableText(part);
            return typeof part === 'object' && part !== null && !Array.isArray(part) ? withStorableNames(part) : part;
        })
    ) as T;
}

const withStorableNames = (part: object): object =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [storableText(name), value as unknown]));

import { pointerTo } from './parts.ts';

export interface Cut {
    /** As `restOf` takes it. */
    readonly path: string;
    readonly characters: number;
    /** As `restFrom` takes it. */
    readonly next: number;
}

/** The value with each text of more than so many characters cut, and what was cut. */
export function shortened(
    value: unknown,
    path: string,
    longest: number
): { readonly shown: unknown; readonly cuts: readonly Cut[] } {
    const cuts: Cut[] = [];
    function walk(one: unknown, at: string): unknown {
        if (typeof one === 'string') {
            const { text, next } = pieceOf(one, 0, longest);
            if (next < one.length) cuts.push({ path: at, characters: one.length, next });
            return text;
        }
        if (Array.isArray(one)) return (one as unknown[]).map((item, index) => walk(item, pointerTo(at, index)));
        if (typeof one !== 'object' || one === null) return one;
        return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part, pointerTo(at, name))]));
    }
    return { shown: walk(value, path), cuts };
}

/** At most so many characters of a text; never ends in the middle of one that takes two units. */
export function pieceOf(text: string, from: number, longest: number): { readonly text: string; readonly next: number } {
    const end = from + longest;
    if (end >= text.length) return { text: text.slice(from), next: text.length };
    const splits = isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end));
    const next = splits ? end - 1 : end;
    return { text: text.slice(from, next), next };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

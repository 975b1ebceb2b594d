import { pointerTo } from './parts.ts';
import { withTexts } from './texts.ts';

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
    const shown = withTexts(value, (whole, _, names) => {
        if (whole.length <= longest) return whole;
        const { text, next } = pieceOf(whole, 0, longest);
        cuts.push({ path: names.reduce(pointerTo, path), characters: whole.length, next });
        return text;
    });
    return { shown, cuts };
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

import { parsedJson } from './parsedJson.ts';
import type { OriginalValues } from './originalValues.ts';

/** A shorter word is in every name by accident. */
const SHORTEST = 3;

/**
 * Whether the name of a member tells what the messages hold: it is a value, stands in one word by word, or has a word of
 * somebody's name. `callEdnaBack` tells of a caller `Edna Frank`, and so does `edna_frank`.
 */
export function tellingNames({ all, names }: OriginalValues): (name: string) => boolean {
    const texts = [...all].filter((text) => parsedJson(text) === undefined).map(wordsOf);
    const words = new Set(texts.flat());
    const whole = new Set(texts.map((text) => text.join('')));
    const sentences = texts.map((text) => ` ${text.join(' ')} `);
    const called = new Set([...names].flatMap(wordsOf).filter(({ length }) => length >= SHORTEST));
    const known = new Map<string, boolean>();

    function tells(name: string): boolean {
        const own = wordsOf(name);
        if (whole.has(own.join('')) || own.some((word) => called.has(word))) return true;
        // Few names have only words of values; most need no look at every value.
        if (own.length === 0 || !own.every((word) => words.has(word))) return false;
        const sentence = ` ${own.join(' ')} `;
        return sentences.some((text) => text.includes(sentence));
    }

    return (name) => {
        const before = known.get(name);
        if (before !== undefined) return before;
        const now = tells(name);
        known.set(name, now);
        return now;
    };
}

/** Words however they are joined: `ednaFrank`, `edna_frank`, `Edna Frank`. */
function wordsOf(text: string): string[] {
    return text
        .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .filter((word) => word !== '');
}

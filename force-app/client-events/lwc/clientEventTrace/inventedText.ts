import type { Random } from './random.ts';

const CONSONANTS = 'bcdfghjklmnprstvwxz';
const VOWELS = 'aeiou';
const FOREIGN = 'éüøñåçæï';

/**
 * A text of the same shape: a letter for each letter, a digit for each digit, in the same case. Punctuation and spaces
 * stay, so that what was an identifier stays one.
 */
export function inventedText(given: string, random: Random): string {
    let place = 0;
    return given.replaceAll(/[\p{L}\p{N}\p{M}]|[^\p{P}\p{S}\p{Z}\p{Cc}]/gu, (character) => {
        place += 1;
        if (/[0-9]/.test(character)) return String(random(10));
        if (!/[A-Za-z]/.test(character)) return pick(FOREIGN, random);
        const letter = pick(place % 2 === 1 ? CONSONANTS : VOWELS, random);
        return character === character.toUpperCase() ? letter.toUpperCase() : letter;
    });
}

function pick(letters: string, random: Random): string {
    return letters.charAt(random(letters.length));
}

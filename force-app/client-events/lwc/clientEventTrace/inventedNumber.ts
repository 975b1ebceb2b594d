import type { Random } from './random.ts';

/** Callers are recognised by so many digits at the end, whatever stands before them. */
const ENDING = 8;

export function endingOf(digits: string): string {
    return digits.slice(-ENDING);
}

/** The end of a number that belongs to nobody: x 555 01xx is kept for fiction in the North American plan. */
export function inventedEnding(random: Random): string {
    const hundred = String(random(100)).padStart(2, '0');
    return `${1 + random(9)}55501${hundred}`;
}

/** A number of so many digits with this ending: 1 20x 555 01xx where there is room. */
export function withEnding(length: number, ending: string): string {
    const lead = length > 10 ? `1${'0'.repeat(length - 11)}20` : '20';
    return `${lead}${ending}`.slice(-length);
}

/** An integer or fraction with as many digits. */
export function inventedAmount(given: number, random: Random): number {
    const digits = String(given).replace(/\d+/, (run) =>
        [...run].map((digit, place) => (place === 0 && digit !== '0' ? 1 + random(9) : random(10))).join('')
    );
    const amount = Number(digits);
    return Number.isFinite(amount) ? amount : 1 + random(9);
}

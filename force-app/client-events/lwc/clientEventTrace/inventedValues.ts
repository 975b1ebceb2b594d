import { endingOf, inventedAmount, inventedEnding, withEnding } from './inventedNumber.ts';
import { inventedText } from './inventedText.ts';
import { ALL_WORDS } from './knownWords.ts';
import type { Random } from './random.ts';

/** Makes up values: the same for the same value, another for another. */
export interface InventedValues {
    readonly uuid: (given: string) => string;
    /** Digits that belong to nobody in the places of the digits given. */
    readonly phone: (given: string) => string;
    readonly email: (given: string) => string;
    readonly text: (given: string) => string;
    readonly amount: (given: number) => number;
}

const TRIES = 40;
/** Shorter values are in every text by accident. */
const TELLING_LENGTH = 4;
/** A longer text holds any short one by accident. */
const SHORT_LENGTH = 1000;

/** @param originals every value that will be replaced: no invented one holds one of them */
export function inventValues(random: Random, originals: ReadonlySet<string>): InventedValues {
    const telling = [...originals].filter(({ length }) => length >= TELLING_LENGTH).map((text) => text.toLowerCase());
    const invented = new Map<string, string>();
    const used = new Set<string>();

    function isTaken(candidate: string): boolean {
        const folded = candidate.toLowerCase();
        if (used.has(folded) || ALL_WORDS.has(folded)) return true;
        return folded.length < SHORT_LENGTH && telling.some((text) => folded.includes(text));
    }

    function once(kind: string, given: string, make: () => string): string {
        const name = `${kind}:${given}`;
        const known = invented.get(name);
        if (known !== undefined) return known;
        let candidate = make();
        for (let tries = 1; tries < TRIES && isTaken(candidate); tries += 1) candidate = make();
        used.add(candidate.toLowerCase());
        invented.set(name, candidate);
        return candidate;
    }

    function digits(given: string): string {
        const ending = once('ending', endingOf(given), () => inventedEnding(random));
        let first = true;
        return once('phone', given, () => {
            const shared = first;
            first = false;
            return withEnding(given.length, shared ? ending : inventedEnding(random));
        });
    }

    return {
        uuid: (given) => once('uuid', given.toLowerCase(), () => inventedUuid(random)),
        phone: (given): string => {
            const instead = digits(given.replaceAll(/\D/g, ''));
            let place = 0;
            return given.replaceAll(/\d/g, () => instead.charAt(place++));
        },
        email: (given) => once('email', given.toLowerCase(), () => `${inventedText('person', random)}@example.com`),
        text: (given) => once('text', given, () => inventedText(given, random)),
        amount: (given) => Number(once('amount', String(given), () => String(inventedAmount(given, random))))
    };
}

function inventedUuid(random: Random): string {
    const hex = (count: number): string => Array.from({ length: count }, () => random(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(random(4))}${hex(3)}-${hex(12)}`;
}

/**
 * A language that nobody speaks: English with accents, two fifths longer, in brackets. What stands on the page without
 * brackets is no label; what loses its closing bracket is cut off.
 */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
    [...'aàeéiîoötţuûyýcçdđgĝhĥjĵkķlļnñrŕsšwŵzžAÀEÉIÎOÖTŢUÛYÝCÇDĐGĜHĤJĴKĶLĻNÑRŔSŠWŴZŽ'].reduce<[string, string][]>(
        (pairs, letter, at, all) => (at % 2 === 0 ? [...pairs, [letter, all[at + 1] ?? letter]] : pairs),
        []
    )
);
const LONGER = 0.4;
const FILLING = ' löñĝéŕ';

export const OPENING = '⟦';
export const CLOSING = '⟧';

/** Placeholders stay. The longer the text, the more words follow it. */
export function inPseudoLanguage(text: string): string {
    const accented = text.replace(/\{\d+\}|\p{L}/gu, (part) => ACCENTED[part] ?? part);
    const more = Math.ceil(text.replace(/\{\d+\}/g, '').length * LONGER);
    const filling = FILLING.repeat(Math.ceil(more / FILLING.length))
        .slice(0, more)
        .replace(/ $/, 'ö');
    return `${OPENING}${accented}${filling}${CLOSING}`;
}

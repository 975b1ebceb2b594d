/**
 * True when a text holds 13 to 19 digits that pass the check digit test of payment cards (T21). They may stand in
 * groups with up to three spaces, dots, dashes, slashes or underscores between, and beside other groups such as an
 * expiry date. Commas, colons and bars separate the values of a list.
 */
export function likelyCardNumber(text: string): boolean {
    // Full-width digits become plain ones.
    const runs = text.normalize('NFKC').match(/\d+(?:[\s._/\p{Pd}\u200B-\u200D\u2060]{1,3}\d+)*/gu) ?? [];
    return runs.some((run) => {
        const groups = run.split(/\D+/);
        return groups.some((_, start) => startsCardNumber(groups.slice(start, start + 19)));
    });
}

function startsCardNumber(groups: readonly string[]): boolean {
    let digits = '';
    return groups.some((group) => {
        digits += group;
        return digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);
    });
}

/** Every second digit from the right counts twice, with its own digits added up. */
function passesLuhn(digits: string): boolean {
    let sum = 0;
    for (let fromRight = 1; fromRight <= digits.length; fromRight += 1) {
        const value = Number(digits.at(-fromRight)) * (fromRight % 2 === 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 === 0;
}

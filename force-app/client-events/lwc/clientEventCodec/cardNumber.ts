/**
 * True when a text holds 13 to 19 digits that pass the check digit test of payment cards (T21). They may stand in
 * groups with one space, dot or hyphen between, and beside other groups such as an expiry date.
 */
export function likelyCardNumber(text: string): boolean {
    const runs = text.match(/\d+(?:[\s.-]\d+)*/g) ?? [];
    return runs.some((run) => {
        const groups = run.split(/\D/);
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

/** True when a text holds 13 to 19 digits, perhaps grouped, that pass the check digit test of payment cards (T21). */
export function likelyCardNumber(text: string): boolean {
    const runs = text.match(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g) ?? [];
    return runs.some((run) => passesLuhn(run.replaceAll(/\D/g, '')));
}

function passesLuhn(digits: string): boolean {
    const sum = [...digits].reverse().reduce((total, digit, i) => {
        const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

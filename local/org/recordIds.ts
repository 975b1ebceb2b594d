const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18 character form of a 15 character id: each suffix letter tells which of five characters are upper case. */
export function withSuffix(id15: string): string {
    let suffix = '';
    for (let block = 0; block < 3; block += 1) {
        let bits = 0;
        for (let position = 0; position < 5; position += 1) {
            const character = id15[block * 5 + position] ?? '';
            if (character >= 'A' && character <= 'Z') {
                bits |= 1 << position;
            }
        }
        suffix += SUFFIX[bits];
    }
    return id15 + suffix;
}

/** A record id from its three character prefix and a running number. */
export function recordId(keyPrefix: string, number: number): string {
    let rest = number;
    let digits = '';
    while (rest > 0) {
        digits = (DIGITS[rest % 62] ?? '') + digits;
        rest = Math.floor(rest / 62);
    }
    return withSuffix(keyPrefix + 'Lc0' + digits.padStart(9, '0'));
}

/** The 18 character form of a 15 or 18 character id; undefined when it is neither or its suffix is wrong. */
export function normalId(text: string): string | undefined {
    if (!/^[0-9A-Za-z]{15}([A-Za-z0-5]{3})?$/.test(text)) {
        return undefined;
    }
    const full = withSuffix(text.slice(0, 15));
    return text.length === 15 || full === text ? full : undefined;
}

/** A number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/**
 * Numbers that follow from the salt alone, never from a value that is replaced: so nothing of a value can be computed
 * back (a small generator by Bob Jenkins, public domain).
 */
export function randomFrom(salt: string): Random {
    let [a, b, c, d] = [0xf1ea5eed, 0, 0, 0];
    const next = (): number => {
        const e = (a - ((b << 27) | (b >>> 5))) | 0;
        a = b ^ ((c << 17) | (c >>> 15));
        b = (c + d) | 0;
        c = (d + e) | 0;
        d = (e + a) | 0;
        return d >>> 0;
    };
    for (const character of `${salt} `) {
        b ^= character.codePointAt(0) ?? 0;
        for (let turn = 0; turn < 20; turn += 1) next();
    }
    return (below) => Math.floor((next() / 2 ** 32) * below);
}

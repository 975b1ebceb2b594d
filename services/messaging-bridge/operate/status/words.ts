const UNITS = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1_000, 's']
] as const;

/** `2 h 5 min`, `340 ms`: the two largest units. */
export function durationInWords(ms: number): string {
    const given = Math.max(0, ms);
    if (given < 1_000) return `${Math.round(given)} ms`;
    const first = UNITS.findIndex(([length]) => given >= length);
    const [length, unit] = UNITS[first] ?? [1_000, 's'];
    const whole = Math.floor(given / length);
    const next = UNITS[first + 1];
    const rest = next === undefined ? 0 : Math.floor((given - whole * length) / next[0]);
    return next === undefined || rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${next[1]}`;
}

/** `1 entry`, `3 entries`, `12,000 entries`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

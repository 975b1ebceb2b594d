/** Median of all rounds, and between which values the middle half of them lies. */
export interface Measured {
    readonly median: number;
    readonly spread: readonly [number, number];
}

export function summed(values: readonly number[]): Measured {
    const sorted = [...values].sort((a, b) => a - b);
    return {
        median: rounded(quartile(sorted, 2)),
        spread: [rounded(quartile(sorted, 1)), rounded(quartile(sorted, 3))]
    };
}

function quartile(sorted: readonly number[], which: 1 | 2 | 3): number {
    return sorted[Math.floor(((sorted.length - 1) * which) / 4)] ?? 0;
}

function rounded(value: number): number {
    return Number(value.toFixed(3));
}

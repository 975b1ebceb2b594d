import { turned } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';

/** Milliseconds from the call to its answer. */
export interface Latency {
    readonly p50: number;
    readonly p99: number;
}

export type Call = () => Promise<void>;

export interface Latencies<Name extends string> {
    readonly calls: number;
    readonly of: Readonly<Record<Name, Latency>>;
    /** Of the rounds' own medians, so that a machine that gets slower gets slower for all. */
    readonly ratio: (measure: (p50: Readonly<Record<Name, number>>) => number) => Measured;
}

interface Timing {
    readonly rounds: number;
    /** In one round, one after the other. */
    readonly calls: number;
    readonly now?: () => number;
}

const WARM_UP_TIMES = 4;

/** Every contender in every round, in turns. The first round, which is longer, warms up and does not count. */
export async function latencies<Name extends string>(
    contenders: Readonly<Record<Name, Call>>,
    { rounds, calls, now = (): number => performance.now() }: Timing
): Promise<Latencies<Name>> {
    const names = Object.keys(contenders) as Name[];
    const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
    const medians: Record<Name, number>[] = [];
    for (let round = 0; round <= rounds; round += 1) {
        const p50 = {} as Record<Name, number>;
        for (const name of turned(names, round)) {
            const mine: number[] = [];
            for (let left = round > 0 ? calls : calls * WARM_UP_TIMES; left > 0; left -= 1) {
                const start = now();
                await contenders[name]();
                mine.push(now() - start);
            }
            p50[name] = quantile(mine, 0.5);
            if (round > 0) took[name].push(...mine);
        }
        if (round > 0) medians.push(p50);
    }
    const of = Object.fromEntries(
        names.map((name) => [name, { p50: shown(quantile(took[name], 0.5)), p99: shown(quantile(took[name], 0.99)) }])
    ) as Record<Name, Latency>;
    return { calls: rounds * calls, of, ratio: (measure) => summed(medians.map(measure)) };
}

/** The value that this part of all values does not exceed. NaN of none. */
export function quantile(values: readonly number[], part: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

const shown = (value: number): number => Number(value.toFixed(3));

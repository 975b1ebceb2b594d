import { turned } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import type { Call } from './latencies.ts';

/** Calls a second of each contender, in turns; the first round warms up and does not count. */
export async function throughput<Name extends string>(
    contenders: Readonly<Record<Name, Call>>,
    { inFlight, rounds, ms }: { readonly inFlight: number; readonly rounds: number; readonly ms: number }
): Promise<Readonly<Record<Name, Measured>>> {
    const names = Object.keys(contenders) as Name[];
    const all = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
    for (let round = 0; round <= rounds; round += 1) {
        for (const name of turned(names, round)) {
            const { calls, took } = await callsWithin(ms, contenders[name], inFlight);
            if (round > 0) all[name].push(Math.round((calls * 1_000) / took));
        }
    }
    return Object.fromEntries(names.map((name) => [name, summed(all[name])])) as Record<Name, Measured>;
}

/** As many calls as go within the time, always so many at once; those begun are waited for. */
export async function callsWithin(
    ms: number,
    call: Call,
    inFlight: number,
    now = (): number => performance.now()
): Promise<{ readonly calls: number; readonly took: number }> {
    const start = now();
    let calls = 0;
    const one = async (): Promise<void> => {
        while (now() - start < ms) {
            await call();
            calls += 1;
        }
    };
    await Promise.all(Array.from({ length: inFlight }, one));
    return { calls, took: now() - start };
}

/** So many calls, always so many at once. */
export async function callsInAll(count: number, call: Call, inFlight: number): Promise<void> {
    let begun = 0;
    const one = async (): Promise<void> => {
        while (begun < count) {
            begun += 1;
            await call();
        }
    };
    await Promise.all(Array.from({ length: inFlight }, one));
}

import { setImmediate as nextTask } from 'node:timers/promises';
import { threadClock } from './clock.ts';
import { summed } from './summed.ts';
import type { Measured } from './summed.ts';

/** One of the things that are compared: `run` does its work `size` times. */
export interface Contender {
    /** Not timed, nor what it leaves to be done; gives what ends it. */
    readonly begin?: () => () => void;
    readonly run: () => void;
    readonly size: number;
}

export interface Rounds<Name extends string> {
    /** Microseconds for one. */
    readonly times: Readonly<Record<Name, Measured>>;
    /** How many times as fast the first is as the second: the rounds' own ratios, so the machine's speed cancels out. */
    readonly ratio: (first: Name, second: Name) => Measured;
}

export interface Timing {
    readonly rounds: number;
    /** How often each runs in a round. */
    readonly turns: number;
    /** Milliseconds. */
    readonly now?: () => number;
}

/**
 * Times all contenders in every round, one after the other, so that a machine that gets slower gets slower for all. The
 * order turns from round to round. The first round warms up and does not count.
 */
export async function timed<Name extends string>(
    contenders: Readonly<Record<Name, Contender>>,
    { rounds, turns, now = threadClock }: Timing
): Promise<Rounds<Name>> {
    const names = Object.keys(contenders) as Name[];
    const all: Record<Name, number>[] = [];
    for (let round = 0; round <= rounds; round += 1) {
        const times = {} as Record<Name, number>;
        for (const name of turned(names, round)) times[name] = await microseconds(contenders[name], turns, now);
        if (round > 0) all.push(times);
    }
    const times = {} as Record<Name, Measured>;
    for (const name of names) times[name] = summed(all.map((one) => one[name]));
    return { times, ratio: (first, second) => summed(all.map((one) => one[second] / one[first])) };
}

async function microseconds({ begin, run, size }: Contender, turns: number, now: () => number): Promise<number> {
    const end = begin?.();
    await nextTask();
    const start = now();
    for (let turn = 0; turn < turns; turn += 1) run();
    const took = now() - start;
    end?.();
    return (took * 1_000) / (turns * size);
}

/** Begins with another member in each round. */
export function turned<T>(list: readonly T[], by: number): T[] {
    const at = by % list.length;
    return [...list.slice(at), ...list.slice(0, at)];
}

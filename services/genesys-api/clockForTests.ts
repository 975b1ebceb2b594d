import type { Clock } from './clock.ts';

export interface TestClock extends Clock {
    /** How long was waited each time, in milliseconds. */
    readonly waits: readonly number[];
    set(now: number): void;
}

/** Nothing takes time but waiting, and that is over at once. */
export function clockForTests(start = Date.UTC(2026, 10, 2, 9)): TestClock {
    let now = start;
    const waits: number[] = [];
    return {
        waits,
        now: () => now,
        set(at): void {
            now = at;
        },
        async wait(ms, signal): Promise<void> {
            await Promise.resolve();
            signal?.throwIfAborted();
            waits.push(ms);
            now += ms;
        },
        random: () => 0
    };
}

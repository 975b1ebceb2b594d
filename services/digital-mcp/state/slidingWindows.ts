import type { Clock } from '@switchboard/genesys-api';

/** At most `most` (1 or more) in any window. */
export interface Limit {
    readonly key: string;
    readonly most: number;
}

/** Why nobody is let through now. */
export interface Full {
    /** Of the limit that stands against it for longest. */
    readonly key: string;
    /** Until then; 1 or more. */
    readonly waitMs: number;
}

export interface SlidingWindows {
    /**
     * Lets one through and counts it under each limit; or, where one of them let its `most` through in the last
     * `windowMs`, answers why not and counts it under none. Who is refused is never counted. A key has one window.
     */
    admit(limits: readonly Limit[], windowMs: number): Promise<Full | undefined>;
    /** The same answer, and nothing is counted. */
    full(limits: readonly Limit[], windowMs: number): Promise<Full | undefined>;
}

/** In the memory of this process: of each key no more moments than its limit. */
export function memoryWindows(clock: Clock): SlidingWindows & { forget(): void } {
    /** When those of the last window were let through, oldest first. */
    const held = new Map<string, number[]>();

    function timesOf(key: string, windowMs: number, now: number): number[] {
        const times = held.get(key) ?? [];
        // The clock was set back. How long ago it was nobody knows: it counts from now on, for one window at most.
        for (let last = times.length - 1; last >= 0 && (times[last] ?? 0) > now; last -= 1) times[last] = now;
        const alive = times.findIndex((at) => at > now - windowMs);
        times.splice(0, alive < 0 ? times.length : alive);
        held.set(key, times);
        return times;
    }

    function full(limits: readonly Limit[], windowMs: number): Full | undefined {
        const now = clock.now();
        const all = limits.flatMap(({ key, most }) => {
            const oldest = timesOf(key, windowMs, now).at(-most);
            return oldest === undefined ? [] : [{ key, waitMs: oldest + windowMs - now }];
        });
        return longest(all);
    }

    return {
        admit(limits, windowMs): Promise<Full | undefined> {
            const refused = full(limits, windowMs);
            if (refused === undefined) for (const { key } of limits) held.get(key)?.push(clock.now());
            return Promise.resolve(refused);
        },
        full: (limits, windowMs) => Promise.resolve(full(limits, windowMs)),
        forget: () => held.clear()
    };
}

export function longest(all: readonly Full[]): Full | undefined {
    return all.reduce<Full | undefined>((most, one) => (most && most.waitMs >= one.waitMs ? most : one), undefined);
}

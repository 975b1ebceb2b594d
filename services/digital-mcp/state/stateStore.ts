import { realClock } from '@switchboard/genesys-api';
import type { Clock } from '@switchboard/genesys-api';
import { memoryWindows } from './slidingWindows.ts';
import type { SlidingWindows } from './slidingWindows.ts';

/** The few facts that all replicas of this server must agree on. Values are JSON texts of ours, with no content of a customer. */
export interface StateStore extends SlidingWindows {
    /** False: another process does not see it. */
    readonly isShared: boolean;
    /** Sets it unless it is there; answers what stood there before, or undefined where this one was set. */
    add(key: string, value: string, ttlMs: number): Promise<string | undefined>;
    set(key: string, value: string, ttlMs: number): Promise<void>;
    /** Leaves it there. */
    get(key: string): Promise<string | undefined>;
    /** Puts the value in its place, or takes it out, where just `held` stands there; else it leaves it. */
    replace(key: string, held: string, value: string | undefined, ttlMs: number): Promise<void>;
    /** Takes it out: of several who ask at once, one gets it. */
    take(key: string): Promise<string | undefined>;
    /** Throws where it cannot be reached. */
    check(): Promise<void>;
    close(): Promise<void>;
}

export interface MemoryStore extends StateStore {
    /** All that it holds: as if the process had begun anew. */
    forget(): void;
}

/** In the memory of this process: gone with it. */
export function memoryStore(clock: Clock = realClock): MemoryStore {
    const held = new Map<string, { value: string; until: number }>();
    const windows = memoryWindows(clock);
    let sweepAt = 0;

    function alive(key: string): string | undefined {
        const found = held.get(key);
        return found !== undefined && found.until > clock.now() ? found.value : undefined;
    }

    /** What has ended is let go of, once a minute. */
    function sweep(): void {
        const now = clock.now();
        if (now < sweepAt) return;
        sweepAt = now + 60_000;
        for (const [key, { until }] of held) if (until <= now) held.delete(key);
    }

    function put(key: string, value: string, ttlMs: number): void {
        sweep();
        held.set(key, { value, until: clock.now() + ttlMs });
    }

    return {
        isShared: false,
        add(key, value, ttlMs): Promise<string | undefined> {
            const before = alive(key);
            if (before === undefined) put(key, value, ttlMs);
            return Promise.resolve(before);
        },
        set(key, value, ttlMs): Promise<void> {
            put(key, value, ttlMs);
            return Promise.resolve();
        },
        replace(key, before, value, ttlMs): Promise<void> {
            if (alive(key) === before) {
                if (value === undefined) held.delete(key);
                else put(key, value, ttlMs);
            }
            return Promise.resolve();
        },
        get: (key) => Promise.resolve(alive(key)),
        take(key): Promise<string | undefined> {
            const value = alive(key);
            held.delete(key);
            return Promise.resolve(value);
        },
        ...windows,
        forget(): void {
            held.clear();
            windows.forget();
        },
        check: () => Promise.resolve(),
        close: () => Promise.resolve()
    };
}

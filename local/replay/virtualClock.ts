import { withGlobal } from '@sinonjs/fake-timers';

/** The time of a replay: stands still while anything is under way, then jumps to what is due next. */
export interface VirtualClock {
    now(): Date;
    /** Runs what is due next; false when nothing is left, or when that was later than `until` (epoch milliseconds). */
    next(until: number): boolean;
}

/** Puts the clock into a window: its Date, timers and animation frames. */
export function installClock(window: object, start: Date): VirtualClock {
    const clock = withGlobal(window as typeof globalThis).install({
        now: start,
        toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame']
    });
    return {
        now: () => new Date(clock.now),
        next(until) {
            if (clock.countTimers() === 0) return false;
            clock.next();
            return clock.now <= until;
        }
    };
}

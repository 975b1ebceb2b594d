import type { Clock } from 'c/taskSync';

interface Timer {
    readonly at: number;
    readonly run: () => void;
}

/**
 * A clock that stands still until told: `pass` runs what falls due, in order, and lets promises settle between. `setBack`
 * changes what it says by so many milliseconds, and nothing of when something falls due.
 */
export function createTestClock(start = Date.parse('2026-01-15T09:00:00.000Z')): Clock & {
    pass(ms: number): Promise<void>;
    settle(): Promise<void>;
    setBack(ms: number): void;
} {
    let now = start;
    let behind = 0;
    let timers: Timer[] = [];

    async function settle(): Promise<void> {
        for (let turn = 0; turn < 30; turn += 1) {
            await Promise.resolve();
        }
    }

    return {
        now: () => now - behind,
        after(ms, run): () => void {
            const timer = { at: now + ms, run };
            timers.push(timer);
            return () => {
                timers = timers.filter((one) => one !== timer);
            };
        },
        settle,
        setBack(ms): void {
            behind += ms;
        },
        async pass(ms): Promise<void> {
            const until = now + ms;
            await settle();
            for (;;) {
                const next = timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
                if (next === undefined) {
                    break;
                }
                now = Math.max(now, next.at);
                timers = timers.filter((one) => one !== next);
                next.run();
                await settle();
            }
            now = until;
        }
    };
}

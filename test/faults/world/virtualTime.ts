/** When every schedule begins, epoch milliseconds. */
export const START = Date.parse('2026-01-15T09:00:00.000Z');

/** Time of the model: stands still until told to pass, and runs what falls due one after the other. */
export interface VirtualTime {
    now(): number;
    /** Returns a function that cancels. */
    after(ms: number, run: () => Promise<void> | void): () => void;
    pass(ms: number): Promise<void>;
}

interface Due {
    readonly at: number;
    readonly order: number;
    readonly run: () => Promise<void> | void;
    cancelled: boolean;
}

export function createVirtualTime(start: number): VirtualTime {
    let now = start;
    let order = 0;
    /** Sorted, the next one last. */
    const queue: Due[] = [];

    function isLater(a: Due, b: Due): boolean {
        return a.at > b.at || (a.at === b.at && a.order > b.order);
    }

    return {
        now: () => now,
        after(ms, run): () => void {
            order += 1;
            const due: Due = { at: now + Math.max(0, ms), order, run, cancelled: false };
            let low = 0;
            let high = queue.length;
            while (low < high) {
                const middle = (low + high) >> 1;
                const there = queue[middle];
                if (there !== undefined && isLater(there, due)) low = middle + 1;
                else high = middle;
            }
            queue.splice(low, 0, due);
            return () => {
                due.cancelled = true;
            };
        },
        async pass(ms): Promise<void> {
            const until = now + ms;
            for (let next = queue.at(-1); next !== undefined && next.at <= until; next = queue.at(-1)) {
                queue.pop();
                if (!next.cancelled) {
                    now = Math.max(now, next.at);
                    await next.run();
                }
            }
            now = until;
        }
    };
}

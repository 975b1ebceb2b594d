/**
 * Workers that have found nothing to do. A call wakes one of them, and who finds something calls the next: a single
 * message does not send all of them to the database. One at a time looks again by itself.
 */
export interface IdleWorkers {
    /** There may be something to do. */
    call(): void;
    /** How often somebody was called: asked before a look, and given to `rest` after it. */
    calls(): number;
    /** Until this one is to look again, in `ms` at the latest unless another one does by then. At once where somebody was called since. */
    rest(since: number, ms: number): Promise<void>;
    /** Nobody rests any more. */
    end(): void;
}

export function createIdleWorkers(): IdleWorkers {
    const resting: (() => void)[] = [];
    let calls = 0;
    let hasEnded = false;
    let look: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;

    function lookIn(ms: number): void {
        const at = performance.now() + ms;
        if (look !== undefined && look.at <= at) return;
        clearTimeout(look?.timer);
        const timer = setTimeout(() => {
            look = undefined;
            resting.shift()?.();
        }, ms);
        look = { at, timer };
    }

    return {
        call(): void {
            calls += 1;
            resting.shift()?.();
        },
        calls: () => calls,
        rest(since, ms): Promise<void> {
            if (calls !== since || hasEnded) return Promise.resolve();
            lookIn(ms);
            return new Promise((resolve) => resting.push(resolve));
        },
        end(): void {
            hasEnded = true;
            clearTimeout(look?.timer);
            for (const wake of resting.splice(0)) wake();
        }
    };
}

/** Monotonic milliseconds. */
export type Now = () => number;

/** After some failures in a row nothing is sent for a while; then one send tries. */
export interface Breaker {
    /** How long nothing may be sent; 0 where it may. One caller is let through after a pause, until it has told. */
    waitMs(): number;
    worked(): void;
    failed(askedWaitMs?: number): void;
    readonly isOpen: boolean;
}

const FAILURES = 3;
const LONGEST_MS = 30_000;

/** `firstMs`: the first pause; each further one is twice as long, half a minute at most. */
export function createBreaker(firstMs = 1_000, now: Now = () => performance.now()): Breaker {
    let inARow = 0;
    let closedUntil = 0;
    let trialUntil = 0;

    return {
        waitMs(): number {
            const left = Math.max(closedUntil, trialUntil) - now();
            if (left > 0) return left;
            // Others wait while this one tries; should it never tell, they go on.
            if (inARow >= FAILURES) trialUntil = now() + firstMs;
            return 0;
        },
        worked(): void {
            inARow = 0;
            closedUntil = 0;
            trialUntil = 0;
        },
        failed(askedWaitMs = 0): void {
            inARow += 1;
            trialUntil = 0;
            const own = inARow < FAILURES ? 0 : Math.min(LONGEST_MS, firstMs * 2 ** (inARow - FAILURES));
            closedUntil = Math.max(closedUntil, now() + Math.max(own, askedWaitMs));
        },
        get isOpen(): boolean {
            return inARow >= FAILURES;
        }
    };
}

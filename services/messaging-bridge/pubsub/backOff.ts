import type { Clock } from '@switchboard/genesys-api';

/** Waits that double, each of them anything between nothing and the whole: many bridges do not come back at once. */
export interface BackOff {
    next(): number;
    reset(): void;
}

export function createBackOff(
    { backOffMs, longestBackOffMs }: { readonly backOffMs: number; readonly longestBackOffMs: number },
    clock: Clock
): BackOff {
    let failed = 0;
    return {
        next: () => Math.round(clock.random() * Math.min(longestBackOffMs, backOffMs * 2 ** failed++)),
        reset(): void {
            failed = 0;
        }
    };
}

/** Time from outside, so that a test need not wait. */
export interface Clock {
    /** Milliseconds since 1970. */
    now(): number;
    /** Rejects with the signal's reason when it is aborted. */
    wait(ms: number, signal?: AbortSignal): Promise<void>;
    /** Between 0 and 1: spreads what would come at once. */
    random(): number;
}

export const realClock: Clock = {
    now: () => Date.now(),
    wait(ms, signal): Promise<void> {
        return new Promise((resolve, reject) => {
            if (signal?.aborted) {
                reject(signal.reason as Error);
                return;
            }
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', stop);
                resolve();
            }, ms);
            const stop = (): void => {
                clearTimeout(timer);
                reject(signal?.reason as Error);
            };
            signal?.addEventListener('abort', stop, { once: true });
        });
    },
    random: () => Math.random()
};

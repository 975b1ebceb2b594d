import type { Clock, Locks, Storage } from './types.ts';

/** How long a lease holds, in milliseconds: longer than a save, short enough for a closed tab to give way. */
const LEASE_MS = 30_000;

export function browserClock(): Clock {
    return {
        now: () => Date.now(),
        after(ms, run): () => void {
            const timer = setTimeout(run, ms);
            return () => clearTimeout(timer);
        }
    };
}

/** The browser's localStorage, looked up at each use: it may be switched off or full. */
export function browserStorage(): Storage {
    return {
        keys: () => Object.keys(window.localStorage),
        get: (key) => window.localStorage.getItem(key),
        set: (key, value) => window.localStorage.setItem(key, value),
        remove: (key) => window.localStorage.removeItem(key)
    };
}

/** Web Locks where the browser has them, else a lease in the storage that the tabs share. */
export function browserLocks(storage: Storage, clock: Clock, owner: string): Locks {
    const manager = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
    if (manager === undefined) {
        return leaseLocks(storage, clock, owner);
    }
    return {
        ifFree: <T>(name: string, run: () => Promise<T>): Promise<T | undefined> =>
            manager.request(`switchboard:${name}`, { ifAvailable: true }, (lock) =>
                lock === null ? Promise.resolve(undefined) : run()
            ),
        steal: <T>(name: string, run: () => Promise<T>): Promise<T> =>
            manager.request(`switchboard:${name}`, { steal: true }, () => run())
    };
}

/** A weaker lock: a name, an owner and a time in shared storage. Two tabs in the same instant may both get it. */
export function leaseLocks(storage: Storage, clock: Clock, owner: string): Locks {
    const holderOf = (key: string): { holder: string; until: number } => {
        const [holder = '', until] = (storage.get(key) ?? '').split('|');
        return { holder, until: Number(until) };
    };

    return {
        async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
            const key = `switchboard:lease:${name}`;
            let cancel = (): void => undefined;
            const renew = (): void => {
                storage.set(key, `${owner}|${clock.now() + LEASE_MS}`);
                cancel = clock.after(LEASE_MS / 3, () => {
                    if (holderOf(key).holder === owner) {
                        renew();
                    }
                });
            };
            try {
                const { holder, until } = holderOf(key);
                const left = until - clock.now();
                // Longer than any lease: the clock was set back since.
                if (holder !== '' && holder !== owner && left > 0 && left <= LEASE_MS) {
                    return undefined;
                }
                renew();
            } catch {
                // Without storage there is no second tab to agree with.
            }
            try {
                return await run();
            } finally {
                cancel();
                try {
                    if (holderOf(key).holder === owner) {
                        storage.remove(key);
                    }
                } catch {
                    // Nothing was kept there.
                }
            }
        }
    };
}

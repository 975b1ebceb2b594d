import type { Clock, Locks, Storage } from './types.ts';

/** How long a lease holds, in milliseconds: longer than a save, short enough for a closed tab to give way. */
const LEASE_MS = 30_000;

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

import type { Clock, Locks, Storage } from './types.ts';

/** How long a lease holds, in milliseconds: longer than a save, short enough for a closed tab to give way. */
const LEASE_MS = 30_000;

/** How often a lease is renewed, and asked for by a tab that waits for it, in milliseconds. */
const RENEWED_MS = 10_000;

/** A weaker lock: a name, an owner and a time in shared storage. Two tabs in the same instant may both get it. */
export function leaseLocks(storage: Storage, clock: Clock, owner: string): Locks {
    const holderOf = (key: string): { holder: string; until: number } => {
        const [holder = '', until] = (storage.get(key) ?? '').split('|');
        return { holder, until: Number(until) };
    };

    function isOthers(key: string): boolean {
        const { holder, until } = holderOf(key);
        const left = until - clock.now();
        // Longer than any lease: the clock was set back since.
        return holder !== '' && holder !== owner && left > 0 && left <= LEASE_MS;
    }

    const locks: Locks = {
        async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
            const key = `switchboard:lease:${name}`;
            let isOver = false;
            const renew = (): void => {
                storage.set(key, `${owner}|${clock.now() + LEASE_MS}`);
                clock.after(RENEWED_MS, () => {
                    if (!isOver && !isOthers(key)) {
                        renew();
                    }
                });
            };
            try {
                if (isOthers(key)) {
                    return undefined;
                }
                renew();
            } catch {
                // Without storage there is no second tab to agree with.
            }
            try {
                return await run();
            } finally {
                isOver = true;
                try {
                    if (holderOf(key).holder === owner) {
                        storage.remove(key);
                    }
                } catch {
                    // Nothing was kept there.
                }
            }
        },
        async hold(name, over): Promise<void> {
            const held = await locks.ifFree(name, () => over.then(() => true));
            if (held !== true) {
                await new Promise<void>((resolve) => {
                    clock.after(RENEWED_MS, resolve);
                });
                await locks.hold(name, over);
            }
        }
    };
    return locks;
}

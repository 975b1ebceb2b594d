import { leaseLocks } from './leaseLocks.ts';
import type { Clock, Locks, Storage } from './types.ts';

/** Whether a lock is free is answered at once, in milliseconds at most. */
const ANSWER_MS = 5_000;

/** Web Locks where they answer, else a lease in the storage that the tabs share. */
export function browserLocks(storage: Storage, clock: Clock, owner: string): Locks {
    const lease = leaseLocks(storage, clock, owner);
    const manager = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
    /** Undefined until the browser has answered once. */
    let works = manager === undefined ? false : undefined;

    /** Undefined where the browser has locks in name only: it refuses them to the page, or never answers. */
    async function ask<T>(
        locks: LockManager,
        name: string,
        run: () => Promise<T>
    ): Promise<{ readonly answer: T | undefined } | undefined> {
        let cancel = (): void => undefined;
        const silence = new Promise<undefined>((resolve) => {
            cancel = clock.after(ANSWER_MS, () => {
                works ??= false;
                if (!works) {
                    resolve(undefined);
                }
            });
        });
        const request = async (): Promise<{ readonly answer: T | undefined }> => {
            const answer = await locks.request(`switchboard:${name}`, { ifAvailable: true }, (lock) => {
                works ??= true;
                return lock === null || !works ? Promise.resolve(undefined) : run();
            });
            return { answer };
        };
        try {
            return await (works === true ? request() : Promise.race([request(), silence]));
        } catch (error) {
            works ??= false;
            if (works) {
                throw error;
            }
            return undefined;
        } finally {
            cancel();
        }
    }

    const browser: Locks = {
        async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
            const told = manager === undefined || works === false ? undefined : await ask(manager, name, run);
            return told === undefined ? lease.ifFree(name, run) : told.answer;
        },
        async hold(name, over): Promise<void> {
            const held = await browser.ifFree(name, () => over.then(() => true));
            if (held !== true) {
                // By now it is known whether the browser has locks.
                await (manager === undefined || works !== true
                    ? lease.hold(name, over)
                    : manager.request(`switchboard:${name}`, () => over));
            }
        },
        get steal(): Locks['steal'] | undefined {
            return manager === undefined || works !== true
                ? undefined
                : <T>(name: string, run: () => Promise<T>): Promise<T> =>
                      manager.request(`switchboard:${name}`, { steal: true }, () => run());
        }
    };
    return browser;
}

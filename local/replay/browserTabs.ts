import type { DOMWindow } from 'jsdom';

/** What a tab shares with the others of its browser beside the clock: the storage and the locks of its origin. */
const SHARED_FUNCTIONS = [
    'Date',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'requestAnimationFrame',
    'cancelAnimationFrame'
] as const;

type Callback = (lock: { readonly name: string } | null) => unknown;

/** Web Locks, as far as a page uses them: taken when free, or taken from whoever holds them. jsdom has none. */
export function createTabLocks(): {
    request(name: string, options: LockOptions, callback: Callback): Promise<unknown>;
} {
    const held = new Map<string, (error: Error) => void>();
    return {
        request(name, { ifAvailable = false, steal = false }, callback): Promise<unknown> {
            if (held.has(name)) {
                if (!steal && ifAvailable) return Promise.resolve().then(() => callback(null));
                if (!steal) throw new Error(`Nobody waits for a lock here: ${name}`);
                held.get(name)?.(new Error('AbortError: the lock was stolen'));
            }
            return new Promise((resolve, reject) => {
                held.set(name, reject);
                const free = (): void => {
                    if (held.get(name) === reject) held.delete(name);
                };
                Promise.resolve()
                    .then(() => callback({ name }))
                    .then(resolve, reject)
                    .finally(free);
            });
        }
    };
}

/** Makes `tab` another tab of the browser that `first` is in. */
export function shareBrowser(first: DOMWindow, tab: DOMWindow): void {
    Object.assign(tab, Object.fromEntries(SHARED_FUNCTIONS.map((name) => [name, first[name]])));
    Object.defineProperty(tab, 'localStorage', { configurable: true, value: first.localStorage });
    Object.defineProperty(tab.navigator, 'locks', { configurable: true, value: first.navigator.locks });
}

import type { Clock, Storage } from './types.ts';

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

import type { Storage } from 'c/taskSync';

/** The storage that a user's tabs share. `full` and `off` make it behave like a browser that keeps nothing. */
export function createMemoryStorage(): Storage & {
    full: boolean;
    off: boolean;
    readonly entries: Map<string, string>;
} {
    const entries = new Map<string, string>();
    const storage = {
        entries,
        full: false,
        off: false,
        keys(): string[] {
            check(storage.off);
            return [...entries.keys()];
        },
        get(key: string): string | null {
            check(storage.off);
            return entries.get(key) ?? null;
        },
        set(key: string, value: string): void {
            check(storage.off || storage.full);
            entries.set(key, value);
        },
        remove(key: string): void {
            check(storage.off);
            entries.delete(key);
        }
    };
    return storage;
}

function check(refuses: boolean): void {
    if (refuses) {
        throw new Error('QuotaExceededError');
    }
}

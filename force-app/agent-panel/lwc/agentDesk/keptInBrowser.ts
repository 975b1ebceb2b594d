import type { Storage } from 'c/taskSync';

/** What one user in one org keeps in the browser under one heading. A browser that keeps nothing is no error. */
export interface KeptInBrowser {
    names(): readonly string[];
    /** Outside data: another version of this page may have written it. Undefined for what cannot be read. */
    read(name: string): unknown;
    write(name: string, value: unknown): void;
    remove(name: string): void;
}

export function createKeptInBrowser(storage: Storage, org: string, userId: string, heading: string): KeptInBrowser {
    const prefix = `switchboard:${org}:${userId}:${heading}:`;

    function attempt<T>(run: () => T): T | undefined {
        try {
            return run();
        } catch {
            return undefined;
        }
    }

    return {
        names: () =>
            (attempt(() => storage.keys()) ?? [])
                .filter((key) => key.startsWith(prefix))
                .map((key) => key.slice(prefix.length)),
        read: (name) => attempt((): unknown => JSON.parse(storage.get(prefix + name) ?? 'null') ?? undefined),
        write: (name, value) => attempt(() => storage.set(prefix + name, JSON.stringify(value))),
        remove: (name) => attempt(() => storage.remove(prefix + name))
    };
}

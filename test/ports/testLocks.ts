import type { Locks } from 'c/taskSync';

/** The locks that a user's tabs share. */
export function createTestLocks(): Locks & { readonly held: Set<string> } {
    const held = new Set<string>();
    return {
        held,
        async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
            if (held.has(name)) {
                return undefined;
            }
            held.add(name);
            try {
                return await run();
            } finally {
                held.delete(name);
            }
        }
    };
}

import type { Locks } from 'c/taskSync';

/** The locks that a user's tabs share. */
export function createTestLocks(): Locks & { readonly held: Set<string> } {
    const held = new Set<string>();
    const waiting: { readonly name: string; readonly begin: () => void }[] = [];

    function release(name: string): void {
        held.delete(name);
        const next = waiting.findIndex((one) => one.name === name);
        waiting.splice(next, next < 0 ? 0 : 1)[0]?.begin();
    }

    async function keep<T>(name: string, run: () => Promise<T>): Promise<T> {
        held.add(name);
        try {
            return await run();
        } finally {
            release(name);
        }
    }

    return {
        held,
        async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
            return held.has(name) ? undefined : keep(name, run);
        },
        async hold(name, over): Promise<void> {
            if (held.has(name)) {
                await new Promise<void>((begin) => waiting.push({ name, begin }));
            }
            await keep(name, () => over);
        }
    };
}

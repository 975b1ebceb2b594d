import { createKeptEntries } from './keptEntries.ts';
import type { Clock, Locks, Storage } from './types.ts';

/** So many looks in a row at a lock that never changed hands mean a tab that the browser has put to sleep. */
const LOOKS_BEFORE_STEALING = 120;

/** Whose turn it is to change a Task: one tab of the user at a time. */
export interface Turns {
    /**
     * Runs when no other tab has its turn; answers undefined when one has. `isMine` says false once another tab took the
     * turn, also to a tab that slept meanwhile.
     */
    take<T>(id: string, run: (isMine: () => boolean) => Promise<T>): Promise<T | undefined>;
    /** Removes what crashed tabs left behind, but for those that `spared` names. */
    sweep(spared: (id: string) => boolean): void;
}

export function createTurns(locks: Locks, storage: Storage, clock: Clock, org: string, userId: string): Turns {
    const fences = createKeptEntries(storage, org, userId, 'turn');
    const waits = new Map<string, { readonly fence: unknown; readonly looks: number }>();

    async function fenced<T>(id: string, run: (isMine: () => boolean) => Promise<T>): Promise<T> {
        waits.delete(id);
        const fence = `${clock.now().toString(36)}${Math.random().toString(36).slice(2)}`;
        // A browser that keeps nothing has no fence: its locks alone have to do.
        const isKept = fences.write(id, fence);
        const isMine = (): boolean => !isKept || fences.read(id) === fence;
        try {
            return await run(isMine);
        } finally {
            if (isMine()) {
                fences.remove(id);
            }
        }
    }

    function isAsleep(id: string): boolean {
        const fence = fences.read(id);
        const before = waits.get(id);
        const looks = before !== undefined && before.fence === fence ? before.looks + 1 : 1;
        waits.set(id, { fence, looks });
        return looks >= LOOKS_BEFORE_STEALING;
    }

    return {
        async take<T>(id: string, run: (isMine: () => boolean) => Promise<T>): Promise<T | undefined> {
            const name = `task:${id}`;
            let began = false;
            const answer = await locks.ifFree(name, () => {
                began = true;
                return fenced(id, run);
            });
            if (began || !isAsleep(id) || locks.steal === undefined) {
                return answer;
            }
            return locks.steal(name, () => fenced(id, run));
        },
        sweep(spared): void {
            for (const id of fences.names().filter((name) => !spared(name))) {
                fences.remove(id);
            }
        }
    };
}

import { createKeptEntries } from './keptEntries.ts';
import type { Clock, Locks, Storage, TaskKey } from './types.ts';

/** So many looks in a row at a lock that never changed hands mean a tab that the browser has put to sleep. */
const LOOKS_BEFORE_STEALING = 120;

/**
 * Whose turn it is to change the Tasks of a conversation: one save of the user at a time, in all tabs. An earlier handling
 * has to know its Task before a later one looks for its own.
 */
export interface Turns {
    /**
     * Runs when nobody else has the turn; answers undefined when somebody has. `isMine` says false once another tab took
     * the turn, also to a tab that slept meanwhile; as long as it says true the others see that nobody sleeps here.
     */
    take<T>(key: TaskKey, run: (isMine: () => boolean) => Promise<T>): Promise<T | undefined>;
    /** Removes what crashed tabs left behind, but for the conversations of these Tasks. */
    sweep(spared: readonly string[]): void;
}

/** How the ids of all Tasks of this user's handlings of the conversation begin. */
function conversationOf({ conversationId, userId }: TaskKey): string {
    return `${conversationId}:${userId}`;
}

export function createTurns(locks: Locks, storage: Storage, clock: Clock, org: string, userId: string): Turns {
    const fences = createKeptEntries(storage, org, userId, 'turn');
    /** By Task, because each Task that waits looks at its own pace. */
    const waits = new Map<string, { readonly fence: string | undefined; readonly looks: number }>();
    /** A lease would give this page the same turn twice. */
    const taken = new Set<string>();

    async function fenced<T>(id: string, run: (isMine: () => boolean) => Promise<T>): Promise<T> {
        taken.add(id);
        const fence = `${clock.now().toString(36)}${Math.random().toString(36).slice(2)}`;
        let asked = 0;
        // A browser that keeps nothing has no fence: its locks alone have to do.
        const isKept = fences.write(id, { fence, asked });
        const isMine = (): boolean => {
            const { fence: now } = (fences.read(id) ?? {}) as { readonly fence?: unknown };
            return !isKept || now === fence;
        };
        try {
            return await run(() => {
                const mine = isMine();
                if (isKept && mine) {
                    asked += 1;
                    fences.write(id, { fence, asked });
                }
                return mine;
            });
        } finally {
            taken.delete(id);
            if (isMine()) {
                fences.remove(id);
            }
        }
    }

    function isAsleep(taskId: string, id: string): boolean {
        const fence = JSON.stringify(fences.read(id));
        const before = waits.get(taskId);
        const looks = before !== undefined && before.fence === fence ? before.looks + 1 : 1;
        waits.set(taskId, { fence, looks });
        return looks >= LOOKS_BEFORE_STEALING;
    }

    return {
        async take<T>(key: TaskKey, run: (isMine: () => boolean) => Promise<T>): Promise<T | undefined> {
            const id = conversationOf(key);
            if (taken.has(id)) {
                return undefined;
            }
            const name = `task:${id}`;
            let began = false;
            const begin = (): Promise<T> => {
                began = true;
                waits.delete(key.id);
                return fenced(id, run);
            };
            const answer = await locks.ifFree(name, begin);
            if (began || locks.steal === undefined || !isAsleep(key.id, id)) {
                return answer;
            }
            return locks.steal(name, begin);
        },
        sweep(spared): void {
            for (const id of fences.names()) {
                if (!spared.some((taskId) => taskId.startsWith(`${id}:`))) {
                    fences.remove(id);
                }
            }
        }
    };
}

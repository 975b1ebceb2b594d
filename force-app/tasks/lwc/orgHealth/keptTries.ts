import userId from '@salesforce/user/Id';
import { browserClock, browserLocks, browserStorage, createKeptEntries } from 'c/taskSync';

/** A try whose test Tasks may still be in the org, because its page was closed or could not delete them. */
export interface KeptTry {
    /** Call Object Identifier of its test Tasks. */
    readonly mark: string;
    /** Ids of those that the org told of. */
    readonly made: readonly string[];
    /** Milliseconds since 1970. */
    readonly at: number;
}

const MARK = 'switchboard-org-health:';
/** As long as anything that waits in the browser. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** No call has it, and no other try. */
export function newMark(): string {
    return `${MARK}${Date.now()}:${Math.random()}`;
}

function entries(): ReturnType<typeof createKeptEntries> {
    const storage = browserStorage();
    return createKeptEntries(storage, window.location.hostname, userId, 'tried');
}

/** Before a test Task is made, and again whenever one was. */
export function keepTry({ mark, made, at }: KeptTry): void {
    entries().write(mark, { made, at });
}

export function forgetTry(mark: string): void {
    entries().remove(mark);
}

/** Of this user, in this browser and org. Whatever else is kept under such a name is no mark of ours. */
export function keptTries(now: number): readonly KeptTry[] {
    const kept = entries();
    return kept.names().flatMap((mark) => {
        const { made, at } = (kept.read(mark) ?? {}) as { readonly made?: unknown; readonly at?: unknown };
        if (!mark.startsWith(MARK) || !(now - Number(at) < KEPT_MS)) {
            kept.remove(mark);
            return [];
        }
        const ids = (Array.isArray(made) ? made : []).filter((id): id is string => typeof id === 'string');
        return [{ mark, made: ids, at: Number(at) }];
    });
}

/** Undefined while another page is at this try. The lock goes with its page. */
export async function aloneWith<T>(mark: string, run: () => Promise<T>): Promise<T | undefined> {
    const clock = browserClock();
    const locks = browserLocks(browserStorage(), clock, `${clock.now()}:${Math.random()}`);
    return locks.ifFree(mark, run);
}

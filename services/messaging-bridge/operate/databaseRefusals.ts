import { DatabaseFault } from '../store/database.ts';
import type { Database } from '../store/database.ts';

/** What the database of this process refuses, for whoever operates the bridge. */
export interface DatabaseRefusals {
    /** The same database; what it refuses is noted. */
    watched(database: Database): Database;
    /** What somebody has to mend, in words; undefined where nothing of that kind was refused for a while. */
    toMend(): string | undefined;
}

const TOLD_AGAIN_MS = 60_000;
/** A little longer than the stream of Salesforce rests before its batch comes again. */
const LASTS_MS = 90_000;

/** `tell` is called for each code once a minute. */
export function createDatabaseRefusals(
    tell: (fault: DatabaseFault) => void,
    now: () => number = () => performance.now()
): DatabaseRefusals {
    const toldAt = new Map<string, number>();
    let last: { readonly text: string; readonly at: number } | undefined;

    function note(error: unknown): never {
        if (error instanceof DatabaseFault) {
            const at = now();
            if (error.isToMend) last = { text: error.message, at };
            if (at - (toldAt.get(error.code) ?? -Infinity) >= TOLD_AGAIN_MS) {
                toldAt.set(error.code, at);
                tell(error);
            }
        }
        throw error;
    }

    return {
        watched: (database) => ({
            ...database,
            query: (...given) => database.query<never>(...given).catch(note),
            transaction: (work) => database.transaction(work).catch(note)
        }),
        toMend: () => (last !== undefined && now() - last.at < LASTS_MS ? last.text : undefined)
    };
}

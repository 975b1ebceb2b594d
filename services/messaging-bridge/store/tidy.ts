import type { Database } from './database.ts';
import { forgetOld } from './retention.ts';
import type { Forgotten, Retention } from './retention.ts';

/** Forgets what is older. What is gone makes room for what comes: of an embedded PostgreSQL nobody else takes care. */
export async function tidy(database: Database, retention?: Retention): Promise<Forgotten> {
    const forgotten = await forgetOld(database, retention);
    if (!database.isShared) await database.query('vacuum (analyze)');
    return forgotten;
}

import type { Database } from './database.ts';

/**
 * Whoever led or worked in a database of one process is gone when another one has it open: nobody waits for their time
 * to be over.
 */
export async function freeLeftovers(database: Database): Promise<void> {
    if (database.isShared) return;
    await database.query('delete from bridge_workers');
    await database.query(`update bridge_leader set until = '-infinity'`);
}

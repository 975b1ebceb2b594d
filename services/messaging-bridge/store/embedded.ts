import { PGlite } from '@electric-sql/pglite';
import { statementsOf } from './database.ts';
import type { Database } from './database.ts';
import { holdFolder } from './folderLock.ts';

/**
 * A PostgreSQL inside this process, in a folder. It survives a process that is killed, not a machine that loses its
 * power. Only one process may have the folder: another one that opens it throws FolderInUse. Throws
 * FolderNotWritable.
 */
export async function openEmbedded(folder: string): Promise<Database> {
    const release = holdFolder(folder);
    let lite: PGlite;
    try {
        lite = await PGlite.create(folder);
    } catch (error) {
        release();
        throw error;
    }
    const opened = performance.now();
    return {
        ...statementsOf(lite),
        isShared: false,
        unbrokenSince: () => opened,
        transaction: (work) => lite.transaction((statements) => work(statementsOf(statements))),
        listen: (channel, told) => lite.listen(channel, told),
        async close(): Promise<void> {
            await lite.close();
            release();
        }
    };
}

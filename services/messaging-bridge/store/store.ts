import type { Database } from './database.ts';
import { freeLeftovers } from './leftovers.ts';
import { prepareTables } from './tables.ts';

/** Where rows are kept: PostgreSQL for any number of processes, or a folder for this one alone. */
export type Place = { readonly url: string; readonly connections?: number } | { readonly folder: string };

/** Opens the database with its tables. Throws DatabaseFault, FolderInUse, or Error for tables of another version. */
export async function openStore(place: Place): Promise<Database> {
    const database = await opened(place);
    try {
        await prepareTables(database);
        await freeLeftovers(database);
    } catch (error) {
        await database.close();
        throw error;
    }
    return database;
}

/** Of the two only the one that is used is loaded: each is some megabytes of a process. */
async function opened(place: Place): Promise<Database> {
    if ('url' in place) {
        const { openPostgres } = await import('./postgres.ts');
        return openPostgres(place.url, place.connections);
    }
    const { openEmbedded } = await import('./embedded.ts');
    return openEmbedded(place.folder);
}

import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { freeLeftovers } from './leftovers.ts';
import { openPostgres } from './postgres.ts';
import { prepareTables } from './tables.ts';

/** Where rows are kept: PostgreSQL for any number of processes, or a folder for this one alone. */
export type Place = { readonly url: string; readonly connections?: number } | { readonly folder: string };

/** Opens the database with its tables. Throws DatabaseFault, FolderInUse, or Error for tables of another version. */
export async function openStore(place: Place): Promise<Database> {
    const database = 'url' in place ? openPostgres(place.url, place.connections) : await openEmbedded(place.folder);
    try {
        await prepareTables(database);
        await freeLeftovers(database);
    } catch (error) {
        await database.close();
        throw error;
    }
    return database;
}

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { statementsOf } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { prepareTables } from './tables.ts';

const PACKAGES = path.resolve(import.meta.dirname, '../../../node_modules');
const { version } = JSON.parse(readFileSync(path.join(PACKAGES, '@electric-sql/pglite/package.json'), 'utf8')) as {
    readonly version: string;
};
const CACHE = path.join(PACKAGES, '.cache/switchboard');
const MADE = `pglite-${version}-${tablesHash()}`;

/** Of all that says which tables the bridge has. */
function tablesHash(): string {
    const hash = createHash('sha256');
    const steps = path.join(import.meta.dirname, 'tables');
    const files = readdirSync(steps).sort();
    for (const file of [...files.map((name) => path.join(steps, name)), path.join(import.meta.dirname, 'tables.ts')])
        hash.update(readFileSync(file));
    return hash.digest('hex').slice(0, 16);
}

/**
 * Fills a folder with a database that has the bridge's tables, and nothing in them, as openStore leaves it after its
 * first start: to make one takes five seconds.
 */
export async function embeddedFolder(folder: string): Promise<string> {
    const made = path.join(CACHE, MADE);
    if (!existsSync(made)) await make(made);
    cpSync(made, folder, { recursive: true });
    return folder;
}

async function make(made: string): Promise<void> {
    mkdirSync(CACHE, { recursive: true });
    const making = mkdtempSync(`${made}-`);
    const data = path.join(making, 'data');
    await withoutTemplates(data);
    const database = await openEmbedded(data);
    await prepareTables(database);
    await database.query('checkpoint');
    await database.close();
    try {
        renameSync(data, made);
    } catch {
        // Another test was first.
    }
    rmSync(making, { recursive: true, force: true });
    // Those of other versions.
    for (const name of readdirSync(CACHE))
        if (name.startsWith('pglite-') && !name.startsWith(MADE))
            rmSync(path.join(CACHE, name), { recursive: true, force: true });
}

/** Of what a new folder holds, two thirds are databases from which further ones would be made. */
async function withoutTemplates(folder: string): Promise<void> {
    const lite = await PGlite.create(folder);
    const { query } = statementsOf(lite);
    await query(`update pg_database set datistemplate = false, datallowconn = true where datname like 'template_'`);
    for (const name of ['template0', 'template1']) await query(`drop database ${name}`);
    await lite.close();
}

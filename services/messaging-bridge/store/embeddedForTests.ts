import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const PACKAGES = path.resolve(import.meta.dirname, '../../../node_modules');
const { version } = JSON.parse(readFileSync(path.join(PACKAGES, '@electric-sql/pglite/package.json'), 'utf8')) as {
    readonly version: string;
};
const MADE = path.join(PACKAGES, '.cache/switchboard', `pglite-${version}`);

/** Fills a folder with an empty database, as openStore finds it after its first start: to make one takes four seconds. */
export async function embeddedFolder(folder: string): Promise<string> {
    if (!existsSync(MADE)) await make();
    cpSync(MADE, folder, { recursive: true });
    return folder;
}

async function make(): Promise<void> {
    mkdirSync(path.dirname(MADE), { recursive: true });
    const making = mkdtempSync(`${MADE}-`);
    const lite = await PGlite.create(making);
    await lite.close();
    try {
        renameSync(making, MADE);
    } catch {
        // Another test was first.
        rmSync(making, { recursive: true, force: true });
    }
}

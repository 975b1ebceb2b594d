/** A release: one zip for each product in the format of the Metadata API, and their checksums. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeZip } from '../../force-app/tasks/lwc/mappingFiles/writeZip.ts';
import type { TextFile } from '../../force-app/tasks/lwc/mappingFiles/writeZip.ts';
import { readTranslations } from '../../local/lightning/bundle/translations.ts';
import { readManifest } from '../sf/folders.ts';
import { packagesWithLabels, writeTranslations } from '../translations/deployable.ts';
import { converted, filesIn } from './converted.ts';
import { productsOf } from './products.ts';

/** What each file of a zip carries as its time: the same sources give the same bytes on every computer. */
const AT = new Date('2026-01-01T00:00:00Z');
export const SUMS = 'SHA256SUMS';

export interface Released {
    readonly file: string;
    readonly product: string;
    readonly sha256: string;
    /** Names in the zip. */
    readonly contents: readonly string[];
}

/** The translations of these folders, apart: an org without Translation Workbench refuses a deployment that has any. */
function languagesOf(root: string, folders: readonly string[], apiVersion: string): TextFile[] {
    const app = path.join(root, 'force-app');
    const labelled = packagesWithLabels(app).filter((name) => folders.includes(`force-app/${name}`));
    const languages = readTranslations(app, labelled);
    if (languages.size === 0) return [];
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-languages-'));
    try {
        writeTranslations(folder, languages, apiVersion);
        return filesIn(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Empties the folder and writes the zips and `SHA256SUMS` into it. `root` must be built. */
export async function release(root: string, folder: string): Promise<Released[]> {
    const read = (name: string): Record<string, unknown> =>
        JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Record<string, unknown>;
    const { version } = read('package.json');
    const { sourceApiVersion } = read('sfdx-project.json');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const released: Released[] = [];
    const zip = (product: string, files: readonly TextFile[]): void => {
        const bytes = writeZip(files, AT);
        const file = `switchboard-${product}-${String(version)}.zip`;
        writeFileSync(path.join(folder, file), bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        released.push({ file, product, sha256, contents: files.map((one) => one.name) });
    };
    for (const { name, folders } of productsOf(readManifest(root).folders)) {
        zip(name, await converted(root, folders, String(sourceApiVersion)));
        const languages = languagesOf(root, folders, String(sourceApiVersion));
        if (languages.length > 0) zip(`${name}-languages`, languages);
    }
    // As sha256sum reads them.
    const sums = released.map(({ file, sha256 }) => `${sha256}  ${file}\n`);
    writeFileSync(path.join(folder, SUMS), sums.join(''));
    return released;
}

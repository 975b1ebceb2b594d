/** A release: one zip for each product in the format of the Metadata API, and their checksums. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeZip } from '../../force-app/tasks/lwc/mappingFiles/writeZip.ts';
import { readManifest } from '../sf/folders.ts';
import { converted } from './converted.ts';
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

/** Empties the folder and writes the zips and `SHA256SUMS` into it. `root` must be built. */
export async function release(root: string, folder: string): Promise<Released[]> {
    const read = (name: string): Record<string, unknown> =>
        JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Record<string, unknown>;
    const { version } = read('package.json');
    const { sourceApiVersion } = read('sfdx-project.json');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const released: Released[] = [];
    for (const { name, folders } of productsOf(readManifest(root).folders)) {
        const files = await converted(root, folders, String(sourceApiVersion));
        const zip = writeZip(files, AT);
        const file = `switchboard-${name}-${String(version)}.zip`;
        writeFileSync(path.join(folder, file), zip);
        const sha256 = createHash('sha256').update(zip).digest('hex');
        released.push({ file, product: name, sha256, contents: files.map((one) => one.name) });
    }
    // As sha256sum reads them.
    const sums = released.map(({ file, sha256 }) => `${sha256}  ${file}\n`);
    writeFileSync(path.join(folder, SUMS), sums.join(''));
    return released;
}

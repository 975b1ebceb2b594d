/** Folders of force-app in the format of the Metadata API, as Salesforce's own library converts them. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../sf/noLogFile.ts';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { TextFile } from '../../force-app/tasks/lwc/mappingFiles/writeZip.ts';

/** @returns package.xml first, the others by name. Throws what the library throws. */
export async function converted(root: string, folders: readonly string[], apiVersion: string): Promise<TextFile[]> {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-release-'));
    try {
        const set = ComponentSet.fromSource(folders.map((name) => path.join(root, name)));
        set.sourceApiVersion = apiVersion;
        await new MetadataConverter().convert(set, 'metadata', {
            type: 'directory',
            outputDirectory: folder,
            genUniqueDir: false
        });
        return filesIn(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** package.xml first, the others by name. */
export function filesIn(folder: string): TextFile[] {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .sort((a, b) => Number(b === 'package.xml') - Number(a === 'package.xml') || (a < b ? -1 : 1));
    return names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

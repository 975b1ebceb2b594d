import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import '../scripts/sf/noLogFile.ts';
import { ComponentSet, MetadataConverter, ZipTreeContainer } from '@salesforce/source-deploy-retrieve';

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-zip-'));
    try {
        return await work(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** The records that the platform's own tool finds in a zip, as files of a project: text by file name. */
export async function recordsInZip(zip: Buffer): Promise<Readonly<Record<string, string>>> {
    return inFolder(async (folder) => {
        const tree = await ZipTreeContainer.create(zip);
        const set = ComponentSet.fromSource({ fsPaths: ['.'], tree });
        const outputDirectory = path.join(folder, 'out');
        await new MetadataConverter().convert(set, 'source', {
            type: 'directory',
            outputDirectory,
            genUniqueDir: false
        });
        const files = readdirSync(outputDirectory, { recursive: true, withFileTypes: true }).filter((one) =>
            one.isFile()
        );
        return Object.fromEntries(
            files.map((file) => [file.name, readFileSync(path.join(file.parentPath, file.name), 'utf8')])
        );
    });
}

/** A zip of a project's folder as the platform's own tool packs it, compressed. */
export async function zipOfFolder(source: string): Promise<Buffer> {
    return inFolder(async (folder) => {
        const set = ComponentSet.fromSource(source);
        const { packagePath } = await new MetadataConverter().convert(set, 'metadata', {
            type: 'zip',
            outputDirectory: folder
        });
        if (!packagePath) throw new Error('No zip was made.');
        return readFileSync(packagePath);
    });
}

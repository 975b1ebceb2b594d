/** Reads a project once, so that every check sees the same files. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Bundle, Project } from './problem.ts';

function filesBelow(root: string, folder: string): string[] {
    const absolute = path.join(root, folder);
    if (!existsSync(absolute)) return [];
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .sort();
}

function bundlesOf(files: readonly string[]): Bundle[] {
    const found = new Map<string, string[]>();
    for (const file of files) {
        const folder = /^force-app\/[^/]+\/lwc\/[^/]+(?=\/)/.exec(file)?.[0];
        if (!folder) continue;
        const own = found.get(folder) ?? [];
        found.set(folder, own);
        const name = file.slice(folder.length + 1);
        if (!name.includes('/')) own.push(name);
    }
    return [...found].map(([folder, names]) => ({
        name: path.posix.basename(folder),
        package: folder.split('/')[1] ?? '',
        folder,
        files: names
    }));
}

function sourceApiVersion(root: string): string {
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8'));
    const version = (manifest as { sourceApiVersion?: unknown }).sourceApiVersion;
    if (typeof version !== 'string') throw new Error('sfdx-project.json: sourceApiVersion is missing, e.g. "66.0"');
    return version;
}

export function readProject(root: string): Project {
    const files = filesBelow(root, 'force-app');
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, attributeNamePrefix: '@' });
    const texts = new Map<string, string>();
    const text = (file: string): string => {
        const known = texts.get(file);
        if (known !== undefined) return known;
        const read = readFileSync(path.join(root, file), 'utf8');
        texts.set(file, read);
        return read;
    };
    return {
        root,
        apiVersion: sourceApiVersion(root),
        files,
        bundles: bundlesOf(files),
        text,
        xml: (file) => {
            if (XMLValidator.validate(text(file)) !== true) return undefined;
            return parser.parse(text(file)) as Record<string, unknown>;
        }
    };
}

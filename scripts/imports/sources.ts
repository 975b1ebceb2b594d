import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Source } from './rules.ts';

const FOLDERS = ['force-app', 'local', 'services', 'packages', 'scripts', 'bench', 'e2e', 'test'];
const READ = /\.(ts|html|xml|cls|trigger|apex)$/;

function filesBelow(folder: string): string[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(file);
        return READ.test(entry.name) ? [file] : [];
    });
}

/** The project's own files that the import rules are about. */
export function readSources(root: string): Source[] {
    return FOLDERS.flatMap((folder) => filesBelow(path.join(root, folder))).map((file) => ({
        file: path.relative(root, file).split(path.sep).join('/'),
        text: readFileSync(file, 'utf8')
    }));
}

/** Test files of Node: `*.test.ts` below the given folders, dependencies apart. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export function testFiles(root: string, folders: readonly string[]): string[] {
    const files: string[] = [];
    const walk = (folder: string): void => {
        if (!existsSync(folder)) return;
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const file = path.join(folder, entry.name);
            if (entry.isDirectory()) {
                if (entry.name !== 'node_modules' && entry.name !== 'force-app') walk(file);
            } else if (entry.name.endsWith('.test.ts')) files.push(path.relative(root, file));
        }
    };
    for (const folder of folders) walk(path.join(root, folder));
    return files.sort();
}

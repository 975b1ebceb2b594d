// TypeScript's "paths" cannot say c/foo -> foo/foo with one wildcard, so one line is written for each component.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundlesIn } from './bundles.mjs';

export function writePaths(root) {
    const paths = {};
    for (const { name, folder } of bundlesIn(path.join(root, 'force-app'))) {
        const entry = path.join(folder, `${name}.ts`);
        if (!existsSync(entry)) continue;
        paths[`c/${name}`] = [`./${path.relative(root, entry).split(path.sep).join('/')}`];
    }
    const file = path.join(root, 'tsconfig.paths.json');
    const text = JSON.stringify({ compilerOptions: { paths } }, null, 2) + '\n';
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Files that an installed package names and does not have. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** In what its manifest exports, in Jest's lines, and in what its files require of each other. */
export function missingFiles(folder: string): string[] {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    const named = new Set([...leaves(manifest.exports), ...leaves(manifest.typesVersions)]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    for (const file of files) {
        if (!/\.(cjs|d\.c?ts)$/.test(file)) continue;
        const text = readFileSync(path.join(folder, file), 'utf8');
        for (const [, specifier = ''] of text.matchAll(/(?:require\(|path=)["'](\.[^"']+)["']/g))
            named.add(path.posix.join(path.posix.dirname(file), specifier));
        // Jest's lines join folders and names.
        for (const [, parts = ''] of text.matchAll(/\bhere\(('[^)]*)\)/g))
            named.add([...parts.matchAll(/'([^']+)'/g)].map(([, part]) => part).join('/'));
    }
    return [...named].map((file) => path.posix.normalize(file)).filter((file) => !existsSync(path.join(folder, file)));
}

function leaves(exported: unknown): string[] {
    if (typeof exported === 'string') return [exported];
    return typeof exported === 'object' && exported !== null ? Object.values(exported).flatMap(leaves) : [];
}

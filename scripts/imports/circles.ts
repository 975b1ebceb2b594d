/** Files that import each other in a circle, types included: neither can be understood without the other. */
import path from 'node:path';
import { importsOf } from './rules.ts';
import type { Source } from './rules.ts';

/** Each circle as the files on it, from one of them back to itself. Of circles that share files, not all are named. */
export function circles(sources: readonly Source[]): string[][] {
    const scripts = sources.filter(({ file }) => /\.(ts|mjs|cjs)$/.test(file));
    const known = new Set(scripts.map(({ file }) => file));
    const imported = new Map(
        scripts.map((source) => {
            const folder = path.posix.dirname(source.file);
            const names = importsOf(source).filter((name) => name.startsWith('.'));
            return [
                source.file,
                names.map((name) => path.posix.join(folder, name)).filter((name) => known.has(name))
            ] as const;
        })
    );
    const found: string[][] = [];
    const seen = new Set<string>();
    const follow = (file: string, way: readonly string[]): void => {
        const at = way.indexOf(file);
        if (at >= 0) found.push([...way.slice(at), file]);
        if (at >= 0 || seen.has(file)) return;
        for (const next of imported.get(file) ?? []) follow(next, [...way, file]);
        seen.add(file);
    };
    for (const { file } of scripts) follow(file, []);
    return found;
}

import { transformSync } from 'esbuild';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HARMLESS, REFUSED_METADATA, RULES } from './rules.ts';
import type { Kind } from './rules.ts';

/** A file of a bundle, as it is deployed. */
export interface Deployed {
    readonly file: string;
    readonly text: string;
}

/** The scripts that the build wrote, the templates and the styles of every bundle. */
export function readBundles(root: string): Deployed[] {
    return globSync('force-app/**/lwc/**/*.{js,html,css}', { cwd: root })
        .filter((file) => !file.includes('__tests__'))
        .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(root, file), 'utf8') }));
}

function withoutComments(kind: Kind, text: string): string {
    if (kind === 'js') return transformSync(text, { loader: 'js', legalComments: 'none', target: 'esnext' }).code;
    // Line breaks stay, so that lines can be named.
    return text.replace(kind === 'html' ? /<!--[\s\S]*?-->/g : /\/\*[\s\S]*?\*\//g, (comment) =>
        comment.replace(/[^\n]/g, '')
    );
}

/** A sentence for each thing that no bundle may have. */
export function bundleFaults(files: readonly Deployed[]): string[] {
    return files.flatMap(({ file, text }) => {
        const kind = path.extname(file).slice(1) as Kind;
        const code = withoutComments(kind, text);
        return RULES.filter((rule) => rule.kind === kind).flatMap(({ what, pattern }) =>
            [...code.matchAll(new RegExp(pattern, 'g'))].flatMap(({ index }) => {
                const from = code.lastIndexOf('\n', index) + 1;
                const end = code.indexOf('\n', index);
                const line = code.slice(from, end < 0 ? undefined : end).trim();
                const harmless = HARMLESS.some((known) => file.endsWith(known.file) && known.line.test(line));
                return harmless ? [] : [`${file} has ${what}: ${line}`];
            })
        );
    });
}

/** A sentence for each folder of metadata that no package may have. */
export function metadataFaults(root: string): string[] {
    return globSync(`force-app/**/{${REFUSED_METADATA.join(',')}}`, { cwd: root }).map(
        (folder) => `${folder}: the packages have no metadata of this type`
    );
}

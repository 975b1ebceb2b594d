/**
 * Code in the pages that stands in a file of its own, where it is compiled and tested. `<!-- from: PATH -->` before a
 * block says which; a block without it was typed by hand, and nobody knows whether it works.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import type { Fault, Page } from './pages.ts';

/** Languages whose blocks need a source; commands are checked in another way. */
const LANGUAGES = ['ts', 'js', 'html', 'json'];
const BLOCK = /^(?:<!-- from: (\S+) -->\n+)?(`{3,})(\w*)[^\n]*\n([\s\S]*?)^\2[ \t]*$/gm;

/** Blocks without a source, sources that do not exist, and blocks that differ from theirs. */
export async function sourceFaults(root: string, pages: readonly Page[]): Promise<Fault[]> {
    const faults = await Promise.all(
        pages.map(async (page) => {
            const missing = [...page.text.matchAll(BLOCK)].flatMap(([, from, , language = '', code = '']) => {
                if (from !== undefined) return existsSync(path.join(root, from)) ? [] : [`${from} does not exist`];
                const first = code.split('\n')[0] ?? '';
                return LANGUAGES.includes(language)
                    ? [`the block that begins with "${first}" has no <!-- from: PATH --> before it`]
                    : [];
            });
            const stale =
                missing.length === 0 && (await withSources(root, page)) !== page.text
                    ? ['a code block differs from its file: run npm run docs']
                    : [];
            return [...missing, ...stale].map((what) => ({ file: page.file, what }));
        })
    );
    return faults.flat();
}

/** The page with every block taken from its file anew, as Prettier writes it. */
export async function withSources(root: string, { file, text }: Page): Promise<string> {
    const filled = text.replaceAll(BLOCK, (block, from: string | undefined, fence: string, language: string) => {
        if (from === undefined) return block;
        const code = readFileSync(path.join(root, from), 'utf8').replaceAll('\r\n', '\n');
        return `<!-- from: ${from} -->\n\n${fence}${language}\n${code}${fence}`;
    });
    const config = await prettier.resolveConfig(path.join(root, file));
    return prettier.format(filled, { ...config, plugins: [], parser: 'markdown' });
}

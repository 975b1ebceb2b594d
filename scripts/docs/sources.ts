/**
 * Code in the pages that stands in a file of its own, where it is compiled and tested. `<!-- from: PATH -->` before a
 * block says which; a block without it was typed by hand, and nobody knows whether it works.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import type { Fault, Page } from './pages.ts';

/** Languages whose blocks need a source; commands are checked in another way. */
const LANGUAGES = ['ts', 'js', 'html', 'json', 'javascript', 'typescript', 'xml'];
/** In a list. */
const INDENTED = new RegExp(`^ +\`{3,}(${LANGUAGES.join('|')})$`, 'gm');
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
            const indented = [...page.text.matchAll(INDENTED)].map(
                ([, language = '']) => `a block of ${language} is indented: put it between the steps, with its source`
            );
            const sourced = [...page.text.matchAll(BLOCK)].filter(([, from]) => from !== undefined);
            const isStale =
                missing.length === 0 &&
                !(await allAs(
                    root,
                    page,
                    sourced.map(([block]) => block)
                ));
            const stale = isStale ? ['a code block differs from its file: run npm run docs'] : [];
            return [...missing, ...indented, ...stale].map((what) => ({ file: page.file, what }));
        })
    );
    return faults.flat();
}

/** Do these blocks of the page say what their files say? Formatting the blocks alone is a tenth of formatting the page. */
async function allAs(root: string, { file }: Page, blocks: readonly string[]): Promise<boolean> {
    const now = await Promise.all(blocks.map((text) => withSources(root, { file, text })));
    return now.every((text, at) => text.trimEnd() === blocks[at]?.trimEnd());
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

/**
 * Pages with what was measured written anew: `<!-- figure: NAME -->…<!-- /figure -->` in a sentence, and between
 * `<!-- measured: NAME -->` and `<!-- /measured -->` a table.
 */
import path from 'node:path';
import prettier from 'prettier';
import type { Page } from '../pages.ts';
import { FIGURES } from './figures.ts';
import type { Results } from './results.ts';
import { TABLES } from './tables.ts';

const FIGURE = /<!-- figure: (.+?) -->(.*?)<!-- \/figure -->/gs;
const TABLE = /<!-- measured: (.+?) -->\n(.*?)<!-- \/measured -->/gs;

export const hasMeasured = ({ text }: Page): boolean => /<!-- (figure|measured): /.test(text);

type Writers = Readonly<Record<string, (results: Results) => string>>;

function written(kind: string, all: Writers, name: string, results: Results): string {
    const write = all[name];
    if (write === undefined)
        throw new Error(`There is no ${kind} "${name}". There are: ${Object.keys(all).join('; ')}`);
    return write(results);
}

/** Formatted as the project's pages are. Throws where a name is unknown, or its figure was not measured. */
export async function withMeasured(root: string, { file, text }: Page, results: Results): Promise<string> {
    const filled = text
        .replaceAll(
            TABLE,
            (_, name: string) =>
                `<!-- measured: ${name} -->\n\n${written('table', TABLES, name, results)}\n\n<!-- /measured -->`
        )
        .replaceAll(
            FIGURE,
            (_, name: string) => `<!-- figure: ${name} -->${written('figure', FIGURES, name, results)}<!-- /figure -->`
        );
    const config = await prettier.resolveConfig(path.join(root, file));
    return prettier.format(filled, { ...config, plugins: [], parser: 'markdown' });
}

/** Tables are padded by the formatter; what they say is the same. */
const said = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/-{3,}/g, '---').trim();

/** Names of the figures and tables of the page that say something else than the results. */
export function staleMeasured({ text }: Page, results: Results): string[] {
    const stale = (pattern: RegExp, kind: string, all: Writers): string[] =>
        [...text.matchAll(pattern)]
            .filter(([, name = '', now = '']) => said(now) !== said(written(kind, all, name, results)))
            .map(([, name = '']) => name);
    return [...stale(FIGURE, 'figure', FIGURES), ...stale(TABLE, 'table', TABLES)];
}

/** The page without what is written from the results. */
export const withoutMeasured = (text: string): string => text.replaceAll(TABLE, '').replaceAll(FIGURE, '');

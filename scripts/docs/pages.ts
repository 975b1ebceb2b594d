/** The project's Markdown pages, and what is prose and what is code in them. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A page: its path relative to the project, with slashes, and its text. */
export interface Page {
    readonly file: string;
    readonly text: string;
}

export interface CodeBlock {
    readonly language: string;
    readonly code: string;
}

export interface Fault {
    readonly file: string;
    readonly what: string;
}

const LEFT_OUT = new Set(['node_modules', 'build', 'coverage', 'test-results']);
const BLOCK = /^(`{3,})[ \t]*(\w*)[^\n]*\n([\s\S]*?)^\1[ \t]*$/gm;

function pagesBelow(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) return LEFT_OUT.has(entry.name) || entry.name.startsWith('.') ? [] : pagesBelow(file);
        return entry.name.endsWith('.md') ? [file] : [];
    });
}

export function readPages(root: string): Page[] {
    return pagesBelow(root).map((file) => ({
        file: path.relative(root, file).split(path.sep).join('/'),
        text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    }));
}

export function codeBlocks({ text }: Page): CodeBlock[] {
    return [...text.matchAll(BLOCK)].map(([, , language = '', code = '']) => ({ language, code }));
}

/** The page without its code blocks. */
export function prose({ text }: Page): string {
    return text.replaceAll(BLOCK, '');
}

/** What stands between single backticks. */
export function codeSpans(page: Page): string[] {
    return [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

export function headings(page: Page): string[] {
    return [...prose(page).matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*$/gm)].map(([, heading = '']) => heading);
}

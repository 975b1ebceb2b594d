/** Links, pictures and named paths that lead nowhere. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { codeSpans, headings, prose } from './pages.ts';
import type { Fault, Page } from './pages.ts';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)>\s]+)>?[^)]*\)/g;
/** A link whose target stands elsewhere on the page, and one in HTML. */
const ELSEWHERE_ON_PAGE = /^ {0,3}\[[^\]]+\]:\s*<?([^>\s]+)>?/gm;
const IN_HTML = /<(?:a|img|source)\s[^>]*?\b(?:href|src|srcset)="([^"]+)"/g;
const ELSEWHERE = /^[a-z][a-z+.-]*:/i;
/** A path of this project, as prose names one; patterns with a star or a placeholder are none. */
const OURS = /^(?:force-app|local|services|scripts|config|docs|e2e|bench|types|test|\.ci)\/[\w./-]+$/;

/** The name under which GitHub offers a heading: lower case, hyphens for blanks, punctuation left out. */
function anchor(heading: string): string {
    const plain = heading.replaceAll(/[`*]/g, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    return plain
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-');
}

/** The names of a page's headings; of two that are the same, the second ends in -1, and so on. */
function anchors(page: Page): Set<string> {
    const names = headings(page).map(anchor);
    return new Set(
        names.map((name, at) => {
            const before = names.slice(0, at).filter((other) => other === name).length;
            return before === 0 ? name : `${name}-${before}`;
        })
    );
}

/** Every target of a link or a picture on the page, code left out. */
function targets(page: Page): string[] {
    const text = prose(page).replaceAll(/`[^`\n]*`/g, '');
    return [LINK, ELSEWHERE_ON_PAGE, IN_HTML].flatMap((pattern) =>
        [...text.matchAll(pattern)].map(([, target = '']) => target)
    );
}

/** Web addresses that pages link to, each with the pages, in the order of the alphabet. */
export function webAddresses(pages: readonly Page[]): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const page of pages)
        for (const target of targets(page).filter((one) => /^https?:/.test(one)))
            found.set(target, [...new Set([...(found.get(target) ?? []), page.file])]);
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every link, picture and path in these pages that does not exist. `root` is the project's folder. */
export function brokenLinks(root: string, pages: readonly Page[]): Fault[] {
    const byFile = new Map(pages.map((page) => [page.file, page]));

    const fault = (page: Page, target: string): string | undefined => {
        if (ELSEWHERE.test(target)) return undefined;
        const [place = '', fragment] = target.split('#');
        if (place.startsWith('/')) return `${target} is no path relative to the page`;
        const file = place === '' ? page.file : path.posix.join(path.posix.dirname(page.file), decodeURI(place));
        if (file.startsWith('..')) return `${target} leaves the project`;
        if (place !== '' && !existsSync(path.join(root, file))) return `${target} does not exist`;
        const linked = byFile.get(file);
        if (fragment === undefined || !linked) return undefined;
        return anchors(linked).has(fragment) ? undefined : `${target} names no heading`;
    };

    return pages.flatMap((page) => {
        const links = targets(page).flatMap((target) => fault(page, target) ?? []);
        const paths = codeSpans(page)
            .filter((code) => OURS.test(code) && !existsSync(path.join(root, code)))
            .map((code) => `${code} does not exist`);
        return [...links, ...paths].map((what) => ({ file: page.file, what }));
    });
}

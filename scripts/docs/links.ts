/** Links, pictures and named paths that lead nowhere. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { codeSpans, headings, prose } from './pages.ts';
import type { Fault, Page } from './pages.ts';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)>\s]+)>?[^)]*\)/g;
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
        return headings(linked).map(anchor).includes(fragment) ? undefined : `${target} names no heading`;
    };

    return pages.flatMap((page) => {
        const text = prose(page).replaceAll(/`[^`\n]*`/g, '');
        const links = [...text.matchAll(LINK)].flatMap(([, target = '']) => fault(page, target) ?? []);
        const paths = codeSpans(page)
            .filter((code) => OURS.test(code) && !existsSync(path.join(root, code)))
            .map((code) => `${code} does not exist`);
        return [...links, ...paths].map((what) => ({ file: page.file, what }));
    });
}

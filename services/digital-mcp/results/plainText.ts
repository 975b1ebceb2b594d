import { createRequire } from 'node:module';
import type * as htmlToText from 'html-to-text';

const load = createRequire(import.meta.url);

/** A parser may need minutes for more, which nobody writes by hand; whoever sends a mail must not stop this server. */
const MOST_ELEMENTS = 50_000;

const TOO_MUCH = '\n[What follows has too much markup to be shown.]';

/** The usual ways to write words that no reader of a mail sees. Zero, but not 0.9em. */
const HIDES = /display:none|visibility:hidden|mso-hide:all|(font-size|opacity|max-height):0(?![\d.]*[1-9])/i;
const STYLE = /\sstyle\s*=\s*("[^"]*|'[^']*|[^\s"'>]*)/i;

/** A value with the markup in it, wherever it stands, as text. */
export function readable(value: unknown, name = ''): unknown {
    if (typeof value === 'string') return isMarkup(name, value) ? plainText(value) : value;
    if (Array.isArray(value)) return (value as unknown[]).map((one) => readable(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, readable(one, key)]));
}

const isMarkup = (name: string, value: string): boolean =>
    /^html(body)?$/i.test(name) || (/body$/i.test(name) && /<(html|body|div|p|table|script|style)[\s>]/i.test(value));

/** Markup as a person reads it: without what acts, hides or loads something. */
export function plainText(html: string): string {
    // Loaded with the first markup: a server starts without it.
    const { convert } = load('html-to-text') as typeof htmlToText;
    const end = endOf(html);
    const text = convert(marked(html.slice(0, end)), {
        wordwrap: false,
        limits: { maxInputLength: undefined, maxDepth: 200 },
        selectors: [
            ...['img', 'iframe', 'object', 'template', 'title', '[hidden]', '[aria-hidden=true]'].map((selector) => ({
                selector,
                format: 'skip'
            })),
            { selector: 'a', options: { hideLinkHrefIfSameAsText: true } }
        ]
    });
    return end < html.length ? text + TOO_MUCH : text;
}

function endOf(html: string): number {
    let count = 0;
    for (const { index } of html.matchAll(/<[a-z]/gi)) {
        count += 1;
        if (count > MOST_ELEMENTS) return index;
    }
    return html.length;
}

/** A selector cannot tell `display : none` or a size of zero. */
function marked(html: string): string {
    return html.replace(/<[a-z][^<>]*>/gi, (tag) => {
        const style = STYLE.exec(tag)?.[1]?.replace(/\s+/g, '') ?? '';
        return HIDES.test(style) ? tag.replace(/^<[^\s/>]+/, '$& hidden') : tag;
    });
}

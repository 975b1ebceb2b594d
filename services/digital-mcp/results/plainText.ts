import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as htmlToText from 'html-to-text';
import { isReversed, withoutInvisible } from './invisible.ts';
import { pointerTo } from './parts.ts';
import { withTexts } from './texts.ts';
import { withoutHidden } from './withoutHidden.ts';

const load = createRequire(import.meta.url);

/** A parser may need minutes for more, which nobody writes by hand; whoever sends a mail must not stop this server. */
const MOST_ELEMENTS = 50_000;

const TOO_MUCH = '\n[What follows has too much markup to be shown.]';

export interface Read {
    readonly text: string;
    /** Some of its words may not have been seen by its reader, or in another order. */
    readonly mayHide: boolean;
}

const HTML_FIELD = /^html(body)?$/i;
const BODY_FIELD = /body$/i;
const MARKUP = /<(html|body|div|p|table|script|style)[\s>]/i;

/** A value with the markup in it, wherever it stands, as text, and without characters that nobody sees. */
export function readable(value: unknown): { readonly value: unknown; readonly mayHide: readonly string[] } {
    const mayHide: string[] = [];
    const read = withTexts(value, (text, name, path) => {
        const { mayHide: hides, text: words } = isMarkup(name, text) ? readMarkup(text) : { mayHide: false, text };
        if (hides || isReversed(words)) mayHide.push(path.reduce(pointerTo, ''));
        return withoutInvisible(words);
    });
    return { value: read, mayHide };
}

const isMarkup = (name: string, value: string): boolean =>
    HTML_FIELD.test(name) || (BODY_FIELD.test(name) && MARKUP.test(value));

/** Markup as a person reads it: without what acts, hides or loads something. */
export function readMarkup(html: string): Read {
    // Loaded with the first markup: a server starts without it.
    const { convert } = load('html-to-text') as typeof htmlToText;
    const end = endOf(html);
    // A name that no mail can close.
    const whole = `mail-${randomUUID()}`;
    let mayHide = false;
    const text = convert(`<${whole}>${html.slice(0, end)}`, {
        wordwrap: false,
        limits: { maxInputLength: undefined, maxDepth: 200 },
        baseElements: { selectors: [whole] },
        formatters: {
            mail(element, walk, builder): void {
                mayHide = withoutHidden(element);
                walk(element.children, builder);
            }
        },
        selectors: [
            { selector: whole, format: 'mail' },
            ...['img', 'iframe', 'object', 'template', 'title'].map((selector) => ({ selector, format: 'skip' })),
            { selector: 'a', options: { hideLinkHrefIfSameAsText: true } }
        ]
    });
    return { text: end < html.length ? text + TOO_MUCH : text, mayHide };
}

function endOf(html: string): number {
    let count = 0;
    for (const { index } of html.matchAll(/<[a-z]/gi)) {
        count += 1;
        if (count > MOST_ELEMENTS) return index;
    }
    return html.length;
}

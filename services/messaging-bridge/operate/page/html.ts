const ESCAPED: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

/** A text that is markup already. */
export class Markup {
    readonly text: string;
    constructor(text: string) {
        this.text = text;
    }
}

type Part = string | number | Markup | readonly Markup[];

/** Markup, with everything that is filled in as text, whatever is in it. */
export function html(fixed: TemplateStringsArray, ...filled: readonly Part[]): Markup {
    return new Markup(fixed.reduce((text, next, at) => `${text}${markupOf(filled[at - 1] ?? '')}${next}`));
}

function markupOf(part: Part): string {
    if (part instanceof Markup) return part.text;
    if (typeof part === 'string' || typeof part === 'number')
        return String(part).replaceAll(/[&<>"']/g, (one) => ESCAPED[one] ?? one);
    return part.map(({ text }) => text).join('');
}

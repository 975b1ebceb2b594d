/** CSS that hides words, as far as it can be told without a browser. */

export type Style = ReadonlyMap<string, string>;

const LONGEST_VALUE = 200;

/** The declarations of a style attribute or of one rule, as a browser understands comments and escapes. */
export function styleOf(css: string): Style {
    const plain = css
        .replace(/\/\*.*?(?:\*\/|$)/gs, '')
        .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
            String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff))
        )
        .replaceAll('\\', '')
        .toLowerCase();
    const style = new Map<string, string>();
    const important = new Set<string>();
    for (const one of plain.split(';')) {
        const colon = one.indexOf(':');
        if (colon < 0) continue;
        const name = one.slice(0, colon).trim();
        const given = one.slice(colon + 1);
        const value = given.replace(/!\s*important/, '');
        if (value !== given) important.add(name);
        else if (important.has(name)) continue;
        style.set(name, value.trim().slice(0, LONGEST_VALUE));
    }
    return style;
}

/** No reader of the mail sees what has this style. Zero, but not 0.9em. */
export function hides(style: Style): boolean {
    const is = (name: string, pattern: RegExp): boolean => pattern.test(style.get(name) ?? 'unset');
    const size =
        style.get('font-size') ?? /(?:^|\s)0*[01](?:\.0*)?(?:px|pt)?(?=\/|\s)/.exec(style.get('font') ?? '')?.[0];
    return (
        is('display', /^none\b/) ||
        is('visibility', /^(hidden|collapse)\b/) ||
        is('mso-hide', /^all\b/) ||
        is('opacity', /^(0*\.0+\d*|0+\.?|0*\.?0+%)$/) ||
        is('max-height', ZERO) ||
        (is('overflow', /hidden|clip/) && ['height', 'width', 'max-width'].some((name) => is(name, NO_ROOM))) ||
        is('clip', /^rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?\s*\)/) ||
        is('clip-path', /^(inset\(\s*(100|[5-9]\d)(\.\d+)?%\s*\)|circle\(\s*0(?![.\d]))/) ||
        is('transform', /scale[xy]?\(\s*(0+(\.0*)?|\.0+)\s*[,)]|translate(x|y|3d)?\([^)]*([5-9]\d{3}|\d{5})/) ||
        is('scale', ZERO) ||
        is('filter', /opacity\(\s*(0+(\.0*)?|\.0+)%?\s*\)/) ||
        is('content-visibility', /^hidden\b/) ||
        ['color', '-webkit-text-fill-color'].some((name) => is(name, SEE_THROUGH)) ||
        ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'].some((name) =>
            is(name, FAR_OUT)
        ) ||
        ['left', 'text-indent', 'margin-left'].some((name) => is(name, FAR_RIGHT)) ||
        (size !== undefined && TINY.test(size.trim())) ||
        isOneColor(colorOf(style.get('color')), backgroundOf(style))
    );
}

const ZERO = /^(0+\.?0*|\.0+)(px|pt|em|rem|%)?$/;
/** With what is outside cut off. */
const NO_ROOM = /^(0+\.?0*|\.0+|0*1)(px|pt)?$|^(0+\.?0*|\.0+)(em|rem|%)$/;
const TINY = /^(0*\.?0+|0*1|0*\.\d+)(px|pt)?$|^0*\.?0+(em|rem|%)?$|^0*\.0\d*r?em$/;
const FAR_OUT = /^-\d{3,}(\.\d+)?(px|pt|em|rem|vw|vh|%)?\b/;
/** Nobody scrolls that far to the side; a long page may well go on far down. */
const FAR_RIGHT = /^([5-9]\d{3}|\d{5,})(\.\d+)?(px|pt|em|rem)?\b/;
/** Without any colour: its fourth part is zero. */
const SEE_THROUGH =
    /^transparent\b|^#(?:[\da-f]{3}0|[\da-f]{6}00)$|^(?:rgb|hsl)a?\((?:[^,()]+,[^,()]+,[^,()]+,|[^,()/]+\/)\s*(?:0+(?:\.0*)?|\.0+)%?\s*\)$/;

const isOneColor = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;

/** As six digits; undefined where it is none that is known. */
export function colorOf(value: string | undefined): string | undefined {
    const text = value?.trim().toLowerCase() ?? '';
    if (text === 'white') return 'ffffff';
    if (text === 'black') return '000000';
    const [, hex] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text) ?? [];
    if (hex !== undefined) return hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('');
    const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text)?.slice(1, 4);
    return parts?.map((part) => Math.min(Number(part), 255).toString(16).padStart(2, '0')).join('');
}

/** A picture or a gradient may have any colour. */
export function backgroundOf(style: Style): string | undefined {
    const value = style.get('background-color') ?? style.get('background');
    return value === undefined ? undefined : (colorOf(value) ?? colorOf(value.split(' ')[0]) ?? 'unknown');
}

/**
 * Whether a style sheet has a rule that hides something that is there: a class or an id of `used`, or a rule without
 * either. Whether a mail program follows it, nobody can tell: many have rules for small screens only.
 */
export function sheetHides(sheet: string, used: ReadonlySet<string>): boolean {
    const plain = sheet.replace(/\/\*.*?(?:\*\/|$)/gs, '');
    return plain.split('}').some((piece) => {
        const [selector = '', body] = piece.split('{').slice(-2);
        if (body === undefined || !hides(styleOf(body))) return false;
        const names = [...selector.matchAll(/[.#]((?:[\w-]|[^\0-\x7f]|\\.)+)/g)].map(([, name = '']) => name);
        return names.length === 0 || names.some((name) => name.includes('\\') || used.has(name));
    });
}

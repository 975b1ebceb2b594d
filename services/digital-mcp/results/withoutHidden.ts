import { backgroundOf, colorOf, hides, sheetHides, styleOf } from './hidingStyle.ts';
import { isReversed, withoutInvisible } from './invisible.ts';

/** An element, a text or a comment of the parser. */
export interface Markup {
    readonly type: string;
    /** Of an element. */
    readonly name?: string;
    data?: string | undefined;
    readonly attribs?: Readonly<Record<string, string>>;
    children?: Markup[];
}

interface Around {
    readonly color: string;
    /** `unknown` before a picture, say. */
    readonly background: string;
    /** Some programs show it, and others something else in its place. */
    readonly isInstead: boolean;
}

const PAGE: Around = { color: '000000', background: 'ffffff', isInstead: false };

/** Shown by those who know nothing of such an element, or who do not follow it. */
const INSTEAD: ReadonlySet<string> = new Set(['audio', 'canvas', 'datalist', 'dialog', 'noembed', 'noframes', 'video']);

/**
 * Takes the elements out that no reader sees: by an attribute or their own style. True where what is left may have words
 * that a reader does not see: by a rule of a style sheet, in the colour of what is behind them, or in the place of a film.
 */
export function withoutHidden(whole: Markup): boolean {
    const names = new Set<string>();
    let sheets = '';
    let isUnseen = false;
    const open: [Markup, Around][] = [[whole, PAGE]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [element, around] = next;
        const kept = (element.children ?? []).filter((child) => !isHidden(child));
        element.children = kept;
        for (const child of kept) {
            if (child.type === 'style') {
                sheets += `${(child.children ?? []).map(({ data }) => data ?? '').join('')}}`;
            } else if (child.type === 'text') {
                const text = child.data ?? '';
                const isDoubtful = around.isInstead || around.color === around.background;
                isUnseen ||= isReversed(text) || (isDoubtful && /\S/.test(text));
                // The parser would take some for a blank.
                child.data = withoutInvisible(text);
            } else if (child.children !== undefined) {
                open.push([child, within(child, around)]);
            }
            const { class: classes = '', id } = child.attribs ?? {};
            for (const name of classes.split(/\s+/)) names.add(name);
            if (id !== undefined) names.add(id);
        }
    }
    return isUnseen || sheetHides(sheets, names);
}

function isHidden({ attribs = {} }: Markup): boolean {
    return (
        attribs['hidden'] !== undefined ||
        attribs['aria-hidden']?.trim().toLowerCase() === 'true' ||
        (attribs['style'] !== undefined && hides(styleOf(attribs['style'])))
    );
}

function within({ attribs = {}, name = '' }: Markup, around: Around): Around {
    const style = styleOf(attribs['style'] ?? '');
    const picture = attribs['background'] === undefined ? undefined : 'unknown';
    return {
        color: colorOf(style.get('color') ?? attribs['color']) ?? around.color,
        background: backgroundOf(style) ?? picture ?? colorOf(attribs['bgcolor']) ?? around.background,
        isInstead: around.isInstead || (INSTEAD.has(name) && attribs['open'] === undefined)
    };
}

/** What Genesys Cloud takes in one message, in UTF-16 units: the strictest reading of its "characters". */
export const SMS_LIMIT = 765;
export const MESSAGE_LIMIT = 2000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Spaces at which a line may end; a no-break space is none. */
const isSpace = (grapheme: string): boolean => /^[ \t\r\n\u2028\u2029\u3000]+$/.test(grapheme);

/** Where one visible character that is itself too long may be cut: between code points. */
function codePoints(grapheme: string, limit: number): string[] {
    const parts: string[] = [];
    let part = '';
    for (const point of grapheme) {
        if (part.length + point.length > limit && part !== '') {
            parts.push(part);
            part = '';
        }
        part += point;
    }
    return [...parts, part];
}

/** In a script without spaces: before the last word of the run, or all of it if the run is one word. */
function wordEnd(run: string, marks: ReadonlySet<number>): number {
    let end = run.length;
    for (const { index } of words.segment(run)) if (index > run.length / 2 && marks.has(index)) end = index;
    return end;
}

/**
 * Texts of at most `limit` UTF-16 units that together say what `text` says; only white space at the cuts is left out,
 * and none of them is blank. A cut is at white space where there is some, else between words, else between visible
 * characters; inside one only where that one alone is longer than the limit. `limit` is at least 2.
 */
export function splitText(text: string, limit: number): string[] {
    const most = Math.max(2, Math.floor(limit) || 2);
    if (text.length <= most) return text.trim() === '' ? [] : [text];
    const parts: string[] = [];
    let start = 0;
    let marks = new Set<number>();
    /** The last white space of the part, if there is one: where the part ends, and where the next one begins. */
    let space: { end: number; next: number } | undefined;
    const cut = (end: number, next: number): void => {
        const part = text.slice(start, end);
        if (part.trim() !== '') parts.push(part);
        // White space that a cut leaves out is not counted into the next part, and cuts made so far are behind it.
        marks = new Set([...marks].flatMap((mark) => (start + mark >= next ? [start + mark - next] : [])));
        start = next;
        space = undefined;
    };
    for (const { segment, index } of graphemes.segment(text)) {
        const end = index + segment.length;
        const blank = isSpace(segment);
        while (end - start > most && index > start && !blank) {
            if (space && space.end > start) cut(space.end, space.next);
            else if (space) cut(start, space.next);
            else {
                const at = start + wordEnd(text.slice(start, index), marks);
                cut(at, at);
            }
        }
        if (segment.length > most) {
            const pieces = codePoints(segment, most);
            parts.push(...pieces.slice(0, -1));
            start = end - (pieces.at(-1)?.length ?? 0);
            marks = new Set();
            space = undefined;
        } else if (blank) space = space?.next === index ? { end: space.end, next: end } : { end: index, next: end };
        else marks.add(index - start);
    }
    cut(space?.next === text.length ? space.end : text.length, text.length);
    return parts;
}

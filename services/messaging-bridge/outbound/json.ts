/** How deep an event may be nested. Those that Salesforce documents stay below 20. */
export const DEEPEST = 64;

export type Json =
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly given: string; readonly allowed: string };

/** Objects and lists inside each other, counted before anything is built of them. */
function depthOf(text: string): number {
    let depth = 0;
    let deepest = 0;
    let inText = false;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (inText) {
            if (code === 0x5c) at += 1;
            else if (code === 0x22) inText = false;
        } else if (code === 0x22) inText = true;
        else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
        else if (code === 0x7d || code === 0x5d) depth -= 1;
    }
    return deepest;
}

// PostgreSQL takes neither U+0000 nor half a character into a text or jsonb column, and would refuse the whole batch.
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

function cleaned(value: unknown): unknown {
    if (typeof value === 'string') return storable(value);
    if (Array.isArray(value)) return value.map(cleaned);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).filter(([name]) => name !== '__proto__');
    return Object.fromEntries(members.map(([name, member]) => [storable(name), cleaned(member)]));
}

/** Whether there are so many of two signs, wherever they stand. */
function hasMore(text: string, one: string, other: string, than: number): boolean {
    let left = than;
    for (const sign of [one, other])
        for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) if ((left -= 1) < 0) return true;
    return false;
}

/** Reads JSON that can be stored: no half characters, no U+0000, no member named `__proto__`. Never throws. */
export function readJson(text: string): Json {
    // Few objects and lists are not deep, however they stand: most events are looked through no further.
    const depth = hasMore(text, '{', '[', DEEPEST) ? depthOf(text) : 0;
    if (depth > DEEPEST) {
        return { ok: false, given: `JSON nested ${depth} deep`, allowed: `JSON nested at most ${DEEPEST} deep` };
    }
    try {
        const value: unknown = JSON.parse(text);
        // Only an escape or a raw half character can bring what must be cleaned; most events have neither.
        const suspect = text.includes('\\u') || text.includes('__proto__') || !text.isWellFormed();
        return { ok: true, value: suspect ? cleaned(value) : value };
    } catch {
        return { ok: false, given: `a text of ${text.length} characters that is no JSON`, allowed: 'JSON' };
    }
}

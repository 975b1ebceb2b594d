import type { InventedValues } from './inventedValues.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const EMAIL = /[^\s@<>"',;:()]+@[^\s@<>"',;:()]+/;
/** At least seven digits, grouped in any way that people group them. */
const PHONE = /\+?\(?\d(?:[ ().-]{0,2}\d){6,17}/;
const TELLING = new RegExp(`(${UUID.source})|(${EMAIL.source})|(${PHONE.source})`, 'gi');

/**
 * A text in which nothing of the original is left but its shape. What identifies somebody (an id, a number, an address)
 * is replaced by the same thing in every text; the words around it by new ones each time, so that nobody can count
 * them.
 */
export function replacedText(given: string, values: InventedValues): string {
    const sip = /^sip:/i.exec(given)?.[0];
    if (sip && !given.includes('@')) return `${sip}${replacedPart(given.slice(sip.length), values)}`;
    const web = /^https?:\/\/[^/?#]*/i.exec(given)?.[0];
    if (web) return `https://example.com${words(given.slice(web.length), values)}`;
    const tel = /^tel:/i.exec(given)?.[0] ?? '';
    return `${tel}${words(given.slice(tel.length), values)}`;
}

export function isUuid(text: string): boolean {
    return new RegExp(`^${UUID.source}$`, 'i').test(text);
}

function words(given: string, values: InventedValues): string {
    let rest = '';
    const found: string[] = [];
    let from = 0;
    for (const match of given.matchAll(TELLING)) {
        const [text, uuid, email] = match;
        found.push(uuid ? values.uuid(uuid) : email ? values.email(email) : values.phone(text));
        // A place for what was found, which keeps the text around it apart.
        rest += `${given.slice(from, match.index)}\u0001`;
        from = match.index + text.length;
    }
    rest += given.slice(from);
    if (rest === '\u0001') return found[0] ?? '';
    return values.text(rest).replaceAll('\u0001', () => found.shift() ?? '');
}

/** A flow's name is encoded: it is replaced as it reads. */
function replacedPart(encoded: string, values: InventedValues): string {
    try {
        return encodeURIComponent(words(decodeURIComponent(encoded), values));
    } catch {
        return words(encoded.replaceAll('%', '-'), values);
    }
}

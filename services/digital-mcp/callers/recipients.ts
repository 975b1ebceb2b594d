import { domainToASCII } from 'node:url';

/** Signs with which a mail address says more than one mailbox of one domain: a list, a name, a comment, a route. */
const MAIL = /^([^\s\p{C}<>()[\]\\,;:"@%!]+)@([^\s\p{C}<>()[\]\\,;:"@%!/?#]+)$/u;
/** As people write a number: `+49 (0)151 123-45`. */
const SEPARATORS = /[\s().\-/]/g;
const NUMBER = /^\+\d+$/;

export const RECIPIENT_WORDS =
    'an address (anna@example.com), a mail domain (@example.com), a number (+13175550100), the beginning of one (+49*), or another address as it stands';

/**
 * One entry of a list of recipients, or an address to compare with it: spaces around it, the case of a mail domain and
 * the way an international domain or a number is written do not count. Undefined for what is no such thing.
 */
export function recipientEntry(text: string): string | undefined {
    const entry = text.trim();
    if (entry.startsWith('@')) return mailOf(`anybody${entry}`)?.slice('anybody'.length);
    if (/^\+[^@]*\*$/.test(entry)) {
        const beginning = numberOf(entry.slice(0, -1));
        return beginning && `${beginning}*`;
    }
    return entry.includes('*') ? undefined : addressOf(entry);
}

/** Undefined for what could be read as something else than one address. */
function addressOf(text: string): string | undefined {
    const address = text.trim();
    if (address === '' || /\p{C}/u.test(text)) return undefined;
    if (address.includes('@')) return mailOf(address);
    return address.startsWith('+') ? numberOf(address) : address;
}

function numberOf(text: string): string | undefined {
    const number = text.replaceAll(SEPARATORS, '');
    return NUMBER.test(number) ? number : undefined;
}

function mailOf(address: string): string | undefined {
    const [, mailbox, domain] = MAIL.exec(address) ?? [];
    if (mailbox === undefined || domain === undefined) return undefined;
    const ascii = asciiOf(domain);
    return ascii && `${mailbox}@${ascii}`;
}

/** Signs that programs turn into different domains (IDNA of 2003 and of 2008) must be written in the form `xn--`. */
function asciiOf(domain: string): string | undefined {
    if (domain.normalize('NFKC') !== domain || /[ßẞς\p{Cf}]/u.test(domain)) return undefined;
    const ascii = domainToASCII(domain);
    const labels = ascii.split('.');
    return labels.length < 2 || labels.includes('') || /^\d+$/.test(labels.at(-1) ?? '') ? undefined : ascii;
}

const compared = new WeakMap<readonly string[], readonly string[]>();

function entriesOf(list: readonly string[]): readonly string[] {
    const known = compared.get(list) ?? list.flatMap((entry) => recipientEntry(entry) ?? []);
    compared.set(list, known);
    return known;
}

/** Whether an address is on a list of an operator. Nothing that is unclear is on it. */
export function isRecipient(list: readonly string[], given: string): boolean {
    const address = addressOf(given);
    if (address === undefined) return false;
    const at = address.indexOf('@');
    return entriesOf(list).some((entry) => {
        if (entry.startsWith('@')) return at >= 0 && address.slice(at) === entry;
        if (entry.startsWith('+') && entry.endsWith('*'))
            return NUMBER.test(address) && address.startsWith(entry.slice(0, -1));
        return address === entry;
    });
}

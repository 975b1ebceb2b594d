import { ATTRIBUTES } from 'c/interactionAttributes';

const FAMILY = /^participant\../i;
const ALL = ATTRIBUTES.map((attribute) => attribute.name);
const NAMES = new Set(ALL.filter((name) => !name.includes('{')));
/** As the vendor's table has them: a name of the customer's own goes in the place of the braces. */
const PATTERNS = new Set(ALL.filter((name) => name.includes('{')).map((name) => name.toLowerCase()));

/** In the catalogue, or participant data under a name of the customer's own. */
export function isKnownAttribute(name: string): boolean {
    return NAMES.has(name) || (FAMILY.test(name) && !PATTERNS.has(name.toLowerCase()));
}

/** The catalogue's spelling of a name that differs in case or blanks only. */
export function nearestAttribute(name: string): string | undefined {
    const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');
    return [...NAMES].find((candidate) => plain(candidate) === plain(name));
}

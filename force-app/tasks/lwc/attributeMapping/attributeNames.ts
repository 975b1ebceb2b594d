import { ATTRIBUTES } from 'c/interactionAttributes';

const FAMILY = /^participant\../i;
const NAMES = new Set(ATTRIBUTES.map((attribute) => attribute.name).filter((name) => !name.includes('{')));

/** In the catalogue, or participant data under a name of the customer's own. */
export function isKnownAttribute(name: string): boolean {
    return NAMES.has(name) || FAMILY.test(name);
}

/** The catalogue's spelling of a name that differs in case or blanks only. */
export function nearestAttribute(name: string): string | undefined {
    const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');
    return [...NAMES].find((candidate) => plain(candidate) === plain(name));
}

/** What a row can be. All but Status are transfer targets. */
export const KINDS = ['User', 'Queue', 'Phone', 'Flow', 'Secure Flow', 'Status'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that is meant, whatever the case and the spaces. */
export function kindNamed(word: string): Kind | undefined {
    const folded = letters(word);
    return KINDS.find((kind) => letters(kind) === folded);
}

export function letters(word: string): string {
    return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const id = (of: string): Rule => ({ holds: (text) => ID.test(text), allowed: `Give the id of the ${of}, a GUID.` });

interface Rule {
    readonly holds: (address: string) => boolean;
    /** What to do. */
    readonly allowed: string;
}

/** What an address must look like. Phones are left as they are written, but a spreadsheet may have spoilt them. */
export const ADDRESSES: Readonly<Record<Kind, Rule>> = {
    User: id('user'),
    Queue: id('queue'),
    'Secure Flow': id('secure flow'),
    Phone: {
        holds: (text) => /^\+?[\d\s()./*#-]+$/.test(text) && text.replaceAll(/\D/g, '').length > 1,
        allowed:
            'Give a phone number: digits, spaces and + ( ) - . / * # only. Format the column as text in a spreadsheet.'
    },
    Flow: {
        holds: (text) => !/^sip:/i.test(text),
        allowed: 'Give the name or id of the flow without sip:, which is added when a call is passed to it.'
    },
    Status: { holds: () => true, allowed: '' }
};

import type * as z from 'zod';

type Mistake = Parameters<z.core.$ZodErrorMap>[0];

const KINDS: Readonly<Record<string, string>> = {
    object: 'an object, { … }',
    record: 'an object, { … }',
    array: 'a list, [ … ]',
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false'
};

/** `it is missing. Give …`, or `Give …` where something else stands there. */
export const giveInstead = ({ input }: Pick<Mistake, 'input'>, what: string): string =>
    `${input === undefined ? 'it is missing. ' : ''}Give ${what}`;

const GRANTS = 'clientCredentials, refreshToken or accessToken';

/** Of a connection: no object, or one whose `type` is none. */
export function wrongGrant(mistake: Mistake): string {
    const { code, input } = mistake;
    if (code === 'invalid_type') return giveInstead(mistake, `an object with the "type" ${GRANTS}`);
    return giveInstead({ input: (input as { readonly type?: unknown }).type }, GRANTS);
}

/** What is wrong in the configuration, in words of ours; undefined where the library's own do. */
export function plainMistake(mistake: Mistake): string | undefined {
    switch (mistake.code) {
        case 'invalid_type': {
            const kind = KINDS[mistake.expected];
            return kind && giveInstead(mistake, kind);
        }
        case 'invalid_value':
            return giveInstead(mistake, mistake.values.map(String).join(', '));
        case 'unrecognized_keys':
            return `${mistake.keys.map((key) => JSON.stringify(key)).join(', ')} is not known here`;
        case 'too_small':
            return mistake.origin === 'string' || mistake.origin === 'array' ? 'it is empty' : undefined;
        default:
            return undefined;
    }
}

/** What a schema finds wrong, as zod tells it; any other that tells it so will do. */
export interface Mistake {
    readonly code?: string;
    readonly input?: unknown;
    /** Of `invalid_type`. */
    readonly expected?: string;
    /** Of `invalid_value`. */
    readonly values?: readonly unknown[];
    /** Of `unrecognized_keys`. */
    readonly keys?: readonly string[];
    /** Of `too_small` and `too_big`: what is measured, and its end. */
    readonly origin?: string;
    readonly minimum?: unknown;
    readonly maximum?: unknown;
    readonly inclusive?: boolean;
    /** Of `invalid_union`. */
    readonly discriminator?: string;
    readonly options?: unknown;
    readonly inst?: unknown;
}

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

/** What is wrong in a configuration, in words of ours; undefined where the library's own do. Repeats no value. */
export function plainMistake(mistake: Mistake): string | undefined {
    const { code, keys = [], origin, values = [] } = mistake;
    switch (code) {
        case 'invalid_type': {
            const kind = KINDS[mistake.expected ?? ''];
            return kind && giveInstead(mistake, kind);
        }
        case 'invalid_value':
            return giveInstead(mistake, values.map(String).join(', '));
        case 'unrecognized_keys':
            return `${keys.map((key) => JSON.stringify(key)).join(', ')} is not known here${knownBy(mistake)}`;
        case 'invalid_union':
            return oneOf(mistake);
        case 'too_small':
        case 'too_big':
            if (origin === 'number' || origin === 'int') return `Give a number ${endOf(mistake)}`;
            return code === 'too_small' ? 'it is empty' : `it is too long: at most ${String(mistake.maximum)}`;
        default:
            return undefined;
    }
}

const endOf = ({ code, inclusive, maximum, minimum }: Mistake): string =>
    code === 'too_small'
        ? `${inclusive === true ? 'of at least' : 'above'} ${String(minimum)}`
        : `${inclusive === true ? 'of at most' : 'below'} ${String(maximum)}`;

function oneOf({ discriminator, input, options }: Mistake): string | undefined {
    if (discriminator === undefined || !Array.isArray(options) || typeof input !== 'object') return undefined;
    const given = (input as Readonly<Record<string, unknown>> | null)?.[discriminator];
    return giveInstead({ input: given }, options.map(String).join(' or '));
}

/** The names that the place takes. */
function knownBy({ inst }: Mistake): string {
    const shape = (inst as { readonly _zod?: { readonly def?: { readonly shape?: object } } } | undefined)?._zod?.def
        ?.shape;
    return shape === undefined ? '' : `. Known: ${Object.keys(shape).join(', ')}`;
}

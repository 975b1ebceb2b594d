import { KINDS, letters } from './kinds.ts';
import type { Kind } from './kinds.ts';

type Name = 'name' | 'kind' | 'address' | 'pinned' | 'order' | 'active';

/** Where each value stands in a row, and of which kind all rows are where the headers tell it. */
export interface Columns {
    readonly at: Readonly<Partial<Record<Name, number>>>;
    readonly kind?: Kind;
}

/** Pairs of headers that tell the kind: performance views that Genesys Cloud exports have them. */
const PAIRS: readonly { readonly kind: Kind; readonly address: string; readonly name: string }[] = [
    { kind: 'Queue', address: 'queueid', name: 'queuename' },
    { kind: 'User', address: 'agentid', name: 'agentname' },
    { kind: 'User', address: 'userid', name: 'username' }
];

/** Headers of one's own lists, and the Platform API's names of a queue, a user, a flow and a presence definition. */
const HEADERS: Readonly<Record<Name, readonly string[]>> = {
    name: ['name', 'label', 'languagelabelsenus', 'languagelabelsen'],
    kind: ['kind'],
    address: ['address', 'id'],
    pinned: ['pinned'],
    order: ['order'],
    active: ['active']
};

/** Finds the columns by their headers, whatever the case, or says which are missing. */
export function readColumns(headers: readonly string[], wanted?: Kind): Columns | { readonly error: string } {
    const given = headers.map(letters);
    const twice = given.findIndex((header, index) => header !== '' && given.indexOf(header) < index);
    if (twice >= 0) return { error: `The column "${headers[twice]}" is there twice. Keep one.` };

    const pairs = PAIRS.filter(({ address, name }) => given.includes(address) && given.includes(name));
    const fitting = wanted ? pairs.filter(({ kind }) => kind === wanted) : pairs;
    if (fitting.length > 1 && !given.includes('address')) {
        const kinds = [...new Set(fitting.map(({ kind }) => kind))].join(' or ');
        return { error: `The file names more than one kind. Give --kind ${kinds}, or a column "address".` };
    }
    const find = (names: readonly string[]): number | undefined =>
        names.map((name) => given.indexOf(name)).find((index) => index >= 0);
    const [pair] = given.includes('address') ? [] : fitting;
    const at: Partial<Record<Name, number>> = {};
    for (const name of Object.keys(HEADERS) as Name[]) {
        const index = find([
            ...(pair && (name === 'name' || name === 'address') ? [pair[name]] : []),
            ...HEADERS[name]
        ]);
        if (index !== undefined) at[name] = index;
    }
    const missing = (['name', 'address'] as const).filter((name) => at[name] === undefined);
    if (missing.length > 0) return { error: missingColumns(missing, headers) };
    const kind = wanted ?? pair?.kind ?? (given.includes('systempresence') ? 'Status' : undefined);
    if (kind === undefined && at.kind === undefined) {
        return { error: `Nothing tells what the rows are. Add a column "kind", or give --kind: ${KINDS.join(', ')}.` };
    }
    return { at, ...(kind === undefined ? {} : { kind }) };
}

function missingColumns(missing: readonly string[], headers: readonly string[]): string {
    const people = headers.some((header) => letters(header) === 'phonework');
    return [
        `There is no column for ${missing.join(' and ')} among: ${headers.join(', ')}.`,
        people
            ? 'The list for adding people holds no ids: add a column "id" with the id of each user.'
            : 'Name the columns name, kind, address; --help says which other headers are understood.'
    ].join(' ');
}

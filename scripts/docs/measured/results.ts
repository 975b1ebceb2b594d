/** bench/results.json, as far as pages speak of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Results {
    /** Throws where the bench left no number there. A list is entered by an index. */
    number(...members: (string | number)[]): number;
    /** The same for a word. */
    word(...members: (string | number)[]): string;
    /** The entries of a list. */
    list(...members: (string | number)[]): Results[];
    /** What is there, to be asked further. */
    inner(...members: (string | number)[]): Results;
    has(...members: (string | number)[]): boolean;
}

export function resultsOf(value: unknown): Results {
    const at = (members: readonly (string | number)[]): unknown =>
        members.reduce<unknown>(
            (inner, name) =>
                typeof inner === 'object' && inner !== null
                    ? (inner as Record<string | number, unknown>)[name]
                    : undefined,
            value
        );
    const wanted = <T>(kind: string, members: readonly (string | number)[], is: (found: unknown) => found is T): T => {
        const found = at(members);
        if (!is(found))
            throw new Error(`bench/results.json has no ${kind} at ${members.join('.')}: run npm run bench, whole`);
        return found;
    };
    return {
        number: (...members) => wanted('number', members, (found) => typeof found === 'number'),
        word: (...members) => wanted('word', members, (found) => typeof found === 'string'),
        list: (...members) =>
            wanted('list', members, (found): found is unknown[] => Array.isArray(found)).map(resultsOf),
        inner: (...members) => resultsOf(at(members)),
        has: (...members) => at(members) !== undefined
    };
}

export function readResults(root: string): Results {
    return resultsOf(JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8')) as unknown);
}

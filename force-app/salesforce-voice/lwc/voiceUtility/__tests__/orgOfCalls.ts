import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';

type Row = Readonly<Record<string, unknown>>;

/** Records of VoiceCall, and a user who may not read some fields. Reads the question as the org would: which, in which order, how many. */
export function orgOfCalls(
    records: readonly Row[],
    hidden: readonly string[] = []
): OrgReader & { readonly asked: string[] } {
    const asked: string[] = [];
    return {
        asked,
        query(document, variables = {}): Promise<unknown> {
            const text = String(document);
            const fields = [...text.matchAll(/(\w+) \{ value \}/g)].map(([, name]) => String(name));
            asked.push(fields.join());
            const refused = fields.find((name) => hidden.includes(name));
            if (refused !== undefined) return Promise.reject(new ReadError('refused', `No field ${refused}`));
            const nodes = chosen(text, variables, records).map((row) => ({
                Id: row['Id'],
                ...Object.fromEntries(fields.map((name) => [name, { value: row[name] ?? null }]))
            }));
            return Promise.resolve({ uiapi: { query: { VoiceCall: { edges: nodes.map((node) => ({ node })) } } } });
        }
    };
}

function chosen(text: string, variables: Row, records: readonly Row[]): readonly Row[] {
    const [, field = '', variable = ''] = /where: \{ (\w+): \{ eq: \$(\w+) \} \}/.exec(text) ?? [];
    const [, first = '2000'] = /first: (\d+)/.exec(text) ?? [];
    const newest = /orderBy: \{ CreatedDate: \{ order: DESC \} \}/.test(text);
    const made = ({ CreatedDate }: Row): number => Date.parse(String(CreatedDate));
    return records
        .filter((row) => row[field] === variables[variable])
        .sort((one, other) => (newest ? made(other) - made(one) : made(one) - made(other)))
        .slice(0, Number(first));
}

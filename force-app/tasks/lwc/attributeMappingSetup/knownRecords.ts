import type { KnownRecord } from 'c/mappingWords';
import { ReadError, at, recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';

const TYPE = 'Switchboard_Attribute_Mapping__mdt';

const KNOWN_RECORDS = recordsQuery({
    name: 'SwitchboardMappingRecords($after: String)',
    object: TYPE,
    which: 'first: 2000, after: $after',
    fields: ['Id', 'DeveloperName', 'MasterLabel'],
    paged: true
});

/**
 * Ids and labels, asked for apart from the rules: no org may lose its mapping because it does not tell these. Empty
 * when it does not; rejects with ReadError when it cannot be asked now.
 */
export async function readKnownRecords(reader: OrgReader): Promise<ReadonlyMap<string, KnownRecord>> {
    try {
        return new Map(await readFrom(reader, null));
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') return new Map();
        throw error;
    }
}

async function readFrom(reader: OrgReader, after: string | null): Promise<[string, KnownRecord][]> {
    const data = await reader.query(KNOWN_RECORDS, { after });
    const known = rowsOf(data, TYPE).flatMap(({ Id, DeveloperName, MasterLabel }): [string, KnownRecord][] =>
        typeof Id === 'string' && typeof DeveloperName === 'string'
            ? [[DeveloperName, { id: Id, label: typeof MasterLabel === 'string' ? MasterLabel : DeveloperName }]]
            : []
    );
    const page = at(data, 'uiapi', 'query', TYPE, 'pageInfo');
    const next = at(page, 'hasNextPage') === true ? at(page, 'endCursor') : undefined;
    return typeof next === 'string' && next !== after ? [...known, ...(await readFrom(reader, next))] : known;
}

import { recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { isPersonOrCompany, lookUpCaller } from './callerLookUp.ts';
import type { PageCaller } from './callerLookUp.ts';
import type { PageRecord } from './types.ts';

/** Object names come from the page's address, and go into a query's text. */
const OBJECT_NAME = /^[A-Za-z]\w*$/;

/**
 * What the org tells of a record: its name, and the numbers of a person or company. Undefined when there is no such
 * record, or not for this user. Rejects when the org could not be asked, or knows no such object.
 */
export type RecordLookUp = (record: PageRecord) => Promise<PageCaller | undefined>;

/** The same record asked for twice at a time is one question. */
export function createRecordLookUp(reader: OrgReader): RecordLookUp {
    const asked = new Map<string, Promise<PageCaller | undefined>>();

    return (record) => {
        const known = asked.get(record.id);
        if (known !== undefined) {
            return known;
        }
        const answer = isPersonOrCompany(record) ? lookUpCaller(reader, record) : lookUpName(reader, record);
        asked.set(record.id, answer);
        const forget = (): void => {
            asked.delete(record.id);
        };
        answer.then(forget, forget);
        return answer;
    };
}

const queries = new Map<string, QueryDocument>();

/** Objects name their records by different fields: a case by its number. `DisplayValue` is that of any record. */
function nameQuery(objectApiName: string): QueryDocument {
    const query =
        queries.get(objectApiName) ??
        recordsQuery({
            name: 'SwitchboardRecordName($id: ID)',
            object: objectApiName,
            which: 'where: { Id: { eq: $id } }, first: 1',
            fields: ['Id', 'DisplayValue']
        });
    queries.set(objectApiName, query);
    return query;
}

async function lookUpName(reader: OrgReader, record: PageRecord): Promise<PageCaller | undefined> {
    const { id, objectApiName } = record;
    if (!OBJECT_NAME.test(objectApiName)) {
        return { ...record, phones: [] };
    }
    const row = rowsOf(await reader.query(nameQuery(objectApiName), { id }), objectApiName)[0];
    if (row === undefined) {
        return undefined;
    }
    const { DisplayValue: name } = row;
    return { id, objectApiName, ...(typeof name === 'string' && name !== '' ? { name } : {}), phones: [] };
}

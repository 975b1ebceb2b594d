import { endCursor, rowsOf } from './graphqlRows.ts';
import type { Row } from './graphqlRows.ts';
import type { OrgReader, QueryDocument } from './types.ts';

/**
 * All rows of a question for records, page by page: the org answers at most 2,000 at a time. A cursor that does not move
 * would be asked for without end. Rejects with ReadError.
 */
export async function everyRow(
    reader: OrgReader,
    query: QueryDocument,
    object: string,
    after?: string
): Promise<readonly Row[]> {
    const data = await reader.query(query, after === undefined ? {} : { after });
    const rows = rowsOf(data, object);
    const next = endCursor(data, object);
    return next === undefined || next === after ? rows : [...rows, ...(await everyRow(reader, query, object, next))];
}

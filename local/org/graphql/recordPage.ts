import type { Access } from '../access.ts';
import type { RecordStore, StoredRecord } from '../data/recordStore.ts';
import { OrgError } from '../orgError.ts';
import type { OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import { filterCondition, orderExpression } from './filters.ts';

/** A record on its way through a query, with the object it belongs to. */
export interface Node {
    readonly object: OrgObject;
    readonly record: StoredRecord;
}

export interface PageArguments {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly where?: Readonly<Record<string, unknown>> | null;
    readonly orderBy?: Readonly<Record<string, unknown>> | null;
}

export interface PageSource {
    readonly access: Access;
    readonly objects: OrgObjects;
    readonly store: RecordStore;
    /** False where rows of the object are kept from this user though the type is there. */
    readonly showsRows: (object: OrgObject) => boolean;
}

const PAGE = 10;
const MOST = 2000;

function cursor(position: number): string {
    return Buffer.from(`v1:${position}`).toString('base64');
}

function position(after: string | null | undefined): number {
    const match = after == null ? null : /^v1:(\d+)$/.exec(Buffer.from(after, 'base64').toString('utf8'));
    return match === null ? 0 : Number(match[1]);
}

/** One page of an object's records as this user sees them. Throws OrgError for a page that the platform refuses. */
export function recordPage(source: PageSource, object: OrgObject, given: PageArguments): unknown {
    const { access, objects, store } = source;
    const first = given.first ?? PAGE;
    if (first < 1 || first > MOST) {
        throw new OrgError('INVALID_ARGUMENT', `first is ${first}; it must be 1 to ${MOST}`);
    }
    const filter = filterCondition(objects, object, given.where ?? {});
    const shared = object.sharing === 'public' || access.seesAllData;
    const owned = shared ? '1' : `json_extract(fields, '$.OwnerId') = ?`;
    const rows = source.showsRows(object) ? '1' : '0';
    const order = orderExpression(object, given.orderBy);
    const selection = {
        condition: `${rows} and ${owned} and ${filter.condition}`,
        parameters: [...(shared ? [] : [access.user.id]), ...filter.parameters]
    };
    const offset = position(given.after);
    const found = store.select(object.name, {
        ...selection,
        limit: first + 1,
        offset,
        ...(order === undefined ? {} : { order })
    });
    const edges = found
        .slice(0, first)
        .map((record, index) => ({ node: { object, record }, cursor: cursor(offset + index + 1) }));
    return {
        edges,
        pageInfo: {
            hasNextPage: found.length > first,
            hasPreviousPage: offset > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        },
        totalCount: () => store.count(object.name, selection),
        pageResultCount: edges.length
    };
}

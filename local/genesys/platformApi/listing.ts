import { invalidValue } from './vendorError.ts';

/** A page of a list, as all listings of the API have it. Throws VendorError for a page that cannot be. */
export function listing(entities: readonly unknown[], uri: string, query?: URLSearchParams): unknown {
    const pageSize = whole(query, 'pageSize', 25);
    const pageNumber = whole(query, 'pageNumber', 1);
    const pageCount = Math.ceil(entities.length / pageSize);
    const page = (number: number): string => `${uri}?pageSize=${pageSize}&pageNumber=${number}`;
    return {
        entities: entities.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
        pageSize,
        pageNumber,
        total: entities.length,
        pageCount,
        firstUri: page(1),
        selfUri: page(pageNumber),
        lastUri: page(Math.max(pageCount, 1)),
        ...(pageNumber < pageCount ? { nextUri: page(pageNumber + 1) } : {}),
        ...(pageNumber > 1 ? { previousUri: page(pageNumber - 1) } : {})
    };
}

function whole(query: URLSearchParams | undefined, name: string, otherwise: number): number {
    const given = query?.get(name);
    if (given === undefined || given === null) return otherwise;
    const value = Number(given);
    if (Number.isInteger(value) && value >= 1 && value <= 1_000) return value;
    throw invalidValue(name, 'The query parameter {fieldName} must be a whole number from 1 to 1000.');
}

/** `true` or `false` in the query. Throws VendorError for anything else. */
export function flagIn(query: URLSearchParams, name: string): boolean {
    const given = query.get(name);
    if (given === null || given === 'false') return false;
    if (given === 'true') return true;
    throw invalidValue(name, 'The query parameter {fieldName} must be true or false.');
}

/** What the org told about one metadata record. */
export interface KnownRecord {
    readonly id: string;
    readonly label: string;
}

/** Addresses in Setup. Closures, so that they cross a component boundary whole. */
export interface SetupLinks {
    /** The list of records, or of types where no record's id is known. */
    readonly manage: string;
    /** A new record; the list of types where no record's id is known. */
    readonly create: string;
    record(name: string): string | undefined;
}

const TYPES = '/lightning/setup/CustomMetadata/home';
const PAGE = '/lightning/setup/CustomMetadata/page?address=';
const RECORD_ID = /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/i;

/**
 * Setup shows its older pages by their path in `address`. All records of a type begin with the same three letters, and
 * these alone are the address of their list.
 */
export function setupLinks(records: ReadonlyMap<string, KnownRecord>): SetupLinks {
    const prefix = [...records.values()].find(({ id }) => RECORD_ID.test(id))?.id.slice(0, 3);
    return {
        manage: prefix ? address(`/${prefix}`) : TYPES,
        create: prefix ? address(`/${prefix}/e`) : TYPES,
        record(name): string | undefined {
            const id = records.get(name)?.id;
            return id !== undefined && RECORD_ID.test(id) ? address(`/${id}`) : undefined;
        }
    };
}

function address(path: string): string {
    return PAGE + encodeURIComponent(path);
}

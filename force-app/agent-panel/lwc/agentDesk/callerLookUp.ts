import { ReadError, at, recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { tellingDigits } from './phoneNumbers.ts';
import type { PageRecord } from './types.ts';

/** Of one record. */
const ONE = 'where: { Id: { eq: $id } }, first: 1';

const CONTACT = recordsQuery({
    name: 'SwitchboardContact($id: ID)',
    object: 'Contact',
    which: ONE,
    fields: ['Id', 'Name', 'Phone', 'MobilePhone', 'Account.Name']
});

const LEAD = recordsQuery({
    name: 'SwitchboardLead($id: ID)',
    object: 'Lead',
    which: ONE,
    fields: ['Id', 'Name', 'Phone', 'MobilePhone', 'Company']
});

const ACCOUNT = recordsQuery({
    name: 'SwitchboardAccount($id: ID)',
    object: 'Account',
    which: ONE,
    fields: ['Id', 'Name', 'Phone']
});

/** An org without person accounts has none of these fields, and refuses the query. */
const PERSON_ACCOUNT = recordsQuery({
    name: 'SwitchboardPersonAccount($id: ID)',
    object: 'Account',
    which: ONE,
    fields: ['Id', 'Name', 'Phone', 'PersonMobilePhone', 'IsPersonAccount', 'PersonContactId']
});

const QUERIES: Readonly<Record<string, QueryDocument>> = { Contact: CONTACT, Lead: LEAD, Account: ACCOUNT };

const withoutPersonAccounts = new WeakSet<OrgReader>();

async function ask(reader: OrgReader, { id, objectApiName }: PageRecord, query: QueryDocument): Promise<unknown> {
    if (objectApiName === 'Account' && !withoutPersonAccounts.has(reader)) {
        try {
            return await reader.query(PERSON_ACCOUNT, { id });
        } catch (error) {
            if (!(error instanceof ReadError) || error.failure !== 'refused') {
                throw error;
            }
            withoutPersonAccounts.add(reader);
        }
    }
    return reader.query(query, { id });
}

/** Records that may call, or be called. */
export function isPersonOrCompany({ objectApiName }: PageRecord): boolean {
    return Object.hasOwn(QUERIES, objectApiName);
}

/** A person or company on the page with the numbers it can be reached at. */
export interface PageCaller extends PageRecord {
    readonly phones: readonly string[];
}

/** Who the record on the page is; undefined for records that are nobody, or that this user may not read. */
export async function lookUpCaller(reader: OrgReader, record: PageRecord): Promise<PageCaller | undefined> {
    const query = Object.hasOwn(QUERIES, record.objectApiName) ? QUERIES[record.objectApiName] : undefined;
    if (query === undefined) {
        return undefined;
    }
    const data = await ask(reader, record, query);
    const row = rowsOf(data, record.objectApiName)[0];
    if (row === undefined) {
        return undefined;
    }
    const text = (value: unknown): string | undefined =>
        typeof value === 'string' && value !== '' ? value : undefined;
    const name = text(row.Name) ?? record.name;
    const accountName = text(at(row.Account, 'Name', 'value')) ?? text(row.Company);
    const personContactId = row.IsPersonAccount === true ? text(row.PersonContactId) : undefined;
    return {
        id: record.id,
        objectApiName: record.objectApiName,
        ...(name === undefined ? {} : { name }),
        ...(accountName === undefined ? {} : { accountName }),
        ...(personContactId === undefined ? {} : { personContactId }),
        phones: [row.Phone, row.MobilePhone, row.PersonMobilePhone].flatMap((phone) => text(phone) ?? [])
    };
}

/** True when one of the record's numbers is the caller's. Names and short numbers never match (T13). */
export function isCaller(caller: PageCaller, numbers: readonly string[]): boolean {
    const calling = numbers.flatMap((number) => tellingDigits(number) ?? []);
    return caller.phones.some((phone) => calling.includes(tellingDigits(phone) ?? ''));
}

import { at, rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import { gql } from 'lightning/graphql';
import { tellingDigits } from './phoneNumbers.ts';
import type { PageRecord } from './types.ts';

const CONTACT = gql`
    query SwitchboardContact($id: ID) {
        uiapi {
            query {
                Contact(where: { Id: { eq: $id } }, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                            Account {
                                Name {
                                    value
                                }
                            }
                        }
                    }
                }
            }
        }
    }
`;

const LEAD = gql`
    query SwitchboardLead($id: ID) {
        uiapi {
            query {
                Lead(where: { Id: { eq: $id } }, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Phone {
                                value
                            }
                            MobilePhone {
                                value
                            }
                            Company {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

const ACCOUNT = gql`
    query SwitchboardAccount($id: ID) {
        uiapi {
            query {
                Account(where: { Id: { eq: $id } }, first: 1) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Phone {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

const QUERIES: Readonly<Record<string, QueryDocument>> = { Contact: CONTACT, Lead: LEAD, Account: ACCOUNT };

/** A person or company on the page with the numbers it can be reached at. */
export interface PageCaller extends PageRecord {
    readonly phones: readonly string[];
}

/** Who the record on the page is; undefined for records that are nobody, or that this user may not read. */
export async function lookUpCaller(reader: OrgReader, record: PageRecord): Promise<PageCaller | undefined> {
    const query = QUERIES[record.objectApiName];
    if (query === undefined) {
        return undefined;
    }
    const data = await reader.query(query, { id: record.id });
    const row = rowsOf(data, record.objectApiName)[0];
    if (row === undefined) {
        return undefined;
    }
    const text = (value: unknown): string | undefined =>
        typeof value === 'string' && value !== '' ? value : undefined;
    const name = text(row.Name) ?? record.name;
    const accountName = text(at(row.Account, 'Name', 'value')) ?? text(row.Company);
    return {
        id: record.id,
        objectApiName: record.objectApiName,
        ...(name === undefined ? {} : { name }),
        ...(accountName === undefined ? {} : { accountName }),
        phones: [row.Phone, row.MobilePhone].flatMap((phone) => text(phone) ?? [])
    };
}

/** True when one of the record's numbers is the caller's. Names and short numbers never match (T13). */
export function isCaller(caller: PageCaller, numbers: readonly string[]): boolean {
    const calling = numbers.flatMap((number) => tellingDigits(number) ?? []);
    return caller.phones.some((phone) => calling.includes(tellingDigits(phone) ?? ''));
}

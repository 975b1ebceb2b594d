import type { RecordValues } from '../orgTypes.ts';
import type { OrgObject } from '../schema/objectTypes.ts';
import type { RecordStore, StoredRecord } from './recordStore.ts';

function accountOf(record: StoredRecord, store: RecordStore): string | null {
    const what = record['WhatId'];
    if (typeof what === 'string' && what.startsWith('001')) {
        return what;
    }
    const related = typeof what === 'string' ? store.find('Case', what)?.record['AccountId'] : undefined;
    const who = record['WhoId'];
    const person = typeof who === 'string' ? store.find('Contact', who)?.record['AccountId'] : undefined;
    const account = related ?? person;
    return typeof account === 'string' ? account : null;
}

/** The fields that the platform computes itself. */
export function derivedValues(
    object: OrgObject,
    record: StoredRecord,
    { store, at }: { store: RecordStore; at: string }
): RecordValues {
    switch (object.name) {
        case 'Task': {
            const closed = record['Status'] === 'Completed';
            return {
                IsClosed: closed,
                IsHighPriority: record['Priority'] === 'High',
                CompletedDateTime: closed ? (record['CompletedDateTime'] ?? at) : null,
                AccountId: accountOf(record, store)
            };
        }
        case 'Event':
            return { AccountId: accountOf(record, store) };
        case 'Contact':
        case 'Lead':
            return { Name: [record['FirstName'], record['LastName']].filter((part) => part != null).join(' ') };
        case 'Case':
            return {
                CaseNumber: record['CaseNumber'] ?? String(store.nextNumber('case number') + 1000).padStart(8, '0')
            };
        default:
            return {};
    }
}

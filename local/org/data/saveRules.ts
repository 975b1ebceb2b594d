import { OrgError } from '../orgError.ts';
import type { RecordValues } from '../orgTypes.ts';
import type { OrgField, OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import type { RecordStore, StoredRecord } from './recordStore.ts';

export interface SaveCheck {
    readonly object: OrgObject;
    readonly objects: OrgObjects;
    /** The record as it would be after the save. */
    readonly record: StoredRecord;
    readonly given: RecordValues;
    readonly store: RecordStore;
    readonly leadTakesRelatedTo: boolean;
}

function checkRequired({ object, record }: SaveCheck): void {
    const missing = [...object.fields.values()]
        .filter((field) => field.required && (record[field.name] ?? null) === null)
        .map((field) => field.name);
    if (missing.length > 0) {
        throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    }
}

function checkReference(check: SaveCheck, field: OrgField): void {
    const id = check.given[field.name];
    if (typeof id !== 'string') {
        return;
    }
    const target = field.referenceTo?.find((name) => check.objects.get(name)?.keyPrefix === id.slice(0, 3));
    if (target === undefined) {
        throw new OrgError('MALFORMED_ID', `${field.label}: id value of incorrect type`, [field.name]);
    }
    const found = check.store.find(target, id);
    if (found === undefined || found.deleted) {
        throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `${field.label}: invalid cross reference id`, [field.name]);
    }
}

function checkUnique({ object, record, given, store }: SaveCheck, field: OrgField): void {
    const value = given[field.name];
    if (value === undefined || value === null) {
        return;
    }
    const collation = field.caseSensitive === true ? '' : ' collate nocase';
    const twin = store.select(object.name, {
        condition: `json_extract(fields, '$.${field.name}') = ?${collation} and id <> ?`,
        parameters: [String(value), record.Id],
        limit: 1
    })[0];
    if (twin !== undefined) {
        throw new OrgError(
            'DUPLICATE_VALUE',
            `duplicate value found: ${field.name} duplicates value on record with id: ${twin.Id}`,
            [field.name]
        );
    }
}

/** What a whole record must keep to. Throws OrgError. */
export function checkSaveRules(check: SaveCheck): void {
    const { object, record, leadTakesRelatedTo } = check;
    checkRequired(check);
    for (const field of object.fields.values()) {
        if (field.type === 'Reference') {
            checkReference(check, field);
        }
        if (field.unique === true) {
            checkUnique(check, field);
        }
    }
    const who = record['WhoId'];
    if (typeof who === 'string' && who.startsWith('00Q') && record['WhatId'] != null && !leadTakesRelatedTo) {
        throw new OrgError('FIELD_INTEGRITY_EXCEPTION', 'a Task of a Lead takes no Related To record', [
            'WhoId',
            'WhatId'
        ]);
    }
}

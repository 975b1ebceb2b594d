/** A record's fields as rows for the screen: label, value, and how to draw it. */
import { namedRecord } from './recordNames.ts';
import type { PlainRecord } from './localOrg.ts';
import { orgRequest } from '../platform/orgRequest.ts';

export interface FieldRow {
    readonly name: string;
    readonly label: string;
    readonly text: string;
    readonly href?: string | undefined;
    /** ISO 8601, when the value is a date and time. */
    readonly time?: string;
    /** Id of the record, when the value is a phone number that a phone may dial. */
    readonly dialsFrom?: string;
}
export type FieldLabels = ReadonlyMap<string, string>;

/** What the platform keeps for itself: shown last. */
const SYSTEM = [
    'Id',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'IsArchived',
    'IsDeleted',
    'IsClosed',
    'IsHighPriority'
];
const PHONE_FIELDS: readonly string[] = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'];
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const QUERY = `query Labels($objects: [String!]) {
    uiapi { objectInfos(apiNames: $objects) { ApiName fields { ApiName label } } } }`;
const described = new Map<string, Promise<FieldLabels>>();

/** Labels of the fields that this user may see; empty when the org does not describe the object. */
export function fieldLabels(object: string): Promise<FieldLabels> {
    const kept = described.get(object);
    if (kept) return kept;
    const asked = orgRequest('POST', '/graphql', {
        query: QUERY,
        variables: { objects: [object] },
        operationName: 'Labels'
    }).then(labelsIn, () => {
        described.delete(object);
        return new Map<string, string>();
    });
    described.set(object, asked);
    return asked;
}

/** Rows of the fields that hold a value, the platform's own last. Fields hidden from this user are left out. */
export function fieldRows(
    record: PlainRecord,
    labels: FieldLabels,
    records: ReadonlyMap<string, PlainRecord>
): FieldRow[] {
    return Object.entries(record)
        .filter(([name, value]) => value !== null && value !== undefined && value !== '' && !name.startsWith('_'))
        .sort(([a], [b]) => SYSTEM.indexOf(a) - SYSTEM.indexOf(b))
        .filter(([name]) => !name.endsWith('__c') || labels.size === 0 || labels.has(name))
        .map(([name, value]) => {
            const label = labels.get(name) ?? name;
            const linked = namedRecord(value, records);
            if (linked && name !== 'Id') return { name, label, text: linked.label, href: linked.href };
            if (typeof value === 'string' && DATE_TIME.test(value)) return { name, label, text: value, time: value };
            const dials = PHONE_FIELDS.includes(name) ? { dialsFrom: record.Id } : {};
            return { name, label, text: shown(value), ...dials };
        });
}

function shown(value: unknown): string {
    if (typeof value === 'boolean') return value ? 'Yes' : 'No';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function labelsIn(answer: unknown): FieldLabels {
    const infos = at(at(at(at(answer, 'data'), 'uiapi'), 'objectInfos'), '0');
    const fields = at(infos, 'fields');
    const labels = new Map<string, string>();
    if (!Array.isArray(fields)) return labels;
    for (const field of fields as unknown[]) {
        const name = at(field, 'ApiName');
        const label = at(field, 'label');
        if (typeof name === 'string' && typeof label === 'string') labels.set(name, label);
    }
    return labels;
}

function at(of: unknown, name: string): unknown {
    return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

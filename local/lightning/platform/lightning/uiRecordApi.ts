/** Records through UI API: wires that keep answers, functions that write. Writes tell the wires of that record. */
import { createKeptAnswers, wireOver } from '../keptAnswers.ts';
import { orgRequest } from '../orgRequest.ts';

export type FieldId = string | { readonly objectApiName: string; readonly fieldApiName: string };
export interface RecordRepresentation {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue: string | null }>>;
}
export interface GetRecordConfig {
    readonly recordId: string | undefined;
    readonly fields?: FieldId | readonly FieldId[];
    readonly optionalFields?: FieldId | readonly FieldId[];
}

const answers = createKeptAnswers();

/** Wire adapter. Does not run while `recordId` is undefined. */
export const getRecord = wireOver<GetRecordConfig>(answers, ({ recordId, fields, optionalFields }) => {
    if (!recordId) return undefined;
    const query = new URLSearchParams();
    if (fields) query.set('fields', names(fields).join(','));
    if (optionalFields) query.set('optionalFields', names(optionalFields).join(','));
    return `/ui-api/records/${encodeURIComponent(recordId)}${query.size > 0 ? `?${query.toString()}` : ''}`;
});

export function getFieldValue(record: unknown, field: FieldId): unknown {
    return fieldOf(record, field)?.['value'];
}

export function getFieldDisplayValue(record: unknown, field: FieldId): unknown {
    return fieldOf(record, field)?.['displayValue'];
}

/** Rejects with a FailedRequest whose body is the org's error. */
export async function createRecord(record: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<unknown> {
    return orgRequest('POST', '/ui-api/records', record);
}

/** `fields` must hold `Id`. */
export async function updateRecord({
    fields
}: {
    readonly fields: Readonly<Record<string, unknown>>;
}): Promise<unknown> {
    const { Id: id, ...rest } = fields;
    if (typeof id !== 'string') throw new TypeError(`updateRecord: fields.Id is ${typeof id}, a record id is needed.`);
    const saved = await orgRequest('PATCH', `/ui-api/records/${encodeURIComponent(id)}`, { fields: rest });
    await notifyRecordUpdateAvailable([{ recordId: id }]);
    return saved;
}

export async function deleteRecord(recordId: string): Promise<void> {
    await orgRequest('DELETE', `/ui-api/records/${encodeURIComponent(recordId)}`);
}

/** Asks the org again for each record that a wire on this page shows. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
    const prefixes = records.map(({ recordId }) => `/ui-api/records/${encodeURIComponent(recordId)}`);
    await answers.askAgain((path) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}?`)));
}

/** Between tests. */
export function resetRecords(): void {
    answers.reset();
}

function names(fields: FieldId | readonly FieldId[]): string[] {
    const list = typeof fields === 'string' || 'fieldApiName' in fields ? [fields] : fields;
    return list.map((field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`));
}

function fieldOf(record: unknown, field: FieldId): Record<string, unknown> | undefined {
    const path = (typeof field === 'string' ? field.split('.').slice(1).join('.') : field.fieldApiName).split('.');
    let found: unknown = record;
    for (const [depth, name] of path.entries()) {
        if (depth > 0) found = property(found, 'value');
        found = property(property(found, 'fields'), name);
    }
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined;
}

function property(of: unknown, name: string): unknown {
    return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

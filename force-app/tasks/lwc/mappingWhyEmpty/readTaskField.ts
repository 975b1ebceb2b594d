import type { TargetObject } from 'c/attributeMapping';
import { ReadError, recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';

/** What a record has now. A customer's data: for the screen only. */
export interface TaskValue {
    /** Absent where the field is empty. */
    readonly value?: string;
    /** Names of fields that Switchboard could not save, where the org has the field for them. */
    readonly unsaved?: string;
}

const RECORD_ID: Readonly<Record<TargetObject, RegExp>> = {
    Task: /^00T\w{12}(?:\w{3})?$/,
    VoiceCall: /^0LQ\w{12}(?:\w{3})?$/
};
const FIELD_NAME = /^[A-Za-z]\w{0,79}$/;
const UNSAVED = 'SwitchboardUnsaved__c';

export function isRecordId(text: string, object: TargetObject): boolean {
    return RECORD_ID[object].test(text);
}

/** Reads one field of one Task or Voice Call. Undefined when this user sees no such record; rejects with ReadError. */
export async function readTaskField(
    reader: OrgReader,
    id: string,
    field: string,
    object: TargetObject
): Promise<TaskValue | undefined> {
    const asked = object === 'Task' ? [field, UNSAVED] : [field];
    const whole = await rowOf(reader, id, asked, object).catch((error: unknown) => {
        // An org without the optional field refuses the whole question.
        if (error instanceof ReadError && error.failure === 'refused') return rowOf(reader, id, [field], object);
        throw error;
    });
    if (!whole) return undefined;
    const [value, unsaved] = [textOf(whole[field]), textOf(whole[UNSAVED])];
    return { ...(value === undefined ? {} : { value }), ...(unsaved === undefined ? {} : { unsaved }) };
}

async function rowOf(
    reader: OrgReader,
    id: string,
    fields: readonly string[],
    object: TargetObject
): Promise<Readonly<Record<string, unknown>> | undefined> {
    return rowsOf(await reader.query(recordQuery(fields, object), { id }), object)[0];
}

/** Field names cannot be variables in GraphQL: only plain API names get into the text. */
function recordQuery(fields: readonly string[], object: TargetObject): QueryDocument {
    const plain = [...new Set(fields)].filter((name) => FIELD_NAME.test(name) && name !== 'Id');
    return recordsQuery({
        name: `Switchboard${object}Field($id: ID)`,
        object,
        which: 'where: { Id: { eq: $id } }, first: 1',
        fields: ['Id', ...plain]
    });
}

function textOf(value: unknown): string | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

import { asCallRecords } from 'c/attributeMapping';
import type { FieldDescription, FieldDescriptions, TargetObject } from 'c/attributeMapping';
import { at } from './graphqlRows.ts';
import { ReadError } from './readError.ts';
import { FIELDS_QUERIES } from './setupQueries.ts';
import type { OrgReader, QueryDocument } from './types.ts';

/**
 * The fields of Task, or of VoiceCall as pages may write it, as the org describes them to this user, as far as it does:
 * each question that it refuses, which `refused` hears of, is followed by one that asks less. Rejects when it cannot be
 * asked.
 */
export async function readTaskFields(
    reader: OrgReader,
    refused?: (why: ReadError) => void,
    object: TargetObject = 'Task'
): Promise<FieldDescriptions> {
    const ask = (query: QueryDocument): Promise<FieldDescriptions> => describedBy(reader, query, object, refused);
    const { all, limits, short } = FIELDS_QUERIES[object];
    const fields = (await ask(all)) ?? (await ask(limits)) ?? (await ask(short));
    return object === 'Task' ? fields : asCallRecords(fields);
}

/** Undefined when the org refuses the question. */
async function describedBy(
    reader: OrgReader,
    query: QueryDocument,
    object: TargetObject,
    refused?: (why: ReadError) => void
): Promise<FieldDescriptions> {
    try {
        return fieldsOf(await reader.query(query), object);
    } catch (error) {
        if (error instanceof ReadError && error.failure === 'refused') {
            refused?.(error);
            return undefined;
        }
        throw error;
    }
}

function fieldsOf(data: unknown, object: TargetObject): FieldDescriptions {
    const described = listed(at(data, 'uiapi', 'objectInfos')).find((info) => at(info, 'ApiName') === object);
    const fields = listed(at(described, 'fields')).flatMap((field) => {
        const name = at(field, 'ApiName');
        return typeof name === 'string' ? [[name, describe(name, field)] as const] : [];
    });
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function describe(name: string, field: unknown): FieldDescription {
    const label = at(field, 'label');
    const dataType = at(field, 'dataType');
    const limits = ['length', 'precision', 'scale'].flatMap((limit) => {
        const value = at(field, limit);
        return typeof value === 'number' ? [[limit, value]] : [];
    });
    const picklistValues = valuesOf(field);
    const referenceTo = texts(listed(at(field, 'referenceToInfos')).map((info) => at(info, 'ApiName')));
    const required = at(field, 'required');
    return {
        name,
        label: typeof label === 'string' ? label : name,
        dataType: typeof dataType === 'string' ? dataType : '',
        createable: at(field, 'createable') === true,
        updateable: at(field, 'updateable') === true,
        ...(Object.fromEntries(limits) as Pick<FieldDescription, 'length' | 'precision' | 'scale'>),
        ...(typeof required === 'boolean' ? { required } : {}),
        ...(picklistValues.length > 0 ? { picklistValues } : {}),
        ...(referenceTo.length > 0 ? { referenceTo } : {})
    };
}

/** Of all record types together: which one the Task will have is decided by the org. */
function valuesOf(field: unknown): string[] {
    const values = listed(at(field, 'picklistValuesByRecordTypeIDs')).flatMap((one) =>
        listed(at(one, 'picklistValues')).map((entry) => at(entry, 'value'))
    );
    return [...new Set(texts(values))];
}

function texts(values: readonly unknown[]): string[] {
    return values.filter((value): value is string => typeof value === 'string');
}

function listed(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [];
}

import { at } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';

/** One field as the org describes it to this user. */
export interface DescribedField {
    readonly name: string;
    readonly dataType: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    /** 0 when the org tells none. */
    readonly length: number;
    /** Undefined for a field that is no picklist. */
    readonly values: readonly string[] | undefined;
}

/** The fields of the first described object; none when the answer holds none. Rejects with ReadError. */
export async function describedFields(reader: OrgReader, query: QueryDocument): Promise<readonly DescribedField[]> {
    const infos = at(await reader.query(query), 'uiapi', 'objectInfos');
    const fields = at(list(infos)[0], 'fields');
    return list(fields).flatMap((field) => {
        const name = at(field, 'ApiName');
        return typeof name === 'string' ? [describe(name, field)] : [];
    });
}

function describe(name: string, field: unknown): DescribedField {
    const [dataType, length, byType] = ['dataType', 'length', 'picklistValuesByRecordTypeIDs'].map((key) =>
        at(field, key)
    );
    return {
        name,
        dataType: typeof dataType === 'string' ? dataType.toUpperCase() : '',
        createable: at(field, 'createable') === true,
        updateable: at(field, 'updateable') === true,
        length: typeof length === 'number' ? length : 0,
        values: Array.isArray(byType) ? [...new Set(byType.flatMap(valuesOf))] : undefined
    };
}

function valuesOf(ofRecordType: unknown): string[] {
    return list(at(ofRecordType, 'picklistValues')).flatMap((entry) => {
        const value = at(entry, 'value');
        return typeof value === 'string' ? [value] : [];
    });
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

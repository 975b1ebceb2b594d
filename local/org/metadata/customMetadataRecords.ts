import { MetadataMistake, OrgError } from '../orgError.ts';
import type { RecordValue, RecordValues } from '../orgTypes.ts';
import { storedValue } from '../data/fieldValues.ts';
import type { OrgField, OrgObject, OrgObjects } from '../schema/objectTypes.ts';
import type { MetadataElement } from './metadataFile.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { ProjectFile } from './projectFiles.ts';

export interface CustomMetadataRecord {
    readonly type: string;
    readonly developerName: string;
    readonly label: string;
    /** Custom fields only. */
    readonly values: RecordValues;
}

const XML_TYPES: Readonly<Record<string, readonly string[]>> = {
    Boolean: ['xsd:boolean'],
    Double: ['xsd:double', 'xsd:int'],
    Percent: ['xsd:double', 'xsd:int'],
    Currency: ['xsd:double', 'xsd:int'],
    Date: ['xsd:date'],
    DateTime: ['xsd:dateTime']
};

function valueOf(value: MetadataElement, field: OrgField): RecordValue {
    if (value.attribute('xsi:nil') === 'true') {
        return field.type === 'Boolean' ? false : null;
    }
    const given = value.attribute('xsi:type');
    const allowed = XML_TYPES[field.type] ?? ['xsd:string'];
    if (given === undefined || !allowed.includes(given)) {
        throw new MetadataMistake(
            value.file,
            `the value of ${field.name} has type ${given ?? 'none'}; it must be ${allowed.join(' or ')}`
        );
    }
    if (field.type === 'Boolean') {
        if (value.text !== 'true' && value.text !== 'false') {
            throw new MetadataMistake(value.file, `the value of ${field.name} must be true or false`);
        }
        return value.text === 'true';
    }
    return allowed.includes('xsd:double') ? Number(value.text) : value.text;
}

/** Checks values against the type's fields and fills in defaults; throws OrgError naming the field. */
export function completeMetadataValues(object: OrgObject, given: RecordValues): RecordValues {
    const values: RecordValues = {};
    for (const field of object.fields.values()) {
        if (!field.custom) {
            continue;
        }
        const value = field.name in given ? (given[field.name] ?? null) : (field.defaultValue ?? null);
        const stored = storedValue(field, value);
        if (stored === null && field.required) {
            throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [field.name]);
        }
        values[field.name] = stored;
    }
    const unknown = Object.keys(given).find((name) => object.fields.get(name)?.custom !== true);
    if (unknown !== undefined) {
        throw new OrgError('INVALID_FIELD', `${object.name} has no field ${unknown}`, [unknown]);
    }
    return values;
}

/** Reads one record; its type, its fields and their values must exist and fit. */
export function readCustomMetadataRecord(file: ProjectFile, objects: OrgObjects): CustomMetadataRecord {
    const element = readMetadataFile(file.path, file.shownAs, 'CustomMetadata');
    const [typeName, developerName, ...rest] = file.name.split('.');
    const type = `${typeName}__mdt`;
    const object = objects.get(type);
    if (object === undefined || object.kind !== 'customMetadata') {
        throw new MetadataMistake(file.shownAs, `there is no custom metadata type ${type}`);
    }
    if (developerName === undefined || rest.length > 0 || !/^[A-Za-z](_?[A-Za-z0-9])*$/.test(developerName)) {
        throw new MetadataMistake(
            file.shownAs,
            'the file must be named Type.Record.md-meta.xml, the record in letters, digits and single underscores'
        );
    }
    const label = element.requiredText('label');
    if (label.length > 40 || developerName.length > 40) {
        throw new MetadataMistake(file.shownAs, 'label and record name may have at most 40 characters');
    }
    const given: RecordValues = {};
    for (const entry of element.all('values')) {
        const name = entry.requiredText('field');
        const field = object.fields.get(name);
        const value = entry.first('value');
        if (field === undefined || !field.custom) {
            throw new MetadataMistake(file.shownAs, `${type} has no field ${name}`);
        }
        if (value === undefined) {
            throw new MetadataMistake(file.shownAs, `${name} has no <value>`);
        }
        given[name] = valueOf(value, field);
    }
    try {
        return { type, developerName, label, values: completeMetadataValues(object, given) };
    } catch (error) {
        if (error instanceof OrgError) {
            throw new MetadataMistake(file.shownAs, error.message);
        }
        throw error;
    }
}

import { MetadataMistake } from '../orgError.ts';
import type { FieldType, OrgField, PicklistValue } from '../schema/objectTypes.ts';
import type { MetadataElement } from './metadataFile.ts';
import { readMetadataFile } from './metadataFile.ts';
import type { ProjectFile } from './projectFiles.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
    Text: 'String',
    TextArea: 'TextArea',
    LongTextArea: 'LongTextArea',
    Number: 'Double',
    Currency: 'Currency',
    Percent: 'Percent',
    Checkbox: 'Boolean',
    Date: 'Date',
    DateTime: 'DateTime',
    Phone: 'Phone',
    Email: 'Email',
    Url: 'Url',
    Picklist: 'Picklist',
    MultiselectPicklist: 'MultiPicklist',
    Lookup: 'Reference'
};

const FIXED_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
    TextArea: 255,
    Phone: 40,
    Email: 80,
    Url: 255,
    Picklist: 255,
    MultiPicklist: 4099
};

function picklistValues(element: MetadataElement): { values: PicklistValue[]; restricted: boolean } {
    const set = element.first('valueSet');
    const definition = set?.first('valueSetDefinition');
    if (set === undefined || definition === undefined) {
        throw new MetadataMistake(element.file, 'a picklist needs <valueSet> with <valueSetDefinition>');
    }
    const values = definition.all('value').map((value) => ({
        value: value.requiredText('fullName'),
        label: value.requiredText('label')
    }));
    return { values, restricted: set.flag('restricted', false) };
}

function defaultOf(element: MetadataElement, type: FieldType): string | number | boolean | undefined {
    if (type === 'Picklist') {
        const value = element
            .first('valueSet')
            ?.first('valueSetDefinition')
            ?.all('value')
            .find((candidate) => candidate.flag('default', false));
        return value?.textOf('fullName');
    }
    const text = element.textOf('defaultValue');
    if (type === 'Boolean') {
        if (text !== 'true' && text !== 'false') {
            throw new MetadataMistake(element.file, 'a checkbox needs <defaultValue> true or false');
        }
        return text === 'true';
    }
    if (text === undefined) {
        return undefined;
    }
    return type === 'Double' || type === 'Currency' || type === 'Percent' ? Number(text) : text.replace(/^"|"$/g, '');
}

function lengthOf(element: MetadataElement, type: FieldType): number | undefined {
    if (type !== 'String' && type !== 'LongTextArea') {
        return FIXED_LENGTHS[type];
    }
    const length = element.number('length');
    const most = type === 'String' ? 255 : 131_072;
    if (length === undefined || length < 1 || length > most) {
        throw new MetadataMistake(element.file, `<length> is ${length ?? 'missing'}; it must be 1 to ${most}`);
    }
    return length;
}

/** Reads one custom field. The file's name, its `fullName` and its type must agree with what a deployment accepts. */
export function readCustomField(file: ProjectFile): OrgField {
    const element = readMetadataFile(file.path, file.shownAs, 'CustomField');
    const name = element.requiredText('fullName');
    if (name !== file.name || !/^[A-Za-z][A-Za-z0-9_]*__c$/.test(name)) {
        throw new MetadataMistake(file.shownAs, `<fullName> is ${name}; it must be the file's name and end in __c`);
    }
    const spelled = element.requiredText('type');
    const type = TYPES[spelled];
    if (type === undefined) {
        throw new MetadataMistake(
            file.shownAs,
            `<type> is ${spelled}; the local org knows ${Object.keys(TYPES).join(', ')}`
        );
    }
    const numeric = type === 'Double' || type === 'Currency' || type === 'Percent';
    const precision = element.number('precision');
    const scale = element.number('scale');
    if (numeric && (precision === undefined || scale === undefined || precision > 18 || scale > precision)) {
        throw new MetadataMistake(file.shownAs, 'a number needs <precision> up to 18 and <scale> up to the precision');
    }
    const picklist = type === 'Picklist' || type === 'MultiPicklist' ? picklistValues(element) : undefined;
    const length = lengthOf(element, type);
    const defaultValue = defaultOf(element, type);
    return {
        name,
        label: element.requiredText('label'),
        type,
        custom: true,
        createable: true,
        updateable: true,
        required: element.flag('required', false),
        filterable: type !== 'LongTextArea',
        open: false,
        unique: element.flag('unique', false),
        caseSensitive: element.flag('caseSensitive', false),
        externalId: element.flag('externalId', false),
        source: file.shownAs,
        ...(length === undefined ? {} : { length }),
        ...(numeric && precision !== undefined && scale !== undefined ? { precision, scale } : {}),
        ...(picklist ?? {}),
        ...(defaultValue === undefined ? {} : { defaultValue }),
        ...(type === 'Reference'
            ? { referenceTo: [element.requiredText('referenceTo')], relationship: name.replace(/__c$/, '__r') }
            : {})
    };
}

import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql';
import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString
} from 'graphql';
import type { Access } from '../access.ts';
import { OrgError } from '../orgError.ts';
import type { OrgField, OrgObject, OrgObjects } from '../schema/objectTypes.ts';

/** The record type that every object has. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

const DataType = new GraphQLEnumType({
    name: 'DataType',
    values: Object.fromEntries(
        [
            'BOOLEAN',
            'COMBOBOX',
            'CURRENCY',
            'DATE',
            'DATETIME',
            'DOUBLE',
            'EMAIL',
            'INT',
            'MULTIPICKLIST',
            'PERCENT',
            'PHONE',
            'PICKLIST',
            'REFERENCE',
            'STRING',
            'TEXTAREA',
            'URL'
        ].map((name) => [name, {}])
    )
});

/** As the platform names a field's type in upper case; an id is a reference, a long text is a text area. */
function dataTypeOf(field: OrgField): string {
    if (field.type === 'Id') {
        return 'REFERENCE';
    }
    return field.type === 'LongTextArea' ? 'TEXTAREA' : field.type.toUpperCase();
}

const ReferenceToInfo = new GraphQLObjectType({
    name: 'ReferenceToInfo',
    fields: { ApiName: { type: new GraphQLNonNull(GraphQLString) } }
});

const text = { type: GraphQLString };
const flag = { type: new GraphQLNonNull(GraphQLBoolean) };
const number = { type: GraphQLInt };

const FIELD = {
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
    label: text,
    dataType: { type: DataType },
    createable: flag,
    updateable: flag,
    custom: flag,
    filterable: flag,
    nameField: flag,
    reference: flag,
    relationshipName: text
};
const LIMITS = {
    required: flag,
    referenceToInfos: { type: new GraphQLList(ReferenceToInfo) },
    length: number,
    precision: number,
    scale: number
};

const PicklistEntry = new GraphQLObjectType({
    name: 'PicklistEntry',
    fields: { label: text, value: text, validFor: { type: new GraphQLList(GraphQLInt) } }
});
const PicklistValues = new GraphQLObjectType({
    name: 'PicklistValuesByRecordTypeID',
    fields: {
        recordTypeID: { type: new GraphQLNonNull(GraphQLString) },
        defaultValue: { type: PicklistEntry },
        picklistValues: { type: new GraphQLList(PicklistEntry) }
    }
});

/** What an org tells of a field beside its name and rights. */
interface Telling {
    readonly limits: boolean;
    readonly picklistValues: boolean;
}

/** ObjectInfo, and the types that a query meets only through its `Field` interface. */
function infoTypes({ limits, picklistValues }: Telling): [GraphQLObjectType, GraphQLObjectType[]] {
    const field: GraphQLFieldConfigMap<unknown, unknown> = { ...FIELD, ...(limits ? LIMITS : {}) };
    const values: typeof field = picklistValues
        ? { picklistValuesByRecordTypeIDs: { type: new GraphQLList(PicklistValues) } }
        : {};
    const Field = new GraphQLInterfaceType({
        name: 'Field',
        fields: field,
        resolveType: ({ picklist }: { picklist: boolean }) => (picklist ? 'PicklistField' : 'StandardField')
    });
    const StandardField = new GraphQLObjectType({ name: 'StandardField', interfaces: [Field], fields: field });
    const PicklistField = new GraphQLObjectType({
        name: 'PicklistField',
        interfaces: [Field],
        fields: { ...field, ...values }
    });
    const ObjectInfo = new GraphQLObjectType({
        name: 'ObjectInfo',
        fields: {
            ApiName: { type: new GraphQLNonNull(GraphQLString) },
            label: text,
            labelPlural: text,
            keyPrefix: text,
            defaultRecordTypeId: text,
            nameFields: { type: new GraphQLList(GraphQLString) },
            createable: flag,
            updateable: flag,
            deletable: flag,
            queryable: flag,
            custom: flag,
            fields: { type: new GraphQLList(Field) }
        }
    });
    return [ObjectInfo, [StandardField, PicklistField]];
}

const names = { type: new GraphQLList(new GraphQLNonNull(GraphQLString)) };
const ObjectInfoInput = new GraphQLInputObjectType({
    name: 'ObjectInfoInput',
    fields: { apiName: { type: new GraphQLNonNull(GraphQLString) }, recordTypeIds: names, fieldNames: names }
});

interface Asked {
    readonly apiName: string;
    /** Empty asks for every record type. The local org has one, the master record type. */
    readonly recordTypeIds?: readonly string[] | null;
    /** The fields whose picklist values are wanted; empty asks for all. */
    readonly fieldNames?: readonly string[] | null;
}

/** Values come only to those who ask for record types or fields. */
function picklistValuesFor(field: OrgField, { recordTypeIds, fieldNames }: Asked): Record<string, unknown>[] | null {
    const unasked = recordTypeIds == null && fieldNames == null;
    const otherField = fieldNames != null && fieldNames.length > 0 && !fieldNames.includes(field.name);
    const otherRecordType =
        recordTypeIds != null && recordTypeIds.length > 0 && !recordTypeIds.includes(MASTER_RECORD_TYPE);
    if (unasked || otherField || otherRecordType) {
        return null;
    }
    const values = (field.values ?? []).map((value) => ({ ...value, validFor: [] }));
    const defaultValue = values.find(({ value }) => value === field.defaultValue) ?? null;
    return [{ recordTypeID: MASTER_RECORD_TYPE, defaultValue, picklistValues: values }];
}

function fieldInfo(object: OrgObject, field: OrgField, access: Access, asked: Asked): Record<string, unknown> {
    return {
        ApiName: field.name,
        label: field.label,
        dataType: dataTypeOf(field),
        createable: access.mayCreate(object) && access.createsField(object, field),
        updateable: access.mayUpdate(object) && access.updatesField(object, field),
        required: field.required,
        custom: field.custom,
        filterable: field.filterable,
        nameField: field.name === object.nameField,
        reference: field.type === 'Reference',
        relationshipName: field.relationship ?? null,
        referenceToInfos: (field.referenceTo ?? []).map((name) => ({ ApiName: name })),
        length: field.length ?? 0,
        precision: field.precision ?? 0,
        scale: field.scale ?? 0,
        picklist: field.type === 'Picklist' || field.type === 'MultiPicklist',
        picklistValuesByRecordTypeIDs: picklistValuesFor(field, asked)
    };
}

/** Describes an object to one user: hidden fields are left out. */
export function objectInfo(object: OrgObject, access: Access, asked: Asked): Record<string, unknown> {
    const fields = [...object.fields.values()].filter((field) => access.seesField(object, field));
    return {
        ApiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        nameFields: [object.nameField],
        createable: access.mayCreate(object),
        updateable: access.mayUpdate(object),
        deletable: access.mayDelete(object),
        queryable: true,
        custom: object.kind === 'customMetadata',
        fields: fields.map((field) => fieldInfo(object, field, access, asked))
    };
}

interface ObjectInfosArguments {
    readonly apiNames?: readonly string[] | null;
    readonly objectInfoInputs?: readonly Asked[] | null;
}

/** `uiapi.objectInfos`: by names, or by inputs, not both. With the types that only its answers name. */
export function objectInfosField(
    objects: OrgObjects,
    access: Access,
    telling: Telling,
    describes: (object: OrgObject) => boolean
): { readonly field: GraphQLFieldConfig<unknown, unknown>; readonly types: GraphQLObjectType[] } {
    const [ObjectInfo, types] = infoTypes(telling);
    const field: GraphQLFieldConfig<unknown, unknown> = {
        type: new GraphQLList(ObjectInfo),
        args: {
            apiNames: { type: new GraphQLList(GraphQLString) },
            objectInfoInputs: { type: new GraphQLList(ObjectInfoInput) }
        },
        resolve: (_source, given) => {
            const { apiNames, objectInfoInputs } = given as ObjectInfosArguments;
            if ((apiNames == null) === (objectInfoInputs == null)) {
                throw new OrgError('INVALID_ARGUMENT', 'objectInfos takes apiNames or objectInfoInputs, one of them');
            }
            const inputs: readonly Asked[] = objectInfoInputs ?? (apiNames ?? []).map((apiName) => ({ apiName }));
            return inputs.map((asked) => {
                const { apiName } = asked;
                const object = objects.get(apiName);
                if (object === undefined || !access.mayRead(object) || !describes(object)) {
                    throw new OrgError('INVALID_TYPE', `Object ${apiName} is not supported in UI API`);
                }
                return objectInfo(object, access, asked);
            });
        }
    };
    return { field, types };
}

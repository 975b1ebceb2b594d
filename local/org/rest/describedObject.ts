import type { Access } from '../access.ts';
import type { OrgField, OrgObject } from '../schema/objectTypes.ts';

/** As UI API spells a type: an id is a reference, a long text is a text area. */
function dataTypeOf(field: OrgField): string {
    const spelled = { Id: 'Reference', LongTextArea: 'TextArea' } as const;
    return field.type in spelled ? spelled[field.type as keyof typeof spelled] : field.type;
}

/** What `/ui-api/object-info` tells one user of an object: hidden fields are left out. */
export function describedObject(access: Access, object: OrgObject): Record<string, unknown> {
    const fields = [...object.fields.values()]
        .filter((field) => access.seesField(object, field))
        .map((field) => [
            field.name,
            {
                apiName: field.name,
                label: field.label,
                dataType: dataTypeOf(field),
                createable: access.mayCreate(object) && access.createsField(object, field),
                updateable: access.mayUpdate(object) && access.updatesField(object, field),
                required: field.required,
                custom: field.custom,
                length: field.length ?? 0,
                precision: field.precision ?? 0,
                scale: field.scale ?? 0,
                reference: field.type === 'Reference',
                referenceToInfos: (field.referenceTo ?? []).map((apiName) => ({ apiName })),
                relationshipName: field.relationship ?? null
            }
        ]);
    return {
        apiName: object.name,
        label: object.label,
        labelPlural: object.labelPlural,
        keyPrefix: object.keyPrefix,
        nameFields: [object.nameField],
        createable: access.mayCreate(object),
        updateable: access.mayUpdate(object),
        deletable: access.mayDelete(object),
        queryable: true,
        custom: false,
        fields: Object.fromEntries(fields)
    };
}

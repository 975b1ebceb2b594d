import type { FieldDescription, MappingRule } from '../types.ts';

/** A rule of an admin for `attribute -> field`; the id is the field unless given. */
export function rule(attribute: string, field: string, more: Partial<MappingRule> = {}): MappingRule {
    return {
        id: field,
        attribute,
        field,
        active: true,
        interactionTypes: 'all',
        order: 100,
        overwrite: 'always',
        source: 'record',
        ...more
    };
}

/** A field that the user may write. */
export function field(name: string, dataType: string, more: Partial<FieldDescription> = {}): FieldDescription {
    return { name, label: name, dataType, createable: true, updateable: true, ...more };
}

export function fieldsOf(...fields: FieldDescription[]): Record<string, FieldDescription> {
    return Object.fromEntries(fields.map((one) => [one.name, one]));
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FieldType, OrgField, OrgObject } from './objectTypes.ts';

/** How standard-objects.json writes a field; what is absent is the usual case. */
interface DescribedField {
    readonly type: FieldType;
    readonly label: string;
    /** Kept by the platform: nobody writes it. */
    readonly system?: boolean;
    /** Computed from other fields: nobody writes it. */
    readonly derived?: boolean;
    readonly updateable?: boolean;
    readonly closedToPages?: boolean;
    readonly required?: boolean;
    readonly filterable?: boolean;
    readonly open?: boolean;
    readonly length?: number;
    readonly precision?: number;
    readonly restricted?: boolean;
    readonly defaultValue?: string | number | boolean;
    readonly values?: readonly string[];
    readonly referenceTo?: readonly string[];
    readonly relationship?: string;
}

interface DescribedObject extends Omit<OrgObject, 'name' | 'kind' | 'fields'> {
    readonly fields: Readonly<Record<string, DescribedField>>;
}

function fieldFrom(name: string, described: DescribedField): OrgField {
    const writeable = described.type !== 'Id' && described.system !== true && described.derived !== true;
    const { type, label, length, precision, restricted, defaultValue, values, referenceTo, relationship } = described;
    return {
        name,
        label,
        type,
        custom: false,
        createable: writeable,
        updateable: writeable && described.updateable !== false,
        required: described.required === true,
        filterable: described.filterable !== false,
        open: described.open === true || !writeable,
        ...(described.closedToPages === true ? { closedToPages: true } : {}),
        ...(length === undefined ? {} : { length }),
        ...(precision === undefined ? {} : { precision, scale: 0 }),
        ...(restricted === undefined ? {} : { restricted }),
        ...(defaultValue === undefined ? {} : { defaultValue }),
        ...(values === undefined ? {} : { values: values.map((value) => ({ value, label: value })) }),
        ...(referenceTo === undefined ? {} : { referenceTo }),
        ...(relationship === undefined ? {} : { relationship })
    };
}

/** What differs between orgs in the standard objects. */
export interface StandardObjectsOptions {
    /** Accounts may be persons. */
    readonly personAccounts: boolean;
    /** An admin added the kinds of conversation to the picklist Type of Task. */
    readonly typeHoldsChannels: boolean;
}

const CHANNELS = ['Chat', 'Voicemail', 'Message'];

/** As an org with person accounts has them; elsewhere these fields do not exist. */
const PERSON_FIELDS: Readonly<Record<string, Readonly<Record<string, DescribedField>>>> = {
    Account: {
        IsPersonAccount: { type: 'Boolean', label: 'Is Person Account', system: true, defaultValue: false },
        PersonContactId: {
            type: 'Reference',
            label: 'Contact ID',
            referenceTo: ['Contact'],
            relationship: 'PersonContact',
            system: true
        },
        FirstName: { type: 'String', label: 'First Name', length: 40 },
        LastName: { type: 'String', label: 'Last Name', length: 80 },
        PersonMobilePhone: { type: 'Phone', label: 'Mobile', length: 40 },
        PersonEmail: { type: 'Email', label: 'Email', length: 80 }
    },
    Contact: {
        IsPersonAccount: { type: 'Boolean', label: 'Is Person Account', system: true, defaultValue: false }
    }
};

function describedFields(
    object: string,
    fields: DescribedObject['fields'],
    { personAccounts, typeHoldsChannels }: StandardObjectsOptions
): Record<string, DescribedField> {
    const all: Record<string, DescribedField> = { ...fields, ...(personAccounts ? PERSON_FIELDS[object] : {}) };
    const type = object === 'Task' && typeHoldsChannels ? all['Type'] : undefined;
    return type === undefined ? all : { ...all, Type: { ...type, values: [...(type.values ?? []), ...CHANNELS] } };
}

/** The standard objects that the product touches, as far as it touches them. */
export function standardObjects(options: StandardObjectsOptions): OrgObject[] {
    const path = fileURLToPath(new URL('standard-objects.json', import.meta.url));
    const described = JSON.parse(readFileSync(path, 'utf8')) as Record<string, DescribedObject>;
    return Object.entries(described).map(([name, object]) => ({
        ...object,
        name,
        kind: 'standard',
        fields: new Map(
            Object.entries(describedFields(name, object.fields, options)).map(([field, value]) => [
                field,
                fieldFrom(field, value)
            ])
        )
    }));
}

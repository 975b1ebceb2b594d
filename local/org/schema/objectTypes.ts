/** Field types as UI API spells them. */
export type FieldType =
    | 'Id'
    | 'String'
    | 'TextArea'
    | 'LongTextArea'
    | 'ComboBox'
    | 'Picklist'
    | 'MultiPicklist'
    | 'Boolean'
    | 'Int'
    | 'Double'
    | 'Currency'
    | 'Percent'
    | 'Date'
    | 'DateTime'
    | 'Phone'
    | 'Email'
    | 'Url'
    | 'Reference';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
}

export interface OrgField {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    readonly custom: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly required: boolean;
    readonly filterable: boolean;
    /** Described as a field that this user may change, and refused to every page all the same. */
    readonly closedToPages?: boolean;
    /** Open to every user, whatever field-level security says. */
    readonly open: boolean;
    /** Characters. */
    readonly length?: number;
    /** Digits in all, digits after the point. */
    readonly precision?: number;
    readonly scale?: number;
    readonly values?: readonly PicklistValue[];
    readonly restricted?: boolean;
    readonly defaultValue?: string | number | boolean;
    /** API names of the objects that a reference may point to. */
    readonly referenceTo?: readonly string[];
    /** How a query walks over the reference, e.g. `Who` for `WhoId`. */
    readonly relationship?: string;
    readonly unique?: boolean;
    readonly caseSensitive?: boolean;
    readonly externalId?: boolean;
    /** The metadata file it came from, relative to the project. */
    readonly source?: string;
}

export interface OrgObject {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    /** The first three characters of its record ids. */
    readonly keyPrefix: string;
    readonly nameField: string;
    readonly kind: 'standard' | 'customMetadata';
    /** Who sees a record: everybody, or its owner (and those who may see all data). */
    readonly sharing: 'public' | 'owner';
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    /** Nobody changes a record without one of these permission sets of Salesforce's own. */
    readonly editedWith?: readonly string[];
    readonly fields: ReadonlyMap<string, OrgField>;
}

export type OrgObjects = ReadonlyMap<string, OrgObject>;

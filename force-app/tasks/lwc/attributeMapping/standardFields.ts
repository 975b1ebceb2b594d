import { fieldKey } from './rules.ts';
import type { FieldDescription } from './types.ts';

type Told = Omit<FieldDescription, 'name' | 'label' | 'createable' | 'updateable'>;

/**
 * The only picklist that is known to refuse other values than its own. Of a custom one no page can know: neither the
 * platform's GraphQL (`objectInfos`, PicklistField) nor its UI API (response bodies Field and Picklist Values) says whether
 * it is restricted, up to API version 66. There the org decides, and a value that it refuses costs that field alone.
 */
const RESTRICTED = 'calltype';

/** Standard fields of Task as they are in every org (object reference, "Task"). */
const STANDARD: Readonly<Record<string, Told>> = {
    subject: { dataType: 'ComboBox', length: 255 },
    description: { dataType: 'TextArea', length: 32_000 },
    calldisposition: { dataType: 'String', length: 255 },
    calldurationinseconds: { dataType: 'Int', precision: 8 },
    calltype: {
        dataType: 'Picklist',
        length: 40,
        picklistValues: ['Inbound', 'Internal', 'Outbound']
    },
    type: { dataType: 'Picklist', length: 255 },
    status: { dataType: 'Picklist', length: 255, required: true },
    priority: { dataType: 'Picklist', length: 20, required: true },
    activitydate: { dataType: 'Date' },
    whoid: { dataType: 'Reference', referenceTo: ['Contact', 'Lead'] },
    whatid: { dataType: 'Reference' }
};

/** The description with what the org left out, as far as it is the same in every org. */
export function completed(field: FieldDescription): FieldDescription {
    const known = standardOf(field.name);
    if (known === undefined) {
        return field;
    }
    const told = Object.fromEntries(
        // Zero is how the org says that a limit does not apply, or that it does not tell.
        Object.entries(field).filter(([, value]) => value !== undefined && value !== '' && value !== 0)
    );
    return { ...field, ...known, ...told, ...(known.required && { required: true }) };
}

export function isRestricted({ name }: FieldDescription): boolean {
    return fieldKey(name) === RESTRICTED;
}

/** What is known of a standard field where the org does not describe Task at all. */
export function standardField(name: string): FieldDescription | undefined {
    const known = standardOf(name);
    return known && { name, label: name, createable: true, updateable: true, ...known };
}

function standardOf(name: string): Told | undefined {
    const key = fieldKey(name);
    return Object.hasOwn(STANDARD, key) ? STANDARD[key] : undefined;
}

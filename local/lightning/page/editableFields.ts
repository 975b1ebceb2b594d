/** The fields that the record page lets a person change, as texts, and what was changed of them. */
import type { PlainRecord } from './localOrg.ts';

export interface EditableField {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly isLong: boolean;
    readonly isNumber: boolean;
}

export interface Typed {
    readonly value?: string;
}

const STANDARD = ['Subject', 'Description', 'CallDisposition', 'CallType', 'CallDurationInSeconds', 'Status', 'Type'];
const NUMBERS = ['CallDurationInSeconds'];

/** Standard fields of a call, and the custom fields that hold a text or a number and that this person may see. */
export function editableFields(record: PlainRecord, labels: ReadonlyMap<string, string>): EditableField[] {
    const custom = Object.keys(record).filter(
        (name) => name.endsWith('__c') && labels.has(name) && typeof record[name] !== 'boolean'
    );
    return [...STANDARD, ...custom].map((name) => ({
        name,
        label: labels.get(name) ?? name,
        value: textOf(record[name]),
        isLong: name === 'Description',
        isNumber: NUMBERS.includes(name) || typeof record[name] === 'number'
    }));
}

/** Values of the fields whose text is another now; an empty text is no value. */
export function changesIn(
    fields: readonly EditableField[],
    typed: ReadonlyMap<string, string>
): Record<string, string | number | null> {
    const changed = fields.filter(({ name, value }) => typed.has(name) && typed.get(name) !== value);
    return Object.fromEntries(
        changed.map(({ name, isNumber }) => {
            const text = typed.get(name) ?? '';
            if (text === '') return [name, null];
            return [name, isNumber && Number.isFinite(Number(text)) ? Number(text) : text];
        })
    );
}

function textOf(value: unknown): string {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

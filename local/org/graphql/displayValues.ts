import type { OrgUser, RecordValue } from '../orgTypes.ts';
import type { OrgField } from '../schema/objectTypes.ts';

export interface FieldAnswer {
    readonly value: RecordValue;
    readonly displayValue: string | null;
    readonly label?: string | null;
}

/** A value with what the user would read: numbers and times in the user's locale and zone, nothing for plain text. */
export function fieldAnswer(field: OrgField, value: RecordValue, user: OrgUser): FieldAnswer {
    if (value === null) {
        return { value, displayValue: null, label: null };
    }
    switch (field.type) {
        case 'Int':
        case 'Double':
        case 'Currency':
        case 'Percent': {
            const digits = field.scale ?? 0;
            const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
            return { value, displayValue: Number(value).toLocaleString(user.locale, format) };
        }
        case 'DateTime':
            return {
                value,
                displayValue: new Date(String(value)).toLocaleString(user.locale, {
                    dateStyle: 'short',
                    timeStyle: 'short',
                    timeZone: user.timeZone
                })
            };
        case 'Date':
            return {
                value,
                displayValue: new Date(`${String(value)}T12:00:00Z`).toLocaleDateString(user.locale, {
                    timeZone: 'UTC'
                })
            };
        case 'Picklist': {
            const label = field.values?.find((candidate) => candidate.value === value)?.label ?? String(value);
            return { value, displayValue: label, label };
        }
        default:
            return { value, displayValue: null };
    }
}

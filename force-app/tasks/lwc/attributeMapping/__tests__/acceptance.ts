import type { FieldDescription, FieldValue } from '../attributeMapping.ts';

type Given = string | number | boolean | null;

/** Only well-formed text survives being sent. */
const sent = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const isNumberOf = (saved: FieldValue, digits: number, scale: number | undefined): boolean => {
    if (typeof saved !== 'number' || !Number.isFinite(saved) || Object.is(saved, -0)) return false;
    const [whole = '', decimals = ''] = Math.abs(saved)
        .toFixed(18)
        .replace(/\.?0+$/, '')
        .split('.');
    return (
        (whole === '0' || whole.length <= digits) &&
        (scale === undefined || decimals.length <= 18) &&
        (scale === undefined || Number(saved.toFixed(scale)) === saved)
    );
};

const listed = ({ name, picklistValues = [] }: FieldDescription, choices: readonly string[]): boolean =>
    name !== 'CallType' || choices.every((choice) => picklistValues.includes(choice));

/** True when the platform takes the value in such a field. Said without the product's code. */
export function accepts(field: FieldDescription, saved: FieldValue): boolean {
    if (saved === null) {
        return field.dataType !== 'Boolean' && !field.required && !['Status', 'Priority'].includes(field.name);
    }
    const text = typeof saved === 'string' ? saved : undefined;
    const short = text !== undefined && text !== '' && text.length <= (field.length ?? Infinity) && sent(text) === text;
    switch (field.dataType) {
        case 'String':
        case 'TextArea':
        case 'ComboBox':
        case 'EncryptedString':
            return short;
        case 'Phone':
        case 'Url':
            return short && text.trim() === text;
        case 'Email':
            return short && /^\S+@\S+\.\S+$/.test(text);
        case 'Int':
            return isNumberOf(saved, field.precision ?? 18, 0);
        case 'Double':
        case 'Currency':
        case 'Percent':
            return isNumberOf(saved, (field.precision ?? 18) - (field.scale ?? 0), field.scale);
        case 'Boolean':
            return typeof saved === 'boolean';
        case 'Date':
            return (
                text !== undefined && /^[1-3]\d{3}-/.test(text) && new Date(text).toISOString().slice(0, 10) === text
            );
        case 'DateTime':
            return text !== undefined && new Date(text).toISOString() === text;
        case 'Picklist':
            return short && listed(field, [text]);
        case 'MultiPicklist':
            return short && listed(field, text.split(';')) && new Set(text.split(';')).size === text.split(';').length;
        case 'Reference':
            return (
                text !== undefined &&
                /^(\w{15}|\w{18})$/.test(text) &&
                (field.referenceTo?.join() !== 'Contact,Lead' || !/^(001|005|500)/.test(text))
            );
        default:
            return false;
    }
}

/** True when nothing of what was given is lost in what was saved, but for what the field's own type leaves out. */
export function isWhole(field: FieldDescription, given: Given, saved: FieldValue): boolean {
    const text = String(given);
    switch (field.dataType) {
        case 'Boolean':
            return given === null ? saved === false : text.trim().toLowerCase() === String(saved);
        case 'Int':
        case 'Double':
        case 'Currency':
        case 'Percent': {
            if (given === null || saved === null) return given === saved;
            const scale = field.dataType === 'Int' ? 0 : field.scale;
            const half = scale === undefined ? 0 : 0.5 * 10 ** -scale;
            return Math.abs(Number(saved) - Number(text)) <= half * (1 + 1e-9) + Math.abs(Number(text)) * 1e-15;
        }
        default:
            break;
    }
    if (given === null || given === '') return saved === null;
    switch (field.dataType) {
        case 'Date':
            // Every zone is within 14 hours of Greenwich, and a day has 24.
            return Math.abs(Date.parse(text.trim()) - Date.parse(String(saved))) < 38 * 3_600_000;
        case 'DateTime':
            return Date.parse(text.trim()) === Date.parse(String(saved));
        case 'Picklist':
        case 'MultiPicklist': {
            const choices = (list: string): string =>
                [...new Set(list.split(';').map((one) => one.trim().toLowerCase()))].filter(Boolean).sort().join();
            return choices(text) === choices(String(saved));
        }
        case 'Phone':
        case 'Url':
        case 'Email':
        case 'Reference':
            return text.trim() === saved;
        default:
            return sent(text) === saved;
    }
}

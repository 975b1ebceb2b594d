import type { FieldDescription } from './types.ts';

/** What stands at the end of a text that was cut. */
export const CUT_MARK = '…';

/** Characters of a field type whose length is the same for all fields, or cannot be more. */
const BY_TYPE = {
    string: 255,
    combobox: 255,
    picklist: 255,
    encryptedstring: 175,
    url: 255,
    email: 80,
    phone: 40,
    multipicklist: 4099
} as const;

const plainTypes = new Map<string, string>();

/** The org's name of the type without its case and blanks; there are some twenty. */
export function dataType({ dataType: name }: FieldDescription): string {
    const plain = plainTypes.get(name) ?? name.toLowerCase().replace(/[^a-z]/g, '');
    plainTypes.set(name, plain);
    return plain;
}

/** In UTF-16 units; undefined where neither the org nor the object reference tells. */
export function lengthOf(field: FieldDescription): number | undefined {
    return field.length || own(BY_TYPE, dataType(field));
}

/** In UTF-16 units, of a field of that type. */
export function limitOf(field: FieldDescription, type: keyof typeof BY_TYPE): number {
    return field.length || BY_TYPE[type];
}

/** Digits before the decimal point. A number field has at most 18 in all. */
export function integerDigits(field: FieldDescription): number {
    const precision = field.precision || 18;
    return Math.max(0, precision - (field.scale ?? 0));
}

/** The longest text that fits, ending in the mark, never in half a character. */
export function cut(text: string, length: number): string {
    if (text.length <= length) {
        return text;
    }
    let kept = '';
    for (const character of text) {
        if (kept.length + character.length + CUT_MARK.length > length) {
            break;
        }
        kept += character;
    }
    return kept + CUT_MARK;
}

function own(table: Readonly<Record<string, number>>, key: string): number | undefined {
    return Object.hasOwn(table, key) ? table[key] : undefined;
}

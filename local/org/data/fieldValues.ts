import { OrgError } from '../orgError.ts';
import type { RecordValue } from '../orgTypes.ts';
import { normalId } from '../recordIds.ts';
import type { OrgField } from '../schema/objectTypes.ts';
import { isDay, readMoment, storedMoment } from './moments.ts';

function wrongKind(field: OrgField, value: RecordValue, allowed: string): OrgError {
    return new OrgError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: a ${typeof value}; needs ${allowed}`, [
        field.name
    ]);
}

/** Blanks at both ends are not kept; a non-breaking space is none. */
function text(field: OrgField, given: RecordValue): string | null {
    if (typeof given !== 'string') {
        throw wrongKind(field, given, 'text');
    }
    const value = given.replace(/^[ \t\r\n\f\v]+|[ \t\r\n\f\v]+$/g, '');
    const length = [...value].length;
    if (field.length !== undefined && length > field.length) {
        throw new OrgError('STRING_TOO_LONG', `${field.label}: data value too large (max length=${field.length})`, [
            field.name
        ]);
    }
    return value === '' ? null : value;
}

function restricted(field: OrgField, values: readonly string[]): void {
    const known = new Set(field.values?.map((value) => value.value));
    if (field.restricted === true && values.some((value) => !known.has(value))) {
        throw new OrgError(
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `${field.label}: bad value for restricted picklist field`,
            [field.name]
        );
    }
}

function wholeNumber(field: OrgField, value: RecordValue): number {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
        throw wrongKind(field, value, 'a whole number');
    }
    return inRange(field, value);
}

function inRange(field: OrgField, value: number): number {
    const whole = (field.precision ?? 18) - (field.scale ?? 0);
    if (Math.abs(value) >= 10 ** whole) {
        throw new OrgError(
            'NUMBER_OUTSIDE_VALID_RANGE',
            `${field.label}: value outside of valid range on numeric field (${whole} digits before the point)`,
            [field.name]
        );
    }
    return value;
}

function decimal(field: OrgField, value: RecordValue): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
        throw wrongKind(field, value, 'a number');
    }
    // Decimals are counted on record pages only: what comes through an API is kept as it is (help article 000387302).
    return inRange(field, value);
}

function moment(field: OrgField, value: RecordValue): string {
    const date = typeof value === 'string' ? readMoment(value) : undefined;
    if (date === undefined) {
        throw wrongKind(field, value, 'a date-time with a zone, e.g. 2026-01-31T09:30:00.000Z');
    }
    return storedMoment(date);
}

function day(field: OrgField, value: RecordValue): string {
    if (typeof value !== 'string' || !isDay(value)) {
        throw wrongKind(field, value, 'a date, e.g. 2026-01-31');
    }
    return value;
}

function reference(field: OrgField, value: RecordValue): string {
    const id = typeof value === 'string' ? normalId(value) : undefined;
    if (id === undefined) {
        throw new OrgError('MALFORMED_ID', `${field.label}: id value of incorrect type`, [field.name]);
    }
    return id;
}

function oneOf(field: OrgField, value: RecordValue): string | null {
    const chosen = text(field, value);
    restricted(field, chosen === null ? [] : [chosen]);
    return chosen;
}

/** In the order of the field's list, whatever the order they came in (help article 000231088); each once. */
function severalOf(field: OrgField, value: RecordValue): string | null {
    const given = (text(field, value) ?? '').split(';').map((one) => one.trim());
    const chosen = new Set(given.filter((one) => one !== ''));
    restricted(field, [...chosen]);
    const listed = (field.values ?? []).map((one) => one.value).filter((one) => chosen.has(one));
    return [...new Set([...listed, ...chosen])].join(';') || null;
}

/** In small letters, as the platform keeps it (salesforce.stackexchange.com/q/246995). */
function email(field: OrgField, value: RecordValue): string | null {
    const address = text(field, value);
    if (address !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
        throw new OrgError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address`, [field.name]);
    }
    return address === null ? null : address.toLowerCase();
}

/**
 * The value as the org keeps it: 18 character ids, date-times in whole seconds UTC, emails in small letters, choices in the
 * order of their list, `''` as null.
 * Throws OrgError with the platform's status code when the value does not fit the field.
 */
export function storedValue(field: OrgField, value: RecordValue): RecordValue {
    if (value === null) {
        return field.type === 'Boolean' ? false : null;
    }
    switch (field.type) {
        case 'Boolean':
            if (typeof value !== 'boolean') {
                throw wrongKind(field, value, 'true or false');
            }
            return value;
        case 'Int':
            return wholeNumber(field, value);
        case 'Double':
        case 'Currency':
        case 'Percent':
            return decimal(field, value);
        case 'Date':
            return day(field, value);
        case 'DateTime':
            return moment(field, value);
        case 'Id':
        case 'Reference':
            return reference(field, value);
        case 'Picklist':
            return oneOf(field, value);
        case 'MultiPicklist':
            return severalOf(field, value);
        case 'Email':
            return email(field, value);
        default:
            return text(field, value);
    }
}

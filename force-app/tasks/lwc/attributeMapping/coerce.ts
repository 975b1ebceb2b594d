import type { AttributeValue } from 'c/interactionAttributes';
import type { FieldDescription, MappingDetail } from './types.ts';
import type { Fitted, Misfit } from './fitted.ts';
import { dayIn, isDay, readInstant } from './instants.ts';
import { dataType, lengthOf, limitOf } from './limits.ts';
import { fitNumber } from './numbers.ts';
import { fitChoice, fitChoices } from './picklists.ts';
import { fitReference } from './references.ts';
import { completed } from './standardFields.ts';
import { fitText } from './text.ts';

/** Fits one attribute's value to one field, by the field's data type. */
export function coerce(value: AttributeValue, described: FieldDescription, timeZone: string): Fitted {
    const field = completed(described);
    if (value === null || (value === '' && isTextual(field))) {
        return clear(field);
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
        return misfit({ kind: 'number' });
    }
    switch (dataType(field)) {
        case 'string':
        case 'textarea':
        case 'combobox':
        case 'encryptedstring':
            return fitText(value, lengthOf(field));
        case 'phone':
            return whole(String(value), field, 'phone');
        case 'url':
            return whole(String(value), field, 'url');
        case 'email':
            return whole(String(value), field, 'email');
        case 'int':
        case 'integer':
        case 'long':
            return fitNumber(value, { ...field, scale: 0 });
        case 'double':
        case 'currency':
        case 'percent':
            return fitNumber(value, field);
        case 'boolean':
            return fitFlag(value);
        case 'date':
            return fitDay(value, timeZone);
        case 'datetime':
            return fitTime(value);
        case 'picklist':
            return fitChoice(String(value), field);
        case 'multipicklist':
            return fitChoices(String(value), field);
        case 'reference':
            return fitReference(value, field);
        default:
            return misfit({ kind: 'notMappable', names: [field.dataType] });
    }
}

function misfit(allowed: MappingDetail): Misfit {
    return { code: 'valueDoesNotFit', allowed };
}

/** A checkbox is never empty; clearing a field that every Task must have would fail the whole save. */
function clear(field: FieldDescription): Fitted {
    if (dataType(field) === 'boolean') {
        return { value: false };
    }
    return field.required === true ? misfit({ kind: 'notEmpty' }) : { value: null };
}

const TEXTUAL = new Set([
    'string',
    'textarea',
    'combobox',
    'encryptedstring',
    'phone',
    'url',
    'email',
    'picklist',
    'multipicklist'
]);

function isTextual(field: FieldDescription): boolean {
    return TEXTUAL.has(dataType(field));
}

/** Half a phone number or address would be wrong, not short: it is kept whole or not at all. */
function whole(text: string, field: FieldDescription, kind: 'phone' | 'url' | 'email'): Fitted {
    const count = limitOf(field, kind);
    const trimmed = text.trim();
    return trimmed !== '' && trimmed.length <= count && (kind !== 'email' || looksLikeEmail(trimmed))
        ? { value: trimmed }
        : misfit({ kind, count });
}

function looksLikeEmail(text: string): boolean {
    return /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}$/.test(text);
}

function fitFlag(value: Exclude<AttributeValue, null>): Fitted {
    if (typeof value === 'boolean') {
        return { value };
    }
    const word = String(value).trim().toLowerCase();
    return word === 'true' || word === 'false' ? { value: word === 'true' } : misfit({ kind: 'flag' });
}

function fitDay(value: Exclude<AttributeValue, null>, timeZone: string): Fitted {
    const text = String(value).trim();
    if (isDay(text)) {
        return { value: text };
    }
    const instant = readInstant(text);
    return instant ? { value: dayIn(instant, timeZone) } : misfit({ kind: 'date' });
}

function fitTime(value: Exclude<AttributeValue, null>): Fitted {
    const instant = readInstant(String(value));
    return instant ? { value: instant.toISOString() } : misfit({ kind: 'time' });
}

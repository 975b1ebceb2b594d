import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

/** By Salesforce's code of a refused value. What is not here keeps its code: a guess would send the admin astray. */
const WORDS: Readonly<Record<string, string>> = {
    STRING_TOO_LONG: LABELS.tooLong,
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: LABELS.notInPicklist,
    NUMBER_OUTSIDE_VALID_RANGE: LABELS.numberDoesNotFit,
    REQUIRED_FIELD_MISSING: LABELS.leftEmpty,
    DUPLICATE_VALUE: LABELS.takenAlready,
    INVALID_CROSS_REFERENCE_KEY: LABELS.linkRefused,
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: LABELS.linkRefused,
    ENTITY_IS_DELETED: LABELS.linkRefused,
    INVALID_EMAIL_ADDRESS: LABELS.doesNotFit,
    INVALID_TYPE_ON_FIELD_IN_RECORD: LABELS.doesNotFit,
    MALFORMED_ID: LABELS.doesNotFit
};

/** Why the org refused the value of a field, as an agent reads it. */
export function refusalWords(name: string, code: string | undefined): string {
    if (!code) return fill(LABELS.fieldRefused, name);
    return Object.hasOwn(WORDS, code) ? fill(String(WORDS[code]), name) : fill(LABELS.fieldRefusedReason, name, code);
}

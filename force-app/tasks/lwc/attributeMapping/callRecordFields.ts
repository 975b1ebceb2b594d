import { fieldKey } from './rules.ts';
import type { FieldDescription, FieldDescriptions } from './types.ts';

/**
 * Standard fields of VoiceCall that Lightning Data Service updates beside the custom ones ("LWC Toolkit API", Salesforce
 * Voice developer guide). It names a third, RelatedRecord, which is no value of an attribute but another record.
 */
export const OPEN_CALL_FIELDS: readonly string[] = ['CallResolution', 'Description'];

export function isOpenCallField(field: string): boolean {
    return /__c$/i.test(field) || OPEN_CALL_FIELDS.some((name) => fieldKey(name) === fieldKey(field));
}

/** VoiceCall as a page may write it: the org's description speaks of this user's rights, not of what pages may do. */
export function asCallRecords(fields: FieldDescriptions): FieldDescriptions {
    return fields && Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, asOpened(field)]));
}

function asOpened(field: FieldDescription): FieldDescription {
    return isOpenCallField(field.name) ? field : { ...field, createable: false, updateable: false, closed: true };
}

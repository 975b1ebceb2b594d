import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

const WORDS: Readonly<Record<string, string>> = {
    edited: LABELS.unsavedEdited,
    forbidden: LABELS.unsavedForbidden,
    fieldNotWriteable: LABELS.unsavedForbidden,
    unknown: LABELS.unsavedNoField,
    unknownField: LABELS.unsavedNoField,
    notInPicklist: LABELS.unsavedNotInList,
    textCut: LABELS.unsavedCut,
    unknownAttribute: LABELS.unsavedNoAttribute,
    refused: LABELS.unsavedNotTaken,
    valueDoesNotFit: LABELS.unsavedWrongValue
};

/** `Queue__c: forbidden; Wrap__c: STRING_TOO_LONG; …` as the Task has it, in words. Codes of Salesforce stay. */
export function unsavedWords(list: string): string {
    return list.split('; ').map(oneInWords).join('; ');
}

function oneInWords(one: string): string {
    if (one === '…') return LABELS.unsavedTooMuch;
    const [, field, code = ''] = /^(\w+): (\w+)$/.exec(one) ?? [];
    if (field === undefined) return one;
    return fill(LABELS.unsavedOne, field, Object.hasOwn(WORDS, code) ? (WORDS[code] ?? code) : code);
}

import type { MappingDetail } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

const WORDS: Readonly<Record<MappingDetail['kind'], string>> = {
    attributeName: LABELS.attributeName,
    characters: LABELS.atMostCharacters,
    choice: LABELS.choiceOf,
    date: LABELS.dateOrTime,
    digits: LABELS.atMostDigits,
    editableField: LABELS.editableField,
    email: LABELS.emailOf,
    emptyText: LABELS.emptyText,
    fieldName: LABELS.fieldName,
    flag: LABELS.takesFlag,
    freeField: LABELS.freeField,
    interactionType: LABELS.interactionType,
    interactionTypes: LABELS.interactionTypes,
    knownAttribute: LABELS.knownAttribute,
    listed: LABELS.oneListed,
    notEmpty: LABELS.notEmpty,
    nothing: LABELS.nothing,
    notMappable: LABELS.notMappable,
    number: LABELS.takesNumber,
    objectName: LABELS.objectName,
    objectNames: LABELS.objectNames,
    oneRule: LABELS.oneRule,
    openField: LABELS.openField,
    phone: LABELS.phoneOf,
    recordId: LABELS.recordId,
    recordOf: LABELS.recordOf,
    seenField: LABELS.seenField,
    spelling: LABELS.spelling,
    text: LABELS.textOf,
    time: LABELS.timeWithZone,
    transcript: LABELS.wholeTranscript,
    url: LABELS.urlOf
};

/** A kind of value, or what is allowed in its place, in words that fit into a sentence. */
export function detailText(detail: MappingDetail): string {
    return fill(WORDS[detail.kind], ...placesOf(detail));
}

function placesOf(detail: MappingDetail): (string | number)[] {
    if ('count' in detail) return [detail.count];
    return 'names' in detail ? [detail.names.join('; ')] : [];
}

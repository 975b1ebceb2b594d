import { LABELS } from './labels.ts';

const TAKEN: Readonly<Record<string, string>> = {
    string: LABELS.takesText,
    textarea: LABELS.takesText,
    combobox: LABELS.takesText,
    encryptedstring: LABELS.takesText,
    int: LABELS.takesWholeNumber,
    integer: LABELS.takesWholeNumber,
    long: LABELS.takesWholeNumber,
    double: LABELS.takesNumber,
    currency: LABELS.takesNumber,
    percent: LABELS.takesNumber,
    boolean: LABELS.takesFlag,
    date: LABELS.takesDate,
    datetime: LABELS.takesDateTime,
    picklist: LABELS.takesPicklist,
    multipicklist: LABELS.takesPicklist,
    reference: LABELS.takesRecordId,
    phone: LABELS.takesPhone,
    email: LABELS.takesEmail,
    url: LABELS.takesUrl
};

/** What a field of the org's data type takes, in plain words. */
export function takenText(dataType: string): string {
    const plain = dataType.toLowerCase().replace(/[^a-z]/g, '');
    return Object.hasOwn(TAKEN, plain) ? (TAKEN[plain] ?? '') : LABELS.takesNothing;
}

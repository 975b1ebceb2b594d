import { LABELS } from './labels.ts';

export type FieldLabels = Readonly<Record<string, string>>;

/** Salesforce calls these two otherwise in its metadata than on its pages. */
const ON_PAGE: Readonly<Record<string, string>> = { WhoId: LABELS.nameField, WhatId: LABELS.relatedToField };

export function isRelation(field: string): boolean {
    return Object.hasOwn(ON_PAGE, field);
}

/** `Switchboard_IVR_Seconds__c` reads `Switchboard IVR Seconds` where the org told no label. */
export function fieldWords(field: string, labels: FieldLabels): string {
    if (isRelation(field)) return ON_PAGE[field] as string;
    return Object.hasOwn(labels, field) ? String(labels[field]) : field.replace(/__c$/i, '').replaceAll('_', ' ');
}

/** Salesforce ends some of its messages with the fields that it means: `… missing: [Reason__c, Type]`. */
export function fieldsNamedIn(detail: string | undefined, labels: FieldLabels): readonly string[] {
    const listed = [...(detail ?? '').matchAll(/\[([\w, ]+)\]/g)].at(-1)?.[1] ?? '';
    return listed
        .split(/[,\s]+/)
        .filter((name) => name !== '')
        .map((name) => fieldWords(name, labels));
}

/** The admin's own words of a validation rule, without the code before and the fields behind. */
export function ruleWords(detail: string | undefined): string {
    return (detail ?? '')
        .replace(/^.*?\bFIELD_CUSTOM_VALIDATION_EXCEPTION\b\W*/s, '')
        .replace(/\s*:?\s*\[[\w, ]*\]\s*$/, '')
        .trim();
}

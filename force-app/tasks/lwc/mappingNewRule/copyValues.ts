import { fill } from 'c/labelText';
import type { MappingRecord } from 'c/mappingFiles';
import { LABELS } from './labels.ts';

/** One field of the new record, under the name that Setup shows. */
export interface CopyValue {
    readonly name: string;
    readonly shown: string;
    /** What the button puts on the clipboard; empty where there is nothing to type. */
    readonly copied: string;
    readonly canCopy: boolean;
    readonly button: string;
}

/** In the order of Setup's form. */
export function copyValues(record: MappingRecord): CopyValue[] {
    return [
        one(LABELS.label, record.label),
        one(LABELS.name, record.developerName),
        one(LABELS.attributeField, record.attribute),
        one(LABELS.taskField, record.field),
        { ...one(LABELS.active, LABELS.ticked), canCopy: false },
        one(LABELS.typesField, record.interactionTypes),
        one(LABELS.order, record.order === undefined ? '' : String(record.order)),
        one(LABELS.overwrite, record.overwrite)
    ];
}

export function copyText(values: readonly CopyValue[]): string {
    return values.map(({ name, shown }) => `${name}: ${shown}`).join('\n');
}

function one(name: string, value: string): CopyValue {
    return {
        name,
        shown: value === '' ? LABELS.empty : value,
        copied: value,
        canCopy: value !== '',
        button: fill(LABELS.copy, name)
    };
}

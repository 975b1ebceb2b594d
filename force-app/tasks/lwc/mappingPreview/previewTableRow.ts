import type { PreviewRow } from 'c/mappingAdvice';
import { ruleText } from 'c/mappingWords';
import { LABELS } from './labels.ts';

export interface PreviewTableRow {
    readonly key: string;
    readonly field: string;
    /** Absent where it is shown already. */
    readonly apiName: string | undefined;
    readonly value: string;
    readonly from: string;
    readonly rule: string | undefined;
    readonly outcome: string;
}

export function previewTableRow(row: PreviewRow): PreviewTableRow {
    return {
        key: `${row.field}|${row.rule ?? ''}`,
        field: row.fieldLabel ?? row.field,
        apiName: row.fieldLabel === undefined || row.fieldLabel === row.field ? undefined : row.field,
        value: row.value === undefined || row.value === null ? '' : String(row.value),
        from: row.attribute ?? '',
        rule: row.rule && ruleText(row.rule),
        outcome: outcomeText(row)
    };
}

function outcomeText({ outcome, problem, value, onlyWhenEmpty }: PreviewRow): string {
    switch (outcome) {
        case 'written':
            if (value === null) return LABELS.cleared;
            return onlyWhenEmpty ? LABELS.writtenWhenEmpty : LABELS.written;
        case 'refused':
            return problem === undefined || problem === 'textCut' || problem === 'ruleShadowed'
                ? LABELS.refusedValue
                : LABELS[problem];
        default:
            return LABELS[outcome];
    }
}

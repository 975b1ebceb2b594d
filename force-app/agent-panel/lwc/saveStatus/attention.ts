import type { MappingProblem } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import type { UnsavedField } from 'c/taskSync';
import { LABELS } from './labels.ts';

/** One sentence about one field, for the list under the save state. */
export interface Attention {
    readonly key: string;
    readonly text: string;
}

export type FieldLabels = Readonly<Record<string, string>>;

/** `Switchboard_IVR_Seconds__c` reads `Switchboard IVR Seconds` where the org told no label. */
function fieldName(field: string, labels: FieldLabels): string {
    return Object.hasOwn(labels, field) ? String(labels[field]) : field.replace(/__c$/i, '').replaceAll('_', ' ');
}

function unsavedText(field: UnsavedField, name: string): string {
    if (field.code === 'forbidden') return fill(LABELS.fieldForbidden, name);
    if (field.code === 'unknown') return fill(LABELS.fieldUnknown, name);
    return field.reason ? fill(LABELS.fieldRefusedReason, name, field.reason) : fill(LABELS.fieldRefused, name);
}

function problemText(problem: MappingProblem, name: string): string {
    switch (problem.code) {
        case 'unknownAttribute':
            return fill(LABELS.unknownAttribute, problem.attribute, problem.rule);
        case 'unknownField':
            return fill(LABELS.fieldUnknown, name);
        case 'fieldNotWriteable':
            return fill(LABELS.fieldForbidden, name);
        case 'valueDoesNotFit':
            return fill(LABELS.doesNotFit, name);
        case 'textCut':
            return fill(LABELS.textCut, name);
        case 'notInPicklist':
            return fill(LABELS.notInPicklist, name);
        case 'ruleShadowed':
            return fill(LABELS.shadowed, name, problem.rule);
        default:
            return fill(LABELS.fieldRefused, name);
    }
}

/** Every field that was not saved as mapped, each once: what the org said goes before what we expected. */
export function attentionOf(
    unsaved: readonly UnsavedField[],
    problems: readonly MappingProblem[],
    labels: FieldLabels = {}
): readonly Attention[] {
    const told = new Set(unsaved.map(({ field }) => field));
    const fromOrg = unsaved.map((field) => unsavedText(field, fieldName(field.field, labels)));
    const fromMapping = problems
        .filter(({ field }) => !told.has(field))
        .map((problem) => problemText(problem, fieldName(problem.field, labels)));
    return [...new Set([...fromOrg, ...fromMapping])].map((text) => ({ key: text, text }));
}

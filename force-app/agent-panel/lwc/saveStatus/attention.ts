import type { MappingProblem } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import type { UnsavedField } from 'c/taskSync';
import { type FieldLabels, fieldWords, isRelation, ruleWords } from './fieldWords.ts';
import type { SaveLabels } from './callRecordLabels.ts';
import { LABELS } from './labels.ts';
import { refusalWords } from './refusalWords.ts';

/** One sentence about one field, for the list under the save state. */
export interface Attention {
    readonly key: string;
    readonly text: string;
}

const RULE = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

function refusedText({ field, reason }: UnsavedField, name: string, detail: string | undefined): string {
    if (reason === RULE) {
        const said = ruleWords(detail);
        return said === '' ? fill(LABELS.fieldRuleUnsaid, name) : fill(LABELS.fieldRule, name, said);
    }
    if (isRelation(field)) return fill(LABELS.recordRefused, name);
    return refusalWords(name, reason);
}

function unsavedText(words: SaveLabels, unsaved: UnsavedField, name: string, detail: string | undefined): string {
    switch (unsaved.code) {
        case 'edited':
            return fill(LABELS.fieldEdited, name);
        case 'forbidden':
            return fill(words.fieldForbidden, name);
        case 'notMapped':
            return notMappedText(words, unsaved.reason, name);
        case 'unknown':
            return fill(words.fieldUnknown, name);
        default:
            return refusedText(unsaved, name, detail);
    }
}

/** By the mapping's own code. */
function notMappedText(words: SaveLabels, reason: string | undefined, name: string): string {
    switch (reason) {
        case 'unknownField':
            return fill(words.fieldUnknown, name);
        case 'fieldNotWriteable':
            return fill(words.fieldForbidden, name);
        case 'textCut':
            return fill(LABELS.textCut, name);
        case 'notInPicklist':
            return fill(LABELS.notInPicklist, name);
        case 'ruleShadowed':
            return fill(LABELS.givenAway, name);
        default:
            return fill(LABELS.doesNotFit, name);
    }
}

function problemText(words: SaveLabels, problem: MappingProblem, name: string): string {
    switch (problem.code) {
        case 'unknownAttribute':
            return fill(LABELS.unknownAttribute, problem.attribute, problem.rule);
        case 'unknownField':
            return fill(words.fieldUnknown, name);
        case 'fieldNotWriteable':
            return fill(words.fieldForbidden, name);
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
    words: SaveLabels,
    labels: FieldLabels = {},
    detail?: string
): readonly Attention[] {
    const told = new Set(unsaved.map(({ field }) => field));
    const fromOrg = unsaved.map((one) => unsavedText(words, one, fieldWords(one.field, labels), detail));
    const fromMapping = problems
        .filter(({ field }) => !told.has(field))
        .map((problem) => problemText(words, problem, fieldWords(problem.field, labels)));
    return [...new Set([...fromOrg, ...fromMapping])].map((text) => ({ key: text, text }));
}

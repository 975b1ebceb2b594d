import { explainFields } from 'c/attributeMapping';
import type { ExplainedRule, MappingProblem, MappingRule } from 'c/attributeMapping';
import type { InteractionType } from 'c/interactions';
import type { UnsavedField } from 'c/taskSync';
import { NOTES } from './notesField.ts';
import type { Mapping, Told } from './taskSubmission.ts';

/**
 * The mapping for notes of an interaction of which nothing else is known any more: a field that a stronger rule fills is
 * left to that rule, also while its value is not at hand.
 */
export function notesAlone(mapping: Mapping, type: InteractionType): Mapping {
    const isBuiltIn = ({ source }: MappingRule): boolean => source === 'default';
    const records = mapping.rules.filter((rule) => !isBuiltIn(rule));
    const explained = explainFields(records, mapping.rules.filter(isBuiltIn), mapping.fields)
        .filter(({ interactionType }) => interactionType === type)
        .flatMap(({ rules }) => rules)
        .filter(({ rule }) => rule.attribute === NOTES);
    const inForce = explained.filter(({ stands }) => stands === 'inForce');
    const weaker = explained.filter(({ stands }) => stands === 'standsIn' || stands === 'replaced');
    const homeless = inForce.length === 0 ? weaker.map(shadowed) : [];
    return { ...mapping, rules: inForce.map(({ rule }) => rule), problems: [...mapping.problems, ...homeless] };
}

function shadowed({ rule, by = '' }: ExplainedRule): MappingProblem {
    const { id, attribute, field } = rule;
    return { code: 'ruleShadowed', rule: id, attribute, field, allowed: { kind: 'oneRule', names: [by] } };
}

/** The mapping does not take the notes. */
export function notesLeftOut({ problems }: Pick<Told, 'problems'>): UnsavedField | undefined {
    return unsaved(problems.find(({ attribute, code }) => attribute === NOTES && code !== 'textCut'));
}

/** The mapping takes their beginning, and no field takes them whole. */
export function notesCut({ problems, cutOff }: Pick<Told, 'problems' | 'cutOff'>): UnsavedField | undefined {
    return unsaved(
        cutOff.includes(NOTES)
            ? problems.find(({ attribute, code }) => attribute === NOTES && code === 'textCut')
            : undefined
    );
}

function unsaved(problem: MappingProblem | undefined): UnsavedField | undefined {
    return problem && { field: problem.field, code: 'notMapped', reason: problem.code };
}

import type { FieldDescriptions, MappingProblem, MappingRule } from './types.ts';
import { findTarget } from './access.ts';
import { isKnownAttribute } from './attributeNames.ts';
import { refusedField, unknownAttribute } from './problems.ts';

/** What is wrong with the rules themselves, whatever an interaction brings: for the admin, before the first call. */
export function checkRules(rules: readonly MappingRule[], fields: FieldDescriptions): MappingProblem[] {
    return rules
        .filter((rule) => rule.active)
        .flatMap((rule) => {
            const target = findTarget(rule.field, fields);
            return [
                ...(isKnownAttribute(rule.attribute) ? [] : [unknownAttribute(rule)]),
                ...('code' in target ? [refusedField(rule, target)] : [])
            ];
        });
}

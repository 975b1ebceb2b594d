import type { AttributeValue } from 'c/interactionAttributes';
import type { MappingProblem, MappingProblemCode, MappingRule } from './types.ts';
import type { FieldRefusal } from './access.ts';
import { nearestAttribute } from './attributeNames.ts';

export function problem(code: MappingProblemCode, rule: MappingRule, given?: string, allowed?: string): MappingProblem {
    return {
        code,
        rule: rule.id,
        attribute: rule.attribute,
        field: rule.field,
        ...(given === undefined ? {} : { given }),
        ...(allowed === undefined ? {} : { allowed })
    };
}

export function unknownAttribute(rule: MappingRule): MappingProblem {
    const nearest = nearestAttribute(rule.attribute);
    const allowed = nearest ?? 'an attribute of the catalogue, or Participant. and the name of participant data';
    return problem('unknownAttribute', rule, rule.attribute, allowed);
}

export function refusedField(rule: MappingRule, refusal: FieldRefusal): MappingProblem {
    return problem(refusal.code, rule, refusal.given, refusal.allowed);
}

export function shadowed(rule: MappingRule, winner: MappingRule): MappingProblem {
    return problem('ruleShadowed', rule, rule.id, `one rule for a field; ${winner.id} is used`);
}

/** The kind of a value, in words that say nothing about the customer. */
export function kindOf(value: AttributeValue): string {
    if (value === null) {
        return 'nothing';
    }
    if (typeof value === 'string') {
        return value === '' ? 'an empty text' : `text of ${[...value].length} characters`;
    }
    return typeof value === 'number' ? 'a number' : 'true or false';
}

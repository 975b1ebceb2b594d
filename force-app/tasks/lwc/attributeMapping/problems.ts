import type { AttributeValue } from 'c/interactionAttributes';
import type { MappingDetail, MappingProblem, MappingProblemCode, MappingRule } from './types.ts';
import type { FieldRefusal } from './access.ts';
import { nearestAttribute } from './attributeNames.ts';

export function problem(
    code: MappingProblemCode,
    rule: MappingRule,
    allowed: MappingDetail,
    given?: MappingDetail
): MappingProblem {
    return {
        code,
        rule: rule.id,
        attribute: rule.attribute,
        field: rule.field,
        ...(given === undefined ? {} : { given }),
        allowed
    };
}

export function unknownAttribute(rule: MappingRule): MappingProblem {
    const nearest = nearestAttribute(rule.attribute);
    const allowed: MappingDetail =
        nearest === undefined ? { kind: 'knownAttribute' } : { kind: 'spelling', names: [nearest] };
    return problem('unknownAttribute', rule, allowed);
}

export function refusedField(rule: MappingRule, refusal: FieldRefusal): MappingProblem {
    return problem(refusal.code, rule, refusal.allowed);
}

export function shadowed(rule: MappingRule, winner: MappingRule): MappingProblem {
    return problem('ruleShadowed', rule, { kind: 'oneRule', names: [winner.id] });
}

/** The kind of a value, which says nothing about the customer. */
export function kindOf(value: AttributeValue): MappingDetail {
    if (value === null) {
        return { kind: 'nothing' };
    }
    if (typeof value === 'string') {
        return value === '' ? { kind: 'emptyText' } : { kind: 'text', count: [...value].length };
    }
    return { kind: typeof value === 'number' ? 'number' : 'flag' };
}

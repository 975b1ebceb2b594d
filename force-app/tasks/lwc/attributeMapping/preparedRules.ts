import { findTarget } from './access.ts';
import type { FieldRefusal, FieldTarget } from './access.ts';
import { isKnownAttribute } from './attributeNames.ts';
import { fieldKey, inOrder } from './rules.ts';
import type { FieldDescriptions, MappingRule } from './types.ts';

/** A rule with all that does not depend on the interaction. */
export interface PreparedRule {
    readonly rule: MappingRule;
    /** Equal for rules of one field. */
    readonly key: string;
    /** False when there is no such attribute. */
    readonly known: boolean;
    readonly target: FieldTarget | FieldRefusal;
}

interface Preparation {
    readonly fields: FieldDescriptions;
    readonly rules: readonly PreparedRule[];
}

/** The same rules meet every message of the phone. */
const preparations = new WeakMap<readonly MappingRule[], Preparation>();

/** The rules, the strongest first. Made once for the same rules and fields. */
export function prepared(rules: readonly MappingRule[], fields: FieldDescriptions): readonly PreparedRule[] {
    const last = preparations.get(rules);
    if (last && last.fields === fields) {
        return last.rules;
    }
    const made = inOrder(rules).map((rule) => ({
        rule,
        key: fieldKey(rule.field),
        known: isKnownAttribute(rule.attribute),
        target: findTarget(rule.field, fields)
    }));
    preparations.set(rules, { fields, rules: made });
    return made;
}

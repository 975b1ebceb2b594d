import type { InteractionType } from 'c/interactions';
import { findTarget } from './access.ts';
import { isKnownAttribute } from './attributeNames.ts';
import { DEFAULT_FIELDS } from './defaultFields.ts';
import { appliesTo, fieldKey, inOrder } from './rules.ts';
import type { FieldDescriptions, MappingRule } from './types.ts';

export const INTERACTION_TYPES: readonly InteractionType[] = [
    'call',
    'callback',
    'outboundDialing',
    'chat',
    'email',
    'message',
    'voicemail'
];

export interface ExplainedRule {
    readonly rule: MappingRule;
    /**
     * `inForce`: its value is written. `standsIn`: used only while the attribute of each rule before it (`by` is the one
     * in force) is not known. `replaced`: a built-in rule whose place the record `by` takes; it stands in like any other
     * while the record's attribute is not known. `switchedOff`: an inactive record, or a built-in rule that the inactive
     * record `by` switches off. `unknownAttribute`: there is no such attribute, so the rule never gives a value.
     */
    readonly stands: 'inForce' | 'standsIn' | 'replaced' | 'switchedOff' | 'unknownAttribute';
    /** Id of the rule that makes it stand so; absent when it is the rule itself. */
    readonly by?: string;
}

export interface ExplainedField {
    /** API name in the org's spelling where it told, else as the first rule has it. */
    readonly field: string;
    readonly interactionType: InteractionType;
    /** The rule whose value is written when its attribute is known. */
    readonly inForce?: MappingRule;
    /**
     * Where the value comes from. `defaultField`: no rule, but each Task that Switchboard makes has it by itself.
     * `nothing`: no rule gives a value.
     */
    readonly origin: 'record' | 'builtIn' | 'defaultField' | 'nothing';
    /** Every rule for the field and this type, the strongest first. */
    readonly rules: readonly ExplainedRule[];
}

/**
 * The effective rule of each Task field and interaction type, and where it comes from. `records` are the admin's rules,
 * `defaults` the built-in ones. Only fields that a rule names or that every Task has by itself (`byItself`); by field, then in the
 * order of INTERACTION_TYPES. `fields` only gives the spelling. Says the same as `mapAttributes` does.
 */
export function explainFields(
    records: readonly MappingRule[],
    defaults: readonly MappingRule[],
    fields?: FieldDescriptions,
    byItself: readonly string[] = DEFAULT_FIELDS
): ExplainedField[] {
    const byField = new Map<string, MappingRule[]>();
    for (const rule of inOrder([...records, ...defaults])) {
        const key = fieldKey(rule.field);
        byField.set(key, [...(byField.get(key) ?? []), rule]);
    }
    for (const name of byItself) {
        byField.set(fieldKey(name), byField.get(fieldKey(name)) ?? []);
    }
    return [...byField]
        .map(([key, rules]) => ({ name: spelling(key, rules, fields), rules }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap(({ name, rules }) => INTERACTION_TYPES.map((type) => explain(name, type, rules, byItself)));
}

function spelling(key: string, rules: readonly MappingRule[], fields: FieldDescriptions): string {
    const field = rules[0]?.field ?? DEFAULT_FIELDS.find((name) => fieldKey(name) === key) ?? key;
    const target = findTarget(field, fields);
    return 'name' in target ? target.name : field;
}

function explain(
    field: string,
    interactionType: InteractionType,
    all: readonly MappingRule[],
    byItself: readonly string[]
): ExplainedField {
    const rules = all.filter((rule) => appliesTo({ ...rule, active: true }, interactionType));
    // An inactive record switches a built-in rule off for every interaction type.
    const off = all.find((rule) => rule.source === 'record' && !rule.active);
    const usable = rules.filter(
        (rule) => rule.active && isKnownAttribute(rule.attribute) && !(rule.source === 'default' && off)
    );
    const inForce = usable[0];
    const explained = rules.map((rule) => ({ rule, ...standing(rule, inForce, off) }));
    return {
        field,
        interactionType,
        ...(inForce === undefined ? {} : { inForce }),
        origin: originOf(field, inForce, all, byItself),
        rules: explained
    };
}

function standing(
    rule: MappingRule,
    inForce: MappingRule | undefined,
    off: MappingRule | undefined
): Omit<ExplainedRule, 'rule'> {
    if (!rule.active) return { stands: 'switchedOff' };
    if (rule.source === 'default' && off) return { stands: 'switchedOff', by: off.id };
    if (!isKnownAttribute(rule.attribute)) return { stands: 'unknownAttribute' };
    if (inForce === undefined || rule === inForce) return { stands: 'inForce' };
    return { stands: rule.source === 'default' ? 'replaced' : 'standsIn', by: inForce.id };
}

function originOf(
    field: string,
    inForce: MappingRule | undefined,
    all: readonly MappingRule[],
    byItself: readonly string[]
): ExplainedField['origin'] {
    if (inForce) return inForce.source === 'record' ? 'record' : 'builtIn';
    // What a built-in rule is for is filled by rules alone.
    if (all.some(({ source }) => source === 'default')) return 'nothing';
    return byItself.some((name) => fieldKey(name) === fieldKey(field)) ? 'defaultField' : 'nothing';
}

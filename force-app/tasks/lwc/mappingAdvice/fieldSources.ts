import type { ExplainedField, FieldDescriptions, MappingRule } from 'c/attributeMapping';
import type { InteractionType } from 'c/interactions';
import { fieldNamed, leftOutOfNew, ruleFindings, worst } from './ruleFindings.ts';
import { explainedOf } from './targets.ts';
import type { MappingPicture } from './types.ts';

/** Where a field's value comes from, for some interaction types. */
export interface SourcePart {
    readonly types: 'all' | readonly InteractionType[];
    readonly origin: ExplainedField['origin'];
    readonly rule?: MappingRule;
    /** Name of the record that switches the built-in rule off. */
    readonly offBy?: string;
    /** The rule is in force, and the field cannot take what it gives; without a rule: this user may not set the field. */
    readonly blocked: boolean;
}

export interface FieldSource {
    readonly field: string;
    readonly fieldLabel?: string;
    readonly parts: readonly SourcePart[];
}

/** The rule in force for each field, interaction types that agree taken together. */
export function fieldSources(picture: MappingPicture): FieldSource[] {
    const byField = new Map<string, ExplainedField[]>();
    for (const one of explainedOf(picture)) {
        byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
    }
    return [...byField].map(([field, all]) => {
        const label = fieldNamed(field, picture.fields)?.label;
        return { field, ...(label === undefined ? {} : { fieldLabel: label }), parts: partsOf(all, picture) };
    });
}

function partsOf(all: readonly ExplainedField[], { fields }: MappingPicture): SourcePart[] {
    const groups = new Map<string, ExplainedField[]>();
    for (const one of all) {
        const name = `${one.origin}|${one.inForce?.id ?? ''}|${offBy(one) ?? ''}`;
        groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (!first) return [];
        const off = offBy(first);
        return [
            {
                types: group.length === all.length ? ('all' as const) : group.map((one) => one.interactionType),
                origin: first.origin,
                ...(first.inForce ? { rule: first.inForce } : {}),
                ...(off === undefined ? {} : { offBy: off }),
                blocked: isBlocked(first, fields)
            }
        ];
    });
}

function isBlocked({ field, inForce, origin }: ExplainedField, fields: FieldDescriptions): boolean {
    if (inForce) return worst(ruleFindings(inForce, fields)) === 'error';
    return origin === 'defaultField' && leftOutOfNew(field, fields) !== undefined;
}

function offBy({ inForce, rules }: ExplainedField): string | undefined {
    if (inForce) return undefined;
    const off = rules.find(({ stands }) => stands === 'switchedOff');
    return off && (off.by ?? off.rule.id);
}

import { defaultFields, effectiveRules, mapAttributes, RULED_FIELDS } from 'c/attributeMapping';
import type { ExplainedRule, FieldValue, Mapped, MappingProblemCode } from 'c/attributeMapping';
import { attributesOf } from 'c/interactionAttributes';
import type { Interaction } from 'c/interactions';
import { fieldNamed, leftOutOfNew } from './ruleFindings.ts';
import { builtInOf, explainedOf, isNewTask } from './targets.ts';
import type { MappingPicture } from './types.ts';

/** How this user reads dates. */
export interface ReadingPlace {
    readonly locale: string;
    /** IANA name. */
    readonly timeZone: string;
}

/**
 * What one rule would do with an interaction. `notKnown`: the interaction has no value for the attribute.
 * `otherRule`: another rule's value is written. `byItself`: no rule, but each Task that Switchboard makes has it.
 */
export interface PreviewRow {
    readonly field: string;
    readonly fieldLabel?: string;
    readonly attribute?: string;
    /** The rule's name; absent for what every Task has by itself. */
    readonly rule?: string;
    readonly outcome: 'written' | 'cut' | 'refused' | 'notKnown' | 'otherRule' | 'byItself';
    readonly problem?: MappingProblemCode;
    /** Absent unless it would be written; null clears the field. A customer's data: for the screen only. */
    readonly value?: FieldValue;
    readonly onlyWhenEmpty: boolean;
}

/** What the interaction as it stands would write, by the rules in force for its type. Pure; keeps nothing. */
export function preview(interaction: Interaction, picture: MappingPicture, reading: ReadingPlace): PreviewRow[] {
    const { rules, fields } = picture;
    const attributes = attributesOf(interaction);
    const { timeZone } = reading;
    const map = (some: Parameters<typeof mapAttributes>[1]): Mapped =>
        mapAttributes(attributes, some, fields, interaction.type, { timeZone });
    const whole = map(effectiveRules(rules, builtInOf(picture)));
    const taken = new Set<string>();
    // What a record took the place of, and nothing else saves.
    const lost = new Set(whole.problems.filter(({ code }) => code === 'ruleShadowed').map(({ rule }) => rule));
    const rows = explainedOf(picture)
        .filter(({ interactionType }) => interactionType === interaction.type)
        .flatMap(({ field, rules: all }) =>
            all.filter(isUsed).flatMap(({ rule, stands }): PreviewRow[] => {
                // A built-in rule steps in only while the record in its place has no value: else not a word of it.
                const quiet = stands === 'replaced';
                const one = map([rule]);
                const [problem] = one.problems;
                const common = {
                    ...named(field, picture),
                    attribute: rule.attribute,
                    rule: rule.id,
                    onlyWhenEmpty: rule.overwrite === 'onlyWhenEmpty'
                };
                if (one.problems.length === 0 && Object.keys(one.patch).length === 0) {
                    return quiet ? [] : [{ ...common, outcome: 'notKnown' }];
                }
                if (taken.has(field)) return quiet && !lost.has(rule.id) ? [] : [{ ...common, outcome: 'otherRule' }];
                taken.add(field);
                const value = Object.entries(whole.patch).find(([name]) => name.toLowerCase() === field.toLowerCase());
                if (!value) return [{ ...common, outcome: 'refused', ...(problem ? { problem: problem.code } : {}) }];
                return [{ ...common, outcome: problem ? 'cut' : 'written', value: value[1] }];
            })
        );
    const byItself = isNewTask(picture) ? defaultFields({ interaction, attributes, ...reading }) : {};
    const own = Object.entries(byItself)
        .filter(([field]) => !taken.has(field) && !RULED_FIELDS.includes(field))
        .map(([field, value]): PreviewRow => {
            const problem = leftOutOfNew(field, fields);
            const common = { ...named(field, picture), onlyWhenEmpty: false };
            return problem ? { ...common, outcome: 'refused', problem } : { ...common, outcome: 'byItself', value };
        });
    return [...rows, ...own];
}

function isUsed({ stands }: ExplainedRule): boolean {
    return stands !== 'switchedOff';
}

function named(field: string, { fields }: MappingPicture): Pick<PreviewRow, 'field' | 'fieldLabel'> {
    const label = fieldNamed(field, fields)?.label;
    return { field, ...(label === undefined ? {} : { fieldLabel: label }) };
}

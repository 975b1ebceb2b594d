import { writeField } from 'c/attributeMapping';
import type { ExplainedRule, MappingRule, RowProblem } from 'c/attributeMapping';
import { fieldNamed, finding, onlyFor, ruleFindings, takesPlace, worst } from './ruleFindings.ts';
import { builtInOf, explainedOf, otherObjectOf } from './targets.ts';
import type { Finding, Level, MappingPicture } from './types.ts';

/** One line of the admin's table. */
export interface RuleAdvice {
    /** The record's name, or `default:` + field. */
    readonly id: string;
    readonly attribute: string;
    readonly field: string;
    readonly fieldLabel?: string;
    /** Absent where the record cannot be used. */
    readonly rule?: MappingRule;
    readonly findings: readonly Finding[];
    readonly level: Level;
}

/** Every record, usable or not, and the built-in rules, each with what is to be said about it. */
export function adviseRules(picture: MappingPicture): RuleAdvice[] {
    const explained = explainedOf(picture);
    const places = new Map<MappingRule, ExplainedRule[]>();
    for (const one of explained.flatMap(({ rules }) => rules)) {
        const known = places.get(one.rule);
        if (known) known.push(one);
        else places.set(one.rule, [one]);
    }
    const usable = [...picture.rules, ...builtInOf(picture)].map((rule) =>
        adviseRule(rule, places.get(rule) ?? [], picture)
    );
    const others = (picture.others ?? []).map((rule) => ofOtherObject(rule, picture));
    return [...usable, ...others, ...picture.unusable.map((problem) => unusable(problem, picture))];
}

function adviseRule(rule: MappingRule, places: readonly ExplainedRule[], picture: MappingPicture): RuleAdvice {
    const own = [...ruleFindings(rule, picture.fields), ...takesPlace(rule, picture)];
    const standing = standingOf(rule, places);
    // Nobody needs to know what would be wrong with a rule that is not used.
    const findings = standing?.code === 'switchedOff' ? [standing] : [...own, ...(standing ? [standing] : [])];
    return { ...named(rule, picture), rule, ...verdict(findings) };
}

function ofOtherObject(rule: MappingRule, picture: MappingPicture): RuleAdvice {
    const { id, attribute } = rule;
    const object = otherObjectOf(rule, picture);
    return { id, attribute, field: writeField(rule), rule, ...verdict(object ? [onlyFor(object)] : []) };
}

/** Where the rule stands among those for its field; undefined when it is the first for some interaction type. */
function standingOf(rule: MappingRule, places: readonly ExplainedRule[]): Finding | undefined {
    if (!rule.active) return finding('switchedOff', 'note');
    if (places.length === 0 || places.some(({ stands }) => stands === 'inForce')) return undefined;
    const by = places.find((one) => one.by !== undefined)?.by ?? '';
    if (places.every(({ stands }) => stands === 'standsIn')) return finding('standsIn', 'warning', by);
    if (places.some(({ stands }) => stands === 'replaced')) return finding('standsIn', 'note', by);
    return places.every(({ stands }) => stands === 'unknownAttribute') ? undefined : finding('switchedOff', 'note', by);
}

function unusable(problem: RowProblem, picture: MappingPicture): RuleAdvice {
    const { rule: id, attribute, field, given, allowed } = problem;
    return { ...named({ id, attribute, field }, picture), ...verdict([finding('notUsable', 'error', given, allowed)]) };
}

function named(
    { id, attribute, field }: Pick<MappingRule, 'id' | 'attribute' | 'field'>,
    { fields }: MappingPicture
): Pick<RuleAdvice, 'id' | 'attribute' | 'field' | 'fieldLabel'> {
    const label = fieldNamed(field, fields)?.label;
    return { id, attribute, field, ...(label === undefined ? {} : { fieldLabel: label }) };
}

function verdict(findings: readonly Finding[]): Pick<RuleAdvice, 'findings' | 'level'> {
    const level = worst(findings);
    return { findings: findings.length === 0 ? [finding('works', 'good')] : findings, level };
}

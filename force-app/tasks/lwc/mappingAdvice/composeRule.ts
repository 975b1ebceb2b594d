import type { MappingRule } from 'c/attributeMapping';
import { finding, onlyFor, ruleFindings, takesPlace } from './ruleFindings.ts';
import { explainedOf, otherObjectOf } from './targets.ts';
import type { Finding, MappingPicture } from './types.ts';

/** A name that no record has: the attribute's, as Salesforce takes names, at most 40 characters. */
export function freeName(attribute: string, taken: readonly string[]): string {
    const names = new Set(taken.map((name) => name.toLowerCase()));
    const letters = attribute.replace(/[^a-z0-9]+/gi, '_').replace(/^[^a-z]+|_+$/gi, '');
    const base = letters.slice(0, 36).replace(/_+$/, '') || 'Rule';
    for (let count = 1; ; count += 1) {
        const name = count === 1 ? base : `${base}_${count}`;
        if (!names.has(name.toLowerCase())) return name;
    }
}

/** What is to be said about a rule that is not in the org yet, and how it would stand beside the others. */
export function newRuleFindings(rule: MappingRule, picture: MappingPicture): Finding[] {
    const object = otherObjectOf(rule, picture);
    if (object) return [onlyFor(object)];
    const own = [...ruleFindings(rule, picture.fields), ...takesPlace(rule, picture)];
    const places = explainedOf(picture, [rule]).flatMap(({ rules }) => rules.filter((one) => one.rule === rule));
    const behind = places.length > 0 && places.every(({ stands }) => stands === 'standsIn');
    return [...own, ...(behind ? [finding('standsIn', 'warning', places[0]?.by ?? '')] : [])];
}

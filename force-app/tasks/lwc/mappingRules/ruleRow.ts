import { fill } from 'c/labelText';
import type { Level, RuleAdvice } from 'c/mappingAdvice';
import { LEVELS, findingText, originText, overwriteText, typesText } from 'c/mappingWords';
import type { SetupLinks } from 'c/mappingWords';
import { LABELS } from './labels.ts';

export type SortKey = 'attribute' | 'field' | 'types' | 'order' | 'overwrite' | 'active' | 'origin' | 'verdict';

export interface RuleFinding {
    readonly key: string;
    readonly text: string;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly word: string;
}

/** One rule as the table shows it. */
export interface RuleRow {
    readonly id: string;
    readonly attribute: string;
    /** The org's label, or the API name where it told none. */
    readonly field: string;
    /** Absent where it is shown already. */
    readonly apiName: string | undefined;
    readonly types: string;
    readonly order: string;
    readonly overwrite: string;
    readonly active: string;
    readonly origin: string;
    /** The record's name; absent for a built-in rule. */
    readonly record: string | undefined;
    readonly findings: readonly RuleFinding[];
    readonly href: string | undefined;
    readonly open: string;
    readonly sort: Readonly<Record<SortKey, string | number>>;
}

const SEVERITY: readonly Level[] = ['error', 'warning', 'note', 'good'];
const UNORDERED = 99_999;

export function ruleRow(advice: RuleAdvice, links: SetupLinks | undefined): RuleRow {
    const { rule, id, attribute } = advice;
    const builtIn = rule?.source === 'default';
    const order = rule && rule.order < UNORDERED ? rule.order : undefined;
    const texts = {
        attribute,
        field: advice.fieldLabel ?? advice.field,
        types: rule ? typesText(rule.interactionTypes) : '',
        overwrite: rule ? overwriteText(rule) : '',
        active: rule ? (rule.active ? LABELS.yes : LABELS.no) : '',
        origin: originText(rule?.source ?? 'record')
    };
    return {
        id,
        ...texts,
        apiName: advice.fieldLabel === undefined || advice.fieldLabel === advice.field ? undefined : advice.field,
        order: order === undefined ? '' : String(order),
        record: builtIn ? undefined : id,
        findings: advice.findings.map((finding) => ({
            key: finding.code,
            text: findingText(finding),
            icon: LEVELS[finding.level].icon,
            variant: LEVELS[finding.level].variant,
            word: LEVELS[finding.level].word
        })),
        href: builtIn ? undefined : (links?.record(id) ?? links?.manage),
        open: fill(LABELS.openOne, id),
        sort: { ...texts, order: order ?? UNORDERED + (builtIn ? 1 : 0), verdict: SEVERITY.indexOf(advice.level) }
    };
}

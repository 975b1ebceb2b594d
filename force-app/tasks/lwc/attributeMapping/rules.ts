import type { InteractionType } from 'c/interactions';
import type { MappingRule, TargetObject } from './types.ts';

function byDefault(attribute: string, field: string): MappingRule {
    return {
        id: `default:${field}`,
        attribute,
        field,
        active: true,
        interactionTypes: 'all',
        order: Number.MAX_SAFE_INTEGER,
        overwrite: 'always',
        source: 'default'
    };
}

/**
 * What is kept up to date on a Task whoever made it, in an org where the admin mapped nothing. Both change after the
 * end of the interaction, when the Task usually exists already.
 */
export const DEFAULT_RULES: readonly MappingRule[] = [
    byDefault('Salesforce.InteractionLogNotes', 'Description'),
    byDefault('Salesforce.WrapUpCode', 'CallDisposition')
];

/** What applies without any record: a Voice Call has no field for a wrap-up code that a page may fill. */
export function builtInRules(target: TargetObject): readonly MappingRule[] {
    return target === 'Task' ? DEFAULT_RULES : DEFAULT_RULES.filter(({ field }) => field === 'Description');
}

/** Whether it takes part where this object is filled. */
export function isFor(target: TargetObject, { target: only }: Pick<MappingRule, 'target'>): boolean {
    return only === undefined || only === target;
}

/** Fields that the built-in rules are for: without rules they are filled like any other default field. */
export const RULED_FIELDS: readonly string[] = DEFAULT_RULES.map(({ field }) => field);

/** Platform names differ in more than case, so case alone never tells two fields apart. */
export function fieldKey(field: string): string {
    return field.toLowerCase();
}

/** The admin's records first, then each default whose field no switched-off record names. */
export function effectiveRules(records: readonly MappingRule[], defaults: readonly MappingRule[]): MappingRule[] {
    const switchedOff = new Set(records.filter((record) => !record.active).map((record) => fieldKey(record.field)));
    return [...records, ...defaults.filter((rule) => !switchedOff.has(fieldKey(rule.field)))];
}

export function appliesTo(rule: MappingRule, interactionType: InteractionType): boolean {
    return rule.active && (rule.interactionTypes === 'all' || rule.interactionTypes.includes(interactionType));
}

/** The winner of two rules for one field comes first: the lower order, and a default after every record. */
export function inOrder(rules: readonly MappingRule[]): MappingRule[] {
    return [...rules].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id) || compare(a.field, b.field));
}

function compare<T extends string | number>(a: T, b: T): number {
    if (a === b) {
        return 0;
    }
    return a < b ? -1 : 1;
}

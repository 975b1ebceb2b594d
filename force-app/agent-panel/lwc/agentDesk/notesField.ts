import type { MappingRule } from 'c/attributeMapping';

/** The attribute that the agent's notes are. */
export const NOTES = 'Salesforce.InteractionLogNotes';

/** Undefined where the admin has switched that off, or given the field to something else. */
export function notesFieldOf(rules: readonly MappingRule[]): string | undefined {
    const named = (rule: MappingRule): string => rule.field.toLowerCase();
    const active = rules.filter((rule) => rule.active);
    const taken = new Set(active.filter(({ source }) => source === 'record').map(named));
    return active
        .filter(({ attribute }) => attribute === NOTES)
        .find((rule) => rule.source === 'record' || !taken.has(named(rule)))?.field;
}

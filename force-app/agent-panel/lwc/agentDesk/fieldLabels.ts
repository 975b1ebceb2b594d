import type { FieldDescriptions } from 'c/attributeMapping';

/** The org's own words for Task fields, by API name; none where the org does not describe Task. */
export function fieldLabelsOf(fields: FieldDescriptions): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.values(fields ?? {}).map(({ label, name }) => [name, label]));
}

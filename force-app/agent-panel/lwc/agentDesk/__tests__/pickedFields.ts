import type { FieldValue } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { TaskRelations } from '../taskRelations.ts';

/** What the agent picked, whenever that was. */
export function pickedFields(relations: TaskRelations, interaction: Interaction): Readonly<Record<string, FieldValue>> {
    const picked = Object.entries(relations.pickedOf(interaction));
    return Object.fromEntries(picked.map(([field, { value }]) => [field, value]));
}

import { decodeInteraction } from './interaction.ts';
import { ignoringCase, isObject, isText, own } from './own.ts';
import { kindOf, quoted } from './quoted.ts';
import { INTERACTION_CATEGORIES } from './types.ts';
import type { ClientEvent, ClientInteraction, InteractionCategory } from './types.ts';

type InteractionBody = Omit<Extract<ClientEvent, { type: 'Interaction' }>, 'type' | 'inferred' | 'receivedAt'>;

export function knownCategory(category: unknown): InteractionCategory | undefined {
    return ignoringCase(INTERACTION_CATEGORIES, category);
}

/** Category and data of an Interaction message, or why they could not be understood. */
export function decodeInteractionEvent(given: unknown, data: unknown): InteractionBody | string {
    const category = knownCategory(given);
    if (category === undefined) return `Interaction category ${quoted(given)} is not known`;
    if (isText(data)) return isConversationId(data) ? { category, id: data } : oddId(category, data);
    if (!isObject(data)) return `Interaction ${category} whose data is ${kindOf(data)}`;
    // change wraps its data in old and new; any category may (T7).
    const body = own(data, 'new') ?? (own(data, 'old') === undefined ? data : undefined);
    const id = firstText(
        body,
        own(body, 'id'),
        own(data, 'id'),
        own(data, 'interactionId'),
        own(own(data, 'old'), 'id')
    );
    if (id === undefined) return `Interaction ${category} without an id`;
    if (!isConversationId(id)) return oddId(category, id);
    const { interaction, oddFields } = described(body, id);
    const previous = described(own(data, 'old'), id).interaction;
    return {
        category,
        id,
        ...(interaction ? { interaction } : {}),
        ...(previous ? { previous } : {}),
        ...(oddFields.length > 0 ? { oddFields } : {})
    };
}

/** Conversation ids are UUIDs. Longer than a Task's Call Object Identifier (255) no Task could be found by it again. */
function isConversationId(id: string): boolean {
    return /^[0-9a-z][\w.:-]{0,254}$/i.test(id);
}

function oddId(category: InteractionCategory, id: string): string {
    return `Interaction ${category} whose id is ${kindOf(id)} that is no conversation id`;
}

function described(
    body: unknown,
    id: string
): { interaction: ClientInteraction | undefined; oddFields: readonly string[] } {
    if (!isObject(body)) return { interaction: undefined, oddFields: [] };
    const { fields, oddFields } = decodeInteraction(body);
    // An object with nothing but an id describes nothing (T6).
    return { interaction: Object.keys(fields).length > 0 ? { id, ...fields } : undefined, oddFields };
}

function firstText(...candidates: readonly unknown[]): string | undefined {
    return candidates.find(isText);
}

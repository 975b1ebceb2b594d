import { decodeInteraction } from './interaction.ts';
import { isConversationId, isObject, isText, own, textOf } from './own.ts';
import { kindOf, quoted } from './quoted.ts';
import { INTERACTION_CATEGORIES } from './types.ts';
import { ignoringCase } from './words.ts';
import type { InteractionClientEvent } from './types.ts';

export const interactionCategory = ignoringCase(INTERACTION_CATEGORIES);

/** The event, or why there is none. */
export function decodeInteractionEvent(
    given: unknown,
    data: unknown,
    receivedAt: string,
    inferred?: true
): InteractionClientEvent | string {
    const category = interactionCategory(given);
    if (category === undefined) return `Interaction category ${quoted(given)} is not known`;
    const body = bodyOf(data);
    const id = isText(data) ? data : idOf(data, body);
    if (!isConversationId(id)) return `Interaction ${category} ${whyNoId(data, id)}`;

    const event: { -readonly [K in keyof InteractionClientEvent]: InteractionClientEvent[K] } = {
        type: 'Interaction',
        category,
        id,
        receivedAt
    };
    if (isObject(body)) {
        const { interaction, oddFields } = decodeInteraction(body, id);
        if (interaction) event.interaction = interaction;
        if (oddFields.length > 0) event.oddFields = oddFields;
    }
    const old = own(data, 'old');
    if (isObject(old)) {
        // Three of four changes tell the same twice (T8).
        const { interaction } =
            isObject(body) && isSame(old, body) ? event : decodeInteraction(old, idBefore(old) ?? id);
        if (interaction) event.previous = interaction;
    }
    if (inferred) event.inferred = inferred;
    return event;
}

/** What the data is about: change wraps it in old and new, and any category may (T7). */
export function bodyOf(data: unknown): unknown {
    return own(data, 'new') ?? (own(data, 'old') === undefined ? data : undefined);
}

/** The id may stand in the body, beside it, or only in what was before (T4, W1). */
function idOf(data: unknown, body: unknown): string | undefined {
    return textOf(body, 'id') ?? textOf(data, 'id') ?? textOf(data, 'interactionId') ?? textOf(own(data, 'old'), 'id');
}

/** The other interaction's, where a message swaps the two. */
function idBefore(old: unknown): string | undefined {
    const id = textOf(old, 'id');
    return isConversationId(id) ? id : undefined;
}

function whyNoId(data: unknown, id: string | undefined): string {
    if (id !== undefined) return `whose id is ${kindOf(id)} that is no conversation id`;
    return isObject(data) ? 'without an id' : `whose data is ${kindOf(data)}`;
}

/** By for-in, several times as fast as Object.keys; what is inherited is the same for both. */
function isSame(before: Record<string, unknown>, now: Record<string, unknown>): boolean {
    let left = 0;
    for (const name in before) {
        if (before[name] !== now[name]) return false;
        left += 1;
    }
    for (const _ in now) left -= 1;
    return left === 0;
}

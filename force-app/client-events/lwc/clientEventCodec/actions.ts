import { requireInteractionId, requireText } from './checks.ts';
import { InvalidActionError } from './invalidAction.ts';
import { isObject } from './own.ts';
import { kindOf } from './quoted.ts';
import type { ClientAction } from './types.ts';

export type SubscriptionType = 'Interaction' | 'UserAction' | 'Notification';

/** Both spellings are in use (T3). */
export type SubscribeSpelling = 'PureCloud.Subscribe' | 'PureCloud.subscribe';

const SUBSCRIPTION_TYPES: readonly string[] = ['Interaction', 'UserAction', 'Notification'];
const SPELLINGS: readonly string[] = ['PureCloud.Subscribe', 'PureCloud.subscribe'];

/**
 * Sets participant data of an interaction. Names without `Participant.`: the phone adds it. `null` is sent to clear a
 * value; whether it does is not documented.
 * @throws InvalidActionError
 */
export function addCustomAttributes(
    id: string,
    attributes: Readonly<Record<string, string | number | boolean | null>>
): ClientAction {
    const action = 'addCustomAttributes';
    requireInteractionId(action, id);
    if (!isObject(attributes)) {
        throw new InvalidActionError(action, 'attributes', kindOf(attributes), 'an object of names and values');
    }
    const entries = Object.entries(attributes);
    if (entries.length === 0) {
        throw new InvalidActionError(action, 'attributes', 'an empty object', 'at least one name and value');
    }
    for (const [name, value] of entries) checkAttribute(name, value);
    return { type: 'PureCloud.Interaction.addCustomAttributes', data: { id, attributes: Object.fromEntries(entries) } };
}

function checkAttribute(name: string, value: unknown): void {
    const action = 'addCustomAttributes';
    if (name.trim() === '') {
        throw new InvalidActionError(action, 'attributes', 'an empty name', 'a name for each value');
    }
    if (/^participant\./i.test(name)) {
        const allowed = 'the name without Participant., which the phone adds';
        throw new InvalidActionError(action, `attributes["${name}"]`, 'a name with the prefix', allowed);
    }
    const flat = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
    if (!flat) {
        const allowed = 'a text, a finite number, true, false or null';
        throw new InvalidActionError(action, `attributes["${name}"]`, kindOf(value), allowed);
    }
}

/**
 * Sets the agent's own status.
 * @param id the status id; samples of the vendor also give a name such as `Break` or a constant such as `BREAK` (T5)
 * @throws InvalidActionError
 */
export function updateStatus(id: string): ClientAction {
    requireText('updateStatus', 'id', id, "the status's id or name, a text that is not empty");
    return { type: 'PureCloud.User.updateStatus', data: { id } };
}

/**
 * Asks for events. There is no answer and no way to take it back.
 * @throws InvalidActionError
 */
export function subscribeTo(
    type: SubscriptionType,
    categories: readonly string[],
    spelling: SubscribeSpelling = 'PureCloud.Subscribe'
): ClientAction {
    const action = 'subscribeTo';
    if (!SUBSCRIPTION_TYPES.includes(type)) {
        throw new InvalidActionError(action, 'type', kindOf(type), `one of ${SUBSCRIPTION_TYPES.join(', ')}`);
    }
    if (!Array.isArray(categories) || categories.length === 0) {
        const given = Array.isArray(categories) ? 'an empty list' : kindOf(categories);
        throw new InvalidActionError(action, 'categories', given, 'a list of at least one category');
    }
    categories.forEach((category, i) => requireText(action, `categories[${i}]`, category, 'the name of a category'));
    if (!SPELLINGS.includes(spelling)) {
        throw new InvalidActionError(action, 'spelling', kindOf(spelling), `one of ${SPELLINGS.join(', ')}`);
    }
    return { type: spelling, data: { type, categories: Array.from<string>(categories) } };
}

import { demand, demandInteractionId, demandOneOf, demandText } from './checks.ts';
import { isFlat } from './interaction.ts';
import { isObject } from './own.ts';
import type { Association, ClientAction } from './types.ts';

export type SubscriptionType = 'Interaction' | 'UserAction' | 'Notification';

/** Both spellings are in use (T3). */
export type SubscribeSpelling = 'PureCloud.Subscribe' | 'PureCloud.subscribe';

const SUBSCRIPTION_TYPES: readonly string[] = ['Interaction', 'UserAction', 'Notification'];
const SPELLINGS: readonly string[] = ['PureCloud.Subscribe', 'PureCloud.subscribe'];

/**
 * Sets participant data of an interaction. No event shows that it arrived.
 * @param id the interaction's id
 * @param attributes names without `Participant.`, which the phone adds; values are text, finite numbers, true, false, or
 * `null`, which is sent to clear a value: whether it does is not documented
 * @throws InvalidActionError naming `id`, `attributes` or `attributes["name"]`
 * @see "Events in Salesforce", help.mypurecloud.com: Interaction.addCustomAttributes
 */
export function addCustomAttributes(
    id: string,
    attributes: Readonly<Record<string, string | number | boolean | null>>
): ClientAction {
    const action = 'addCustomAttributes';
    demandInteractionId(action, id);
    demand(isObject(attributes), action, 'attributes', attributes, 'an object of names and values');
    const entries = Object.entries(attributes);
    demand(entries.length > 0, action, 'attributes', attributes, 'at least one name and value', 'an empty object');
    for (const [name, value] of entries) {
        const field = `attributes["${name}"]`;
        demandText(action, 'attributes', name, 'a name for each value');
        demand(!/^participant\./i.test(name), action, field, name, 'the name alone', 'a name with Participant.');
        demand(isFlat(value), action, field, value, 'a text, a finite number, true, false or null');
    }
    return { type: 'PureCloud.Interaction.addCustomAttributes', data: { id, attributes: Object.fromEntries(entries) } };
}

/**
 * Links a Salesforce record to an interaction. Experimental: it stands only in an unmerged branch of the vendor's
 * example repository (MyPureCloud/purecloud-for-salesforce-examples, addAssociations-example), no page of the vendor
 * lists it, and no event shows that it worked.
 * @throws InvalidActionError naming the field
 */
export function addAssociation(association: Association): ClientAction {
    const action = 'addAssociation';
    demand(isObject(association), action, 'association', association, 'interactionId, id, type and text');
    const { interactionId, id, type, text } = association;
    const data = { interactionId, id, type, text };
    for (const [field, value] of Object.entries(data)) {
        demandText(action, field, value, 'a text that is not empty');
    }
    return { type: 'PureCloud.Interaction.addAssociation', data };
}

/**
 * Sets the agent's own status.
 * @param id the status id; samples of the vendor also give a name such as `Break` or a constant such as `BREAK` (T5)
 * @throws InvalidActionError naming `id`
 * @see "Events in Salesforce", help.mypurecloud.com: User.updateStatus
 */
export function updateStatus(id: string): ClientAction {
    demandText('updateStatus', 'id', id, "the status's id or name, a text that is not empty");
    return { type: 'PureCloud.User.updateStatus', data: { id } };
}

/**
 * Asks for events. There is no answer and no way to take it back. A connection sends it by itself.
 * @param spelling public code uses both; nothing tells which the phone prefers (T3)
 * @throws InvalidActionError naming `type`, `categories`, `categories[i]` or `spelling`
 * @see MyPureCloud/purecloud-for-salesforce-examples
 */
export function subscribeTo(
    type: SubscriptionType,
    categories: readonly string[],
    spelling: SubscribeSpelling = 'PureCloud.Subscribe'
): ClientAction {
    const action = 'subscribeTo';
    demandOneOf(action, 'type', type, SUBSCRIPTION_TYPES);
    demand(Array.isArray(categories), action, 'categories', categories, 'a list of at least one category');
    demand(categories.length > 0, action, 'categories', categories, 'at least one category', 'an empty list');
    categories.forEach((category, i) => demandText(action, `categories[${i}]`, category, 'the name of a category'));
    demandOneOf(action, 'spelling', spelling, SPELLINGS);
    return { type: spelling, data: { type, categories: Array.from<string>(categories) } };
}

import { decodeEcho } from './echo.ts';
import { decodeInteractionEvent, interactionCategory } from './interactionEvent.ts';
import { decodeNotification } from './notification.ts';
import { isObject, own } from './own.ts';
import { quoted } from './quoted.ts';
import { decodeUserAction } from './userAction.ts';
import { ignoringCase } from './words.ts';
import type { ClientEvent } from './types.ts';

const knownType = ignoringCase(['InitialSetup', 'Interaction', 'UserAction', 'UserActions', 'Notification']);

/**
 * What a message on the channel says. It always answers, and never throws: what it does not understand becomes an
 * `Unknown` with the reason and the message itself. The message is not changed, and what it inherits is not read.
 * @param message as the channel delivered it: `{ type, category, data }` when it is well formed
 * @param receivedAt when this page received it, ISO 8601
 * @returns one member of the union; `Interaction` carries a checked copy, and `station`, `login`, `logout`,
 * `ActionEcho` and `Unknown` carry a part of the message itself
 */
export function decodeClientEvent(message: unknown, receivedAt: string): ClientEvent {
    let event: ClientEvent | string;
    try {
        event = read(message, receivedAt);
    } catch {
        event = 'a message that cannot be read';
    }
    return typeof event === 'string' ? { type: 'Unknown', reason: event, raw: message, receivedAt } : event;
}

/** The event, or why there is none. */
function read(message: unknown, receivedAt: string): ClientEvent | string {
    if (!isObject(message)) return 'not an object';
    const type = own(message, 'type');
    const category = own(message, 'category');
    const data = own(message, 'data');
    switch (knownType(type)) {
        case 'InitialSetup':
            return { type: 'InitialSetup', receivedAt };
        case 'Interaction':
            return decodeInteractionEvent(category, data, receivedAt);
        // Both spellings are documented (T1).
        case 'UserAction':
        case 'UserActions':
            return decodeUserAction(category, data, receivedAt);
        case 'Notification':
            return decodeNotification(category, data, receivedAt);
        default:
    }
    if (typeof type === 'string' && /^purecloud\./i.test(type)) return decodeEcho(type, data, receivedAt);
    if (type !== undefined && type !== null && type !== '') return `type ${quoted(type)} is not known`;
    // Consult messages were seen without a type (T9).
    return interactionCategory(category) ? decodeInteractionEvent(category, data, receivedAt, true) : 'no type';
}

import { decodeEcho } from './echo.ts';
import { decodeInteractionEvent, knownCategory } from './interactionEvent.ts';
import { ignoringCase, isObject, own } from './own.ts';
import { quoted } from './quoted.ts';
import type { ClientEvent } from './types.ts';

const TYPES = ['InitialSetup', 'Interaction', 'UserAction', 'UserActions', 'Notification'] as const;

/**
 * What a message on the channel says. Whatever comes in, it answers: what it does not understand becomes an `Unknown`
 * with the reason and the message itself. The message is not changed.
 * @param receivedAt when this page received it, ISO 8601
 */
export function decodeClientEvent(message: unknown, receivedAt: string): ClientEvent {
    try {
        return decode(message, receivedAt);
    } catch {
        return unknown('a message that cannot be read', message, receivedAt);
    }
}

function decode(message: unknown, receivedAt: string): ClientEvent {
    if (!isObject(message)) return unknown('not an object', message, receivedAt);
    const type = own(message, 'type');
    const category = own(message, 'category');
    const data = own(message, 'data');
    if (typeof type === 'string' && /^purecloud\./i.test(type)) return decodeEcho(type, data, receivedAt);
    const known = ignoringCase(TYPES, type);
    switch (known) {
        case 'InitialSetup':
            return { type: known, receivedAt };
        case 'Interaction':
            return asInteraction(category, data, false, message, receivedAt);
        case 'UserAction':
        case 'UserActions':
        case 'Notification':
            if (typeof category !== 'string') return unknown(`${known} without a category`, message, receivedAt);
            return { type: known === 'UserActions' ? 'UserAction' : known, category, data, receivedAt };
        default:
            if (!isMissing(type)) return unknown(`type ${quoted(type)} is not known`, message, receivedAt);
            // Consult messages were seen without a type (T9).
            if (knownCategory(category)) return asInteraction(category, data, true, message, receivedAt);
            return unknown('no type', message, receivedAt);
    }
}

function asInteraction(
    category: unknown,
    data: unknown,
    inferred: boolean,
    message: unknown,
    receivedAt: string
): ClientEvent {
    const decoded = decodeInteractionEvent(category, data);
    if (typeof decoded === 'string') return unknown(decoded, message, receivedAt);
    return { type: 'Interaction', ...decoded, ...(inferred ? { inferred } : {}), receivedAt };
}

function isMissing(type: unknown): boolean {
    return type === undefined || type === null || type === '';
}

function unknown(reason: string, raw: unknown, receivedAt: string): ClientEvent {
    return { type: 'Unknown', reason, raw, receivedAt };
}

import { InvalidActionError } from './invalidAction.ts';
import { isText } from './own.ts';
import { kindOf } from './quoted.ts';

export function requireText(action: string, field: string, value: unknown, allowed: string): string {
    if (!isText(value)) throw new InvalidActionError(action, field, kindOf(value), allowed);
    return value;
}

export function requireInteractionId(action: string, value: unknown): string {
    return requireText(action, 'id', value, "the interaction's id, a text that is not empty");
}

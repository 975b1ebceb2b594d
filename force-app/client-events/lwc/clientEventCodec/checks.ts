import { InvalidActionError } from './invalidAction.ts';
import { isText } from './own.ts';
import { kindOf, quoted } from './quoted.ts';

/** Refuses an argument that does not fit. The error tells what kind of value was given, never the value. */
export function demand(
    fits: boolean,
    action: string,
    field: string,
    given: unknown,
    allowed: string,
    said = kindOf(given)
): asserts fits {
    if (!fits) throw new InvalidActionError(action, field, said, allowed);
}

export function demandText(action: string, field: string, value: unknown, allowed: string): asserts value is string {
    demand(isText(value), action, field, value, allowed);
}

export function demandOneOf(action: string, field: string, value: unknown, words: readonly string[]): void {
    demand(words.includes(value as string), action, field, value, `one of ${words.join(', ')}`, quoted(value));
}

export function demandInteractionId(action: string, value: unknown): asserts value is string {
    demandText(action, 'id', value, "the interaction's id, a text that is not empty");
}

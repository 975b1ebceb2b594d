import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './fitted.ts';
import { cut } from './limits.ts';

/** Half characters, which no server takes, are replaced. */
export function sound(text: string): string {
    return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Text that a field takes; too much of it is cut and said. The beginning of a number would be another number: it is kept
 * whole or not at all.
 */
export function fitText(value: Exclude<AttributeValue, null>, length: number | undefined): Fitted {
    const whole = sound(String(value));
    if (length === undefined || whole.length <= length) {
        return { value: whole };
    }
    return typeof value === 'string'
        ? { value: cut(whole, length), cutTo: length }
        : { code: 'valueDoesNotFit', allowed: { kind: 'characters', count: length } };
}

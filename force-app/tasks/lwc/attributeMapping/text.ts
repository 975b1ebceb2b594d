import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './coerce.ts';
import { cut } from './limits.ts';

/**
 * Text that a field takes; too much of it is cut and said. Half characters, which no server takes, are replaced. The
 * beginning of a number would be another number: it is kept whole or not at all.
 */
export function fitText(value: Exclude<AttributeValue, null>, length: number | undefined): Fitted {
    const sound = String(value).replace(/\p{Surrogate}/gu, '\uFFFD');
    if (length === undefined || sound.length <= length) {
        return { value: sound };
    }
    const allowed = `at most ${length} characters`;
    return typeof value === 'string'
        ? { value: cut(sound, length), cut: { allowed } }
        : { code: 'valueDoesNotFit', allowed };
}

import type { Fitted } from './coerce.ts';
import { cut } from './limits.ts';

/** Text that a field takes; too much of it is cut and said. Half characters, which no server takes, are replaced. */
export function fitText(text: string, length: number | undefined): Fitted {
    const sound = text.replace(/\p{Surrogate}/gu, '\uFFFD');
    if (length === undefined || sound.length <= length) {
        return { value: sound };
    }
    return { value: cut(sound, length), cut: { allowed: `at most ${length} characters` } };
}

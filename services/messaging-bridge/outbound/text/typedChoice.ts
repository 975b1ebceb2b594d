import type { Content } from '../content/content.ts';
import { choicesOf } from './choicesOf.ts';
import type { Choice } from './choicesOf.ts';

/**
 * Which option a text names that answers this message: by its number (`2`, `2.`, `2)`), its title, or its whole line, in
 * capitals or not. Undefined for everything else, and where it could be two of them.
 */
export function typedChoice(text: string, content: Content): Choice | undefined {
    const typed = bare(text);
    const named = choicesOf(content).filter(({ number, optionIdentifier, title }) => {
        if (optionIdentifier === '' || title.trim() === '') return false;
        return [`${number}`, `${number}.`, `${number})`, title, `${number}. ${title}`].some(
            (one) => bare(one) === typed
        );
    });
    return named.length === 1 ? named[0] : undefined;
}

const bare = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

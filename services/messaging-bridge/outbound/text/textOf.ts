import type { Content } from '../content/content.ts';
import { choicesText } from './choicesText.ts';
import { formText } from './formText.ts';
import { responseText } from './responseText.ts';
import type { TextSettings } from './settings.ts';
import { DEFAULT_TEXT } from './settings.ts';
import { staticText } from './staticText.ts';
import { unknownText } from './unknownText.ts';

/**
 * The content as text that a customer can read on a phone: options numbered, links spelled out, times in the given
 * zone. Empty where there is nothing to say in words, as for a message that Salesforce keeps under a name: then the
 * rep has to be told that nothing was sent.
 */
export function textOf(content: Content, settings: TextSettings = DEFAULT_TEXT): string {
    switch (content.messageType) {
        case 'StaticContentMessage':
            return staticText(content);
        case 'ChoicesMessage':
            return choicesText(content, settings);
        case 'FormMessage':
            return formText(content, settings);
        case 'ChoicesResponseMessage':
        case 'FormResponseMessage':
            return responseText(content);
        case 'Unknown':
            return unknownText(content);
    }
}

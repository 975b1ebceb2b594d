import type { Content } from '../content/content.ts';
import type { Attachment } from '../content/static.ts';
import type { TextSettings } from './settings.ts';
import { DEFAULT_TEXT } from './settings.ts';
import { splitText } from './splitText.ts';
import { textOf } from './textOf.ts';

/** One send: Genesys Cloud takes a limited text, or one file, at a time. */
export type Part =
    { readonly kind: 'text'; readonly text: string } | { readonly kind: 'media'; readonly attachment: Attachment };

export interface PartLimits {
    /** UTF-16 units in one text: `SMS_LIMIT`, else `MESSAGE_LIMIT`. */
    readonly text: number;
    readonly settings?: TextSettings;
}

/**
 * What has to be sent for a content, in order: text in pieces, then each file by itself. The same content gives the
 * same parts every time, so that a part can be told by its number. Empty where nothing can be said.
 */
export function partsOf(content: Content, { text: limit, settings = DEFAULT_TEXT }: PartLimits): Part[] {
    const asText = (text: string): Part[] => splitText(text, limit).map((part) => ({ kind: 'text', text: part }));
    if (content.messageType !== 'StaticContentMessage' || content.formatType !== 'Attachments') {
        return asText(textOf(content, settings));
    }
    const files = content.attachments.map((attachment): Part => ({ kind: 'media', attachment }));
    return [...asText(content.text ?? ''), ...files];
}

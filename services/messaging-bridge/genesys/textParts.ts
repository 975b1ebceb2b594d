import { Unplanned } from '../delivery/sender.ts';
import type { Entry } from '../store/entries.ts';
import { messageOf } from '../delivery/messageEntry.ts';
import { DEFAULT_TEXT, MESSAGE_LIMIT, SMS_LIMIT, splitText, textOf } from '../outbound/outbound.ts';
import type { Content, TextSettings } from '../outbound/outbound.ts';
import type { Link } from '../store/links.ts';
import { uuidV5 } from '../uuidV5.ts';

/** One send of a message, as it is stored. */
export interface TextPart {
    readonly text: string;
    /** Names the send, where Genesys Cloud takes a name: the same for each attempt. */
    readonly messageId: string;
}

export interface TextWords extends TextSettings {
    /** What the customer reads instead of a file. */
    readonly fileNotSent: (name: string) => string;
}

export const DEFAULT_WORDS: TextWords = {
    ...DEFAULT_TEXT,
    fileNotSent: (name) => `[The file ${name} could not be sent.]`
};

const OF_THE_BRIDGE = '5a9f6f0e-7c1d-4b52-9d64-2f1b8e0c7a31';

/** A message in texts as long as the customer's messenger takes. Throws Unplanned where there is nothing to say. */
export function textParts(entry: Entry, { messenger }: Pick<Link, 'messenger'>, words: TextWords): TextPart[] {
    const text = textFor(messageOf(entry).content, words);
    const texts = splitText(text, messenger === 'sms' ? SMS_LIMIT : MESSAGE_LIMIT);
    if (texts.length === 0) throw new Unplanned({ kind: 'refused', reason: 'nothing in it can be said as text' });
    return texts.map((part, at) => ({ text: part, messageId: uuidV5(`${entry.key}/${at}`, OF_THE_BRIDGE) }));
}

function textFor(content: Content, words: TextWords): string {
    if (content.messageType !== 'StaticContentMessage' || content.formatType !== 'Attachments')
        return textOf(content, words);
    const { text = '', attachments } = content;
    return [text, ...attachments.map(({ name }) => words.fileNotSent(name))]
        .filter((line) => line.trim() !== '')
        .join('\n');
}

import { Unplanned } from '../delivery/sender.ts';
import type { Entry } from '../store/entries.ts';
import { messageOf } from '../delivery/messageEntry.ts';
import { filesIn } from '../files/fileEntries.ts';
import { DEFAULT_TEXT, MESSAGE_LIMIT, SMS_LIMIT, splitText, textOf } from '../outbound/outbound.ts';
import type { TextSettings } from '../outbound/outbound.ts';
import type { Link } from '../store/links.ts';
import { uuidV5 } from '../uuidV5.ts';

/** One send of a message, as it is stored. */
export interface TextPart {
    readonly text: string;
    /** Names the send, where Genesys Cloud takes a name: the same for each attempt. */
    readonly messageId: string;
}

export interface FilePart {
    readonly file: {
        /** Its place among the message's files, from 0. */
        readonly number: number;
        readonly name: string;
        /** Where Salesforce keeps it. */
        readonly url: string;
        readonly mediaType: string;
    };
    readonly messageId: string;
}

export type MessagePart = TextPart | FilePart;

export interface MessageWords extends TextSettings {
    /** What the customer reads instead of a file. */
    readonly fileNotSent: (name: string) => string;
}

export const DEFAULT_WORDS: MessageWords = {
    ...DEFAULT_TEXT,
    fileNotSent: (name) => `[The file ${name} could not be sent.]`
};

/** What is known of a file when its message is planned: the reason for which it cannot be sent, or its type. */
export type FileState = { readonly problem: string } | { readonly mediaType: string; readonly problem?: never };

const OF_THE_BRIDGE = '5a9f6f0e-7c1d-4b52-9d64-2f1b8e0c7a31';
const LONGEST_NAME = 100;

/**
 * The sends of a message: its text in pieces as long as the customer's messenger takes, with a line for each file that
 * cannot be sent, then each other file by itself. `files`: one for each of the message's files. Throws Unplanned where
 * there is nothing to send.
 */
export function messageParts(
    entry: Entry,
    { messenger }: Pick<Link, 'messenger'>,
    words: MessageWords,
    files: readonly FileState[] = []
): MessagePart[] {
    const { content } = messageOf(entry);
    const attachments = filesIn(content).map((file, number) => ({ ...file, number, state: files[number] }));
    const isText = content.messageType === 'StaticContentMessage' && content.formatType === 'Attachments';
    const said = isText ? (content.text ?? '') : textOf(content, words);
    const unsent = attachments.filter(({ state }) => state?.problem !== undefined);
    const text = [said, ...unsent.map(({ name }) => words.fileNotSent(shortName(name)))]
        .filter((line) => line.trim() !== '')
        .join('\n');
    const named = (what: string): string => uuidV5(`${entry.key}/${what}`, OF_THE_BRIDGE);
    const parts = [
        ...splitText(text, limitOf(messenger)).map((part, at) => ({ text: part, messageId: named(`${at}`) })),
        ...attachments.flatMap(({ name, number, state, url }) =>
            state === undefined || state.problem !== undefined
                ? []
                : [{ file: { number, name, url, mediaType: state.mediaType }, messageId: named(`file/${number}`) }]
        )
    ];
    if (parts.length === 0) throw new Unplanned({ kind: 'refused', reason: 'nothing in it can be said as text' });
    return parts;
}

/** What the customer reads where a file was refused on its way. */
export const insteadOf = ({ file, messageId }: FilePart, { fileNotSent }: MessageWords): TextPart => ({
    text: fileNotSent(shortName(file.name)),
    messageId
});

export const shortName = (name: string): string =>
    name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).toWellFormed()}…`;

const limitOf = (messenger: Link['messenger']): number => (messenger === 'sms' ? SMS_LIMIT : MESSAGE_LIMIT);

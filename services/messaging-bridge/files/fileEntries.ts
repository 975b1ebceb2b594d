import type { Attachment, Content } from '../outbound/outbound.ts';
import type { FileName } from '../store/files.ts';
import type { NewEntry } from '../store/batches.ts';

export const FILE = 'file';

/** The body of an entry of kind `file`: a file that is to be fetched. JSON. */
export interface FileBody extends FileName {
    /** Of the message. */
    readonly lane: string;
    readonly url: string;
    readonly mimeType?: string;
}

/** What a message brings besides text, in its order. */
export const filesIn = (content: Content): readonly Attachment[] =>
    content.messageType === 'StaticContentMessage' && content.formatType === 'Attachments' ? content.attachments : [];

/** The fetching of a message's files, in a lane of its own: no conversation waits for a slow server. */
export function fileEntries(message: Omit<NewEntry, 'body'>, content: Content): NewEntry[] {
    const { createdAt, key, lane } = message;
    return filesIn(content).map(({ mimeType, url }, number) => {
        const body: FileBody = { message: key, number, lane, url, ...(mimeType === undefined ? {} : { mimeType }) };
        return { lane: `files:${key}`, key: `file:${key}/${number}`, kind: FILE, body, createdAt };
    });
}

import { MOST_FILE_BYTES } from '../attachedFile.ts';
import type { AttachedFile } from '../attachedFile.ts';
import { moment } from './allowed.ts';
import { interactionBody } from './interactionBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { repeatableId } from './repeatableId.ts';

/**
 * A file of the customer; the file itself goes beside this. Its outcome comes later, as a MessageUpdated with this id.
 * Throws a RangeError for an empty file and for one that is too large.
 */
export function attachmentBody(from: FromCustomer, { bytes }: Pick<AttachedFile, 'bytes'>, text?: string) {
    if (bytes.byteLength < 1 || bytes.byteLength > MOST_FILE_BYTES)
        throw new RangeError(`a file must have 1 to ${MOST_FILE_BYTES} bytes; it has ${bytes.byteLength}`);
    return interactionBody(from, {
        timestamp: moment('at', from.at),
        interactionType: 'AttachmentInteraction' as const,
        id: attachmentId(from.genesysId),
        attachmentIndex: 0,
        contentLength: bytes.byteLength,
        ...(text === undefined || text.trim() === '' ? {} : { text })
    });
}

/** The id by which a MessageUpdated names the upload. */
export const attachmentId = (genesysId: string): string => repeatableId('attachment', genesysId);

import { operationNamed } from '@switchboard/genesys-api';
import type { Operation, Param } from '@switchboard/genesys-api';
import { MOST_MEDIA_BYTES } from './mediaContent.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** Short name of the one tool that the page does not have. */
export const UPLOAD_MEDIA = 'upload_media';
const NAME = `genesys_conversations_digital_${UPLOAD_MEDIA}`;

export const BEGIN = operation('post_message_communication_messages_media_uploads');
export const LOOK = operation('get_message_communication_messages_media_media_id');

export const namesUpload = (name: string): boolean => name === NAME || name === UPLOAD_MEDIA;

/** A file brought to Genesys Cloud in one call. With `fromFolder` it may be one of the folder that the configuration names. */
export function uploadMediaTool({ fromFolder }: { readonly fromFolder: boolean }): DigitalTool {
    return {
        name: NAME,
        shortName: UPLOAD_MEDIA,
        title: 'Upload a file for a message',
        description:
            'Brings a file to Genesys Cloud and waits until it is found valid. Answers the mediaId to give as mediaIds when the message is sent; the upload itself reaches nobody. ' +
            `To wait for the result it also needs ${LOOK.permissions.names.join(' or ')}.`,
        toolset: 'message',
        operation: { ...BEGIN, name: UPLOAD_MEDIA, params: paramsOf(fromFolder) },
        readOnly: false,
        destructive: false,
        idempotent: false,
        customerFacing: false,
        uses: [BEGIN.name, LOOK.name]
    };
}

function paramsOf(fromFolder: boolean): readonly Param[] {
    const own = BEGIN.params.filter(({ name }) => ['conversationId', 'communicationId', 'fileName'].includes(name));
    const content: Param = {
        name: 'content',
        in: 'body',
        type: 'string',
        required: !fromFolder,
        maxLength: Math.ceil(MOST_MEDIA_BYTES / 3) * 4,
        description: `The bytes of the file as base64; at most ${MOST_MEDIA_BYTES} bytes. No address: nothing is fetched.`
    };
    const file: Param = {
        name: 'file',
        in: 'body',
        type: 'string',
        required: false,
        description:
            'In the place of content: the path of a file in the folder that whoever runs this server has named.'
    };
    return [...own, content, ...(fromFolder ? [file] : [])];
}

function operation(name: string): Operation {
    const found = operationNamed(name);
    if (found === undefined) throw new Error(`There is no operation ${name}`);
    return found;
}

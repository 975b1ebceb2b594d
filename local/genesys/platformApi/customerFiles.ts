import type { Centre } from './centre.ts';
import type { Conversation } from './conversation.ts';
import { known } from './known.ts';
import { mediaKind } from './messages.ts';
import { keepMessage } from './textMessages.ts';
import { openUpload } from './uploads.ts';

export interface CustomerFile {
    readonly name: string;
    /** `image/png` */
    readonly mime: string;
    readonly bytes: Uint8Array;
    readonly text?: string;
    readonly at: string;
}

/** The bytes are in the store beside the API; who knows the address that the message names can get them. */
export function customerSends(
    centre: Centre,
    { id: conversationId, messaging }: Conversation,
    { at, bytes, mime, name, text }: CustomerFile
): string {
    if (messaging === undefined) throw new TypeError(`Conversation ${conversationId} is not one of messages.`);
    const upload = openUpload(centre, { kind: 'media', name, conversationId });
    Object.assign(upload, { status: 'valid', bytes: bytes.length, mediaType: mime, content: bytes });
    const attachment = {
        id: upload.id,
        mediaType: mediaKind(mime),
        url: new URL(upload.path, at).href,
        mime,
        filename: name,
        contentSizeBytes: bytes.length
    };
    return keepMessage(centre, {
        conversationId,
        direction: 'inbound',
        messengerType: messaging.messengerType,
        fromAddress: messaging.customerAddress,
        toAddress: messaging.ownAddress,
        status: 'received',
        type: 'Text',
        content: [{ contentType: 'Attachment', attachment }],
        ...known({ text })
    }).id;
}

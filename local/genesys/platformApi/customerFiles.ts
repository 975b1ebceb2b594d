import type { Centre } from './centre.ts';
import type { Conversation } from './conversation.ts';
import { known } from './known.ts';
import { mediaKind } from './messages.ts';
import { keepReceived } from './textMessages.ts';
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
    conversation: Conversation,
    { at, bytes, mime, name, text }: CustomerFile
): string {
    const upload = openUpload(centre, { kind: 'media', name, conversationId: conversation.id });
    Object.assign(upload, { status: 'valid', bytes: bytes.length, mediaType: mime, content: bytes });
    const attachment = {
        id: upload.id,
        mediaType: mediaKind(mime),
        url: new URL(upload.path, at).href,
        mime,
        filename: name,
        contentSizeBytes: bytes.length
    };
    const content = [{ contentType: 'Attachment', attachment }];
    return keepReceived(centre, conversation, { type: 'Text', content, ...known({ text }) }).id;
}

import { numberOf, required, text, textOf, whole } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { known } from './known.ts';
import { listing } from './listing.ts';
import { communicationOf, conversationOf } from './lookUp.ts';
import { ROOT, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { openUpload } from './uploads.ts';
import type { Upload } from './centre.ts';
import { badRequest, invalidValue, notFound } from './vendorError.ts';

const MEDIA = '/messages/{conversationId}/communications/{communicationId}/messages/media';

/** The vendor's list, with the whitespace. */
const NOT_IN_FILE_NAMES = /[\s\\{^}%`\]">[~<#|]/;

export const MOST_MEDIA_BYTES = 5 * 1024 * 1024;

export function mediaRoutes(centre: Centre): Route[] {
    const legOf = (call: Call): { conversation: Conversation; communicationId: string } => {
        const conversation = conversationOf(centre, call, 'message');
        return { conversation, communicationId: communicationOf(call, conversation.participants).communication.id };
    };
    const uploadsOf = (call: Call): readonly Upload[] => {
        const { communicationId } = legOf(call);
        return centre.state.uploads.filter((one) => one.communicationId === communicationId);
    };
    return [
        {
            method: 'POST',
            path: `${MEDIA}/uploads`,
            needs: {
                any: [
                    'conversation:message:create',
                    'conversation:webmessaging:create',
                    'conversation:socialmedia:create'
                ]
            },
            body: { fileName: required(text), contentLengthBytes: required(whole), contentMd5: text },
            run(call) {
                const { conversation, communicationId } = legOf(call);
                const participant = conversation.participants.find((one) => one.communication.id === communicationId);
                if (!participant || !isAgent(participant) || participant.communication.state !== 'connected')
                    throw badRequest('The communication is not that of a connected agent.');
                const fileName = fileNameIn(textOf(call.body, 'fileName') ?? '');
                const bytes = numberOf(call.body, 'contentLengthBytes') ?? 0;
                if (bytes < 1 || bytes > MOST_MEDIA_BYTES)
                    throw invalidValue('contentLengthBytes', `{fieldName} must be from 1 to ${MOST_MEDIA_BYTES}.`);
                const upload = openUpload(centre, {
                    kind: 'media',
                    name: fileName,
                    expectedBytes: bytes,
                    conversationId: conversation.id,
                    communicationId,
                    ...known({ expectedMd5: textOf(call.body, 'contentMd5') })
                });
                return ok({
                    id: upload.id,
                    name: fileName,
                    uploadUrl: `${call.origin}${upload.path}`,
                    uploadHeaders: upload.headers,
                    selfUri: mediaUri(upload)
                });
            }
        },
        {
            method: 'GET',
            path: MEDIA,
            needs: { any: ['conversation:messageMedia:view'] },
            run(call) {
                const status = call.query.get('status');
                if (status !== null && !['uploading', 'valid', 'invalid'].includes(status))
                    throw invalidValue('status', '{fieldName} must be uploading, valid or invalid.');
                const found = uploadsOf(call).filter((one) => status === null || one.status === status);
                const { conversation, communicationId } = legOf(call);
                const uri = `${ROOT}/messages/${conversation.id}/communications/${communicationId}/messages/media`;
                return ok(
                    listing(
                        found.map((one) => shownMedia(one, call.origin)),
                        uri,
                        call.query
                    )
                );
            }
        },
        {
            method: 'GET',
            path: `${MEDIA}/{mediaId}`,
            needs: { any: ['conversation:message:view', 'conversation:webmessaging:view'] },
            run(call) {
                const id = call.id('mediaId');
                const found = uploadsOf(call).find((one) => one.id === id);
                if (found === undefined) throw notFound('media', id);
                return ok(shownMedia(found, call.origin));
            }
        }
    ];
}

function fileNameIn(fileName: string): string {
    if (fileName.startsWith('.') || fileName.endsWith('/') || NOT_IN_FILE_NAMES.test(fileName))
        throw invalidValue('fileName', 'The field {fieldName} is no name of a file that is taken here.');
    return fileName;
}

const mediaUri = ({ conversationId, communicationId, id }: Upload): string =>
    `${ROOT}/messages/${conversationId ?? ''}/communications/${communicationId ?? ''}/messages/media/${id}`;

/** MessageMediaData */
function shownMedia(upload: Upload, origin: string): unknown {
    return known({
        id: upload.id,
        name: upload.name,
        status: upload.status,
        mediaType: upload.mediaType,
        contentLengthBytes: upload.bytes ?? upload.expectedBytes,
        url: upload.status === 'valid' ? `${origin}${upload.path}` : undefined,
        uploadUrl: upload.status === 'uploading' ? `${origin}${upload.path}` : undefined,
        conversationId: upload.conversationId,
        communicationId: upload.communicationId,
        selfUri: mediaUri(upload)
    });
}

/** What may go with a message: of this leg, and found valid. Throws VendorError. */
export function mustBeSendable(centre: Centre, communicationId: string, mediaIds: readonly string[]): void {
    for (const id of mediaIds) {
        const upload = centre.state.uploads.find((one) => one.id === id && one.communicationId === communicationId);
        if (upload === undefined) throw notFound('media', id);
        if (upload.status !== 'valid') throw invalidValue('mediaIds', 'The media of {fieldName} is not valid yet.');
    }
}

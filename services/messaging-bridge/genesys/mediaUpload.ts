import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { NotPut, putBytes } from '@switchboard/genesys-api';
import type { PutBytes } from '@switchboard/genesys-api';
import type { Sent } from '../delivery/sender.ts';
import { Members } from '../outbound/members.ts';
import { ask, operation } from './callOnce.ts';
import { fileNameFor } from './fileName.ts';
import { sentOf } from './outcomes.ts';
import type { Genesys } from './topologies.ts';

/** A file for one communication of Genesys Cloud. */
export interface Upload {
    readonly conversationId: string;
    readonly communicationId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly signal: AbortSignal;
}

export interface UploadTimes {
    readonly putMs: number;
    /** How long Genesys Cloud may look at a file. */
    readonly lookMs: number;
    readonly firstPauseMs: number;
}

/** No customer has seen anything: refused is the file, and not now is everything. */
export type Uploaded = { readonly mediaId: string } | Extract<Sent, { readonly kind: 'notNow' | 'refused' }>;

const USUAL: UploadTimes = { putMs: 60_000, lookMs: 20_000, firstPauseMs: 250 };
const TRIES = 3;

/** Begins an upload, puts the bytes where Genesys Cloud says, and looks until it has found them valid. */
export function createMediaUpload(
    { client, isHere = false }: Genesys,
    { put = putBytes, ...given }: Partial<UploadTimes> & { readonly put?: PutBytes } = {}
): (upload: Upload) => Promise<Uploaded> {
    const times: UploadTimes = { ...USUAL, ...given };

    async function begin(upload: Upload): Promise<{ id: string; url: string; headers: Record<string, string> } | Sent> {
        const { bytes, communicationId, conversationId, mediaType, name, signal } = upload;
        try {
            const { data } = await client.call(
                operation('post_message_communication_messages_media_uploads'),
                {
                    conversationId,
                    communicationId,
                    fileName: fileNameFor(name, mediaType),
                    contentLengthBytes: bytes.byteLength,
                    contentMd5: createHash('md5').update(bytes).digest('base64')
                },
                { signal }
            );
            const answer = new Members(data, '', []);
            const [id, url] = [answer.id('id'), answer.id('uploadUrl')];
            if (id === undefined || url === undefined) return NO_PLACE;
            return { id, url, headers: textsIn(answer.object('uploadHeaders').whole) };
        } catch (error) {
            return sentOf(error);
        }
    }

    /** Undefined: the bytes are there. */
    async function bring(
        { url, headers }: { readonly url: string; readonly headers: Record<string, string> },
        { bytes, signal }: Upload
    ): Promise<NotPut | undefined> {
        try {
            await put({ url, headers, bytes, isHere, timeoutMs: times.putMs, signal });
            return undefined;
        } catch (error) {
            if (error instanceof NotPut) return error;
            throw error;
        }
    }

    async function look(mediaId: string, { communicationId, conversationId, signal }: Upload): Promise<Uploaded> {
        const until = performance.now() + times.lookMs;
        const given = { conversationId, communicationId, mediaId };
        for (let pauseMs = times.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, 4_000)) {
            const looked = await ask(client, 'get_message_communication_messages_media_media_id', given, signal);
            if (looked === 'unreachable') return { kind: 'notNow', reason: 'how its file is cannot be asked' };
            // Nobody may look: the message with it will tell.
            if (looked === 'notThere') return { mediaId };
            const status = new Members(looked.data, '', []).id('status')?.toLowerCase();
            if (status === 'valid') return { mediaId };
            if (status === 'invalid') return { kind: 'refused', reason: 'Genesys Cloud does not take such a file' };
            if (signal.aborted) return ENDS;
            if (performance.now() + pauseMs > until)
                return { kind: 'refused', reason: 'Genesys Cloud was not done with it in time' };
            await wait(pauseMs, undefined, { signal }).catch(() => undefined);
        }
    }

    return async (upload) => {
        for (let tries = 1; ; tries += 1) {
            const begun = await begin(upload);
            if ('kind' in begun) return notSent(begun);
            const notPut = await bring(begun, upload);
            if (notPut === undefined) return look(begun.id, upload);
            if (notPut.stage === 'cancelled') return ENDS;
            if (notPut.stage !== 'lost' || tries >= TRIES)
                return { kind: 'refused', reason: `the store of Genesys Cloud did not get it: ${notPut.why}` };
            await wait(times.firstPauseMs * 2 ** tries, undefined, { signal: upload.signal }).catch(() => undefined);
        }
    };
}

const ENDS = { kind: 'notNow', reason: 'the worker ends', waitMs: 0 } as const;
const NO_PLACE = { kind: 'refused', reason: 'Genesys Cloud did not say where its bytes go' } as const;

/** What nobody knows may be done again: an upload that was begun twice is seen by nobody. */
function notSent(sent: Sent): Uploaded {
    if (sent.kind === 'notNow' || sent.kind === 'refused') return sent;
    return { kind: 'notNow', reason: 'Genesys Cloud did not begin its upload' };
}

function textsIn(given: object | undefined): Record<string, string> {
    const texts = Object.entries(given ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return Object.fromEntries(texts);
}

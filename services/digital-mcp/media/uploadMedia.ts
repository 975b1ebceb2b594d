import { NotPut, putBytes } from '@switchboard/genesys-api';
import type { Answer, Clock, GenesysClient, PutBytes } from '@switchboard/genesys-api';
import { CallError } from '../calling/callError.ts';
import type { Given } from '../arguments/checkArguments.ts';
import { errorFacts } from '../calling/errorFacts.ts';
import { mediaContent } from './mediaContent.ts';
import type { Structured } from '../results/results.ts';
import { BEGIN, LOOK } from './uploadMediaTool.ts';

export interface UploadAsked {
    readonly client: GenesysClient;
    /** Checked. */
    readonly given: Given;
    /** The connection is to a Genesys Cloud on this machine. */
    readonly isHere: boolean;
    readonly onSend: () => Promise<void>;
    readonly signal?: AbortSignal;
    readonly onProgress?: (step: number, message: string) => void;
}

/** A file on its way to Genesys Cloud: begun, put where it says, looked at until it is found valid or not. */
export interface UploadMedia {
    /** Throws CallError, or what the client throws. */
    upload(asked: UploadAsked): Promise<Structured>;
    /** What would be begun. */
    preview(asked: Pick<UploadAsked, 'client' | 'given'>): Promise<Structured>;
}

interface UploadOptions {
    readonly clock: Clock;
    /** Without links. */
    readonly folder?: string;
    readonly put?: PutBytes;
}

interface Begun {
    readonly mediaId: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
}

const PUT_MS = 60_000;
/** How long it is looked at, and the pauses between. */
const LOOK_MS = 60_000;
const PAUSES_MS = [500, 1_000, 2_000, 4_000] as const;
const LONGEST_PAUSE_MS = 5_000;

export function createUploadMedia({ clock, folder, put = putBytes }: UploadOptions): UploadMedia {
    async function begin({ client, given, signal, onSend }: UploadAsked, bytes: Uint8Array): Promise<Begun> {
        const answer = await client.call(BEGIN, beginning(given, bytes), { ...withSignal(signal), onSend });
        const { id, uploadUrl, uploadHeaders } = objectOf(answer.data);
        if (typeof id === 'string' && typeof uploadUrl === 'string')
            return { mediaId: id, url: uploadUrl, headers: textsOf(uploadHeaders) };
        throw new CallError({
            reason: 'unreadable',
            message: 'The upload was begun, and the answer does not say where the bytes go. None were sent.',
            hint: 'Nothing reached the customer. It can be called again.',
            ...(answer.correlationId === undefined ? {} : { correlationId: answer.correlationId })
        });
    }

    async function bring(
        { mediaId, url, headers }: Begun,
        { isHere, signal }: UploadAsked,
        bytes: Uint8Array
    ): Promise<void> {
        try {
            await put({ url, headers, bytes, isHere, timeoutMs: PUT_MS, signal });
        } catch (error) {
            throw error instanceof NotPut ? notBrought(error, mediaId) : error;
        }
    }

    async function look(mediaId: string, { client, given, signal, onProgress }: UploadAsked): Promise<Answer> {
        const until = clock.now() + LOOK_MS;
        const ids = { conversationId: given['conversationId'], communicationId: given['communicationId'], mediaId };
        for (let time = 0; ; time += 1) {
            const answer = await client.call(LOOK, ids, withSignal(signal));
            const pause = PAUSES_MS[time] ?? LONGEST_PAUSE_MS;
            if (isFound(answer) || clock.now() + pause > until) return answer;
            onProgress?.(3 + time, 'Genesys Cloud looks at the file.');
            await clock.wait(pause, signal);
        }
    }

    return {
        async upload(asked): Promise<Structured> {
            const { given, onProgress, signal } = asked;
            const bytes = await mediaContent(given, folder);
            const begun = await begin(asked, bytes);
            onProgress?.(1, 'The upload is begun.');
            await bring(begun, asked, bytes);
            onProgress?.(2, 'The bytes are there.');
            try {
                return resultOf(begun.mediaId, await look(begun.mediaId, asked), bytes);
            } catch (error) {
                throw notLookedAt(error, begun.mediaId, signal);
            }
        },
        async preview({ client, given }): Promise<Structured> {
            const bytes = await mediaContent(given, folder);
            const { method, path, body = '{}' } = client.preview(BEGIN, beginning(given, bytes));
            return { dryRun: true, sent: false, request: { method, path, body: JSON.parse(body) as unknown } };
        }
    };
}

const beginning = ({ conversationId, communicationId, fileName }: Given, bytes: Uint8Array): Given => ({
    conversationId,
    communicationId,
    fileName,
    contentLengthBytes: bytes.byteLength
});

const withSignal = (signal: AbortSignal | undefined): { signal?: AbortSignal } =>
    signal === undefined ? {} : { signal };

const statusOf = ({ data }: Answer): string => String(objectOf(data)['status']).toLowerCase();
const isFound = (answer: Answer): boolean => ['valid', 'invalid'].includes(statusOf(answer));

/** Of what the API says only this: the rest has addresses that open the file. */
function resultOf(mediaId: string, answer: Answer, bytes: Uint8Array): Structured {
    const { mediaType, contentLengthBytes } = objectOf(answer.data);
    const status = isFound(answer) ? statusOf(answer) : 'uploading';
    return {
        mediaId,
        status,
        ...(typeof mediaType === 'string' ? { mediaType } : {}),
        ...(typeof contentLengthBytes === 'number' ? { contentLengthBytes } : {}),
        ...wordsFor(status, bytes.byteLength),
        _call: {
            status: answer.status,
            ...(answer.correlationId === undefined ? {} : { correlationId: answer.correlationId })
        }
    };
}

function wordsFor(status: string, sent: number): Structured {
    if (status === 'valid') return {};
    if (status === 'invalid') {
        const why = `Genesys Cloud does not take this file and names no reason. ${sent} bytes were sent. Usually the messaging platform does not take its type, or it is too long for it. It cannot go with a message; upload another one.`;
        return { why };
    }
    return {
        hint: `Genesys Cloud is not done with it. Ask ${LOOK.name} with this mediaId; send it once that says valid.`
    };
}

function notBrought({ stage, why }: NotPut, mediaId: string): CallError {
    if (stage === 'cancelled') {
        return new CallError({ reason: 'cancelled', message: 'The client went before all bytes were sent.', mediaId });
    }
    const reason = { address: 'notAllowed', refused: 'refused', lost: 'notSent' } as const;
    const what =
        stage === 'address'
            ? 'The bytes were not sent to the address that was given for them'
            : 'The store for files did not take the bytes';
    return new CallError({
        reason: reason[stage],
        message: `${what}: ${why}.`,
        hint:
            stage === 'address'
                ? 'Tell whoever runs this server; nothing reached the customer.'
                : 'Nothing reached the customer. It can be called again, which begins a new upload.',
        mediaId
    });
}

/** The bytes are there: whoever asks later finds out what became of them. */
function notLookedAt(error: unknown, mediaId: string, signal: AbortSignal | undefined): CallError {
    if (signal?.aborted) {
        return new CallError({
            reason: 'cancelled',
            message: 'The client went before the file was found valid.',
            mediaId
        });
    }
    return new CallError({
        ...errorFacts(error, true),
        hint: `The bytes are there, and nobody knows whether they are valid. Ask ${LOOK.name} with this mediaId.`,
        mediaId
    });
}

function objectOf(value: unknown): Given {
    return typeof value === 'object' && value !== null ? (value as Given) : {};
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
    const texts = Object.entries(objectOf(value)).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string'
    );
    return Object.fromEntries(texts);
}

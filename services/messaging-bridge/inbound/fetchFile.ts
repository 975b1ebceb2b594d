import { getBytes, NotGot } from '@switchboard/genesys-api';
import { MOST_FILE_BYTES } from '../salesforce/attachedFile.ts';
import type { AttachedFile } from '../salesforce/attachedFile.ts';
import type { CustomerFile } from './customerMessage.ts';

/** Why a file did not come; `isForNow` where another try may help. The reason is for the rep: it has no address in it. */
export interface NoFile {
    readonly reason: string;
    readonly isForNow: boolean;
}

export interface FetchFileOptions {
    /** From where, also after a redirection: a file's address comes from outside. */
    readonly hosts: readonly string[];
    /** Genesys Cloud is on this machine, and its files are too. */
    readonly isHere: boolean;
    readonly timeoutMs?: number;
}

export type FetchFile = (file: CustomerFile, signal: AbortSignal) => Promise<AttachedFile | NoFile>;

const never = (reason: string): NoFile => ({ reason, isForNow: false });
const TOO_LARGE = never('it has more than 25 MB');

/** Fetches files of customers, no more of one than Salesforce takes. */
export function createFetchFile({ hosts, isHere, timeoutMs = 20_000 }: FetchFileOptions): FetchFile {
    return async (file, signal) => {
        if ((file.bytes ?? 0) > MOST_FILE_BYTES) return TOO_LARGE;
        try {
            const get = { url: file.url, hosts, isHere, mostBytes: MOST_FILE_BYTES, timeoutMs, signal };
            const { bytes, mediaType } = await getBytes(get);
            if (bytes.byteLength === 0) return never('it is empty');
            const mimeType = mimeTypeOf(mediaType) ?? mimeTypeOf(file.mimeType);
            if (mimeType === undefined) return never('nobody says of which kind it is');
            return { name: nameOf(file), mimeType, bytes };
        } catch (error) {
            if (!(error instanceof NotGot)) throw error;
            return noFile(error);
        }
    };
}

function noFile({ stage, why }: NotGot): NoFile {
    switch (stage) {
        case 'tooLarge':
            return TOO_LARGE;
        case 'address':
            return never('it lies where the bridge may not fetch it');
        case 'refused':
            return never(why);
        case 'lost':
        case 'cancelled':
            return { reason: why, isForNow: true };
    }
}

/** Salesforce refuses what only says that it is bytes. */
function mimeTypeOf(given: string | undefined): string | undefined {
    const type = given?.split(';')[0]?.trim().toLowerCase() ?? '';
    return /^[\w.+-]+\/[\w.+-]+$/.test(type) && !/^(application|binary)\/octet-stream$/.test(type) ? type : undefined;
}

/** As Genesys Cloud named it, or as the address ends; without what would make it a path. */
export function nameOf({ name, url }: Pick<CustomerFile, 'name' | 'url'>): string {
    const last = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
    // eslint-disable-next-line no-control-regex
    const tidied = (name ?? decoded(last)).replace(/[\u0000-\u001f\u007f/\\]/g, '_').trim();
    return tidied.slice(-200) || 'file';
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

import { MOST_FILE_BYTES } from '../salesforce/attachedFile.ts';
import type { AttachedFile } from '../salesforce/attachedFile.ts';
import type { CustomerFile } from './customerMessage.ts';

/** Why a file did not come; `isForNow` where another try may help. The reason is for the rep: it has no address in it. */
export interface NoFile {
    readonly reason: string;
    readonly isForNow: boolean;
}

export interface FetchFileOptions {
    /** Whether a file may be fetched from there: whoever writes to the customer's channel chooses the address. */
    readonly mayFetch: (url: URL) => boolean;
    readonly timeoutMs?: number;
    readonly fetch?: typeof fetch;
}

export type FetchFile = (file: CustomerFile, signal: AbortSignal) => Promise<AttachedFile | NoFile>;

const MOST_REDIRECTIONS = 3;
const never = (reason: string): NoFile => ({ reason, isForNow: false });
const laterPerhaps = (reason: string): NoFile => ({ reason, isForNow: true });

/** Fetches files of customers: from allowed addresses only, also after a redirection, and no more than Salesforce takes. */
export function createFetchFile({ mayFetch, timeoutMs = 20_000, fetch: send = fetch }: FetchFileOptions): FetchFile {
    return async (file, signal) => {
        if ((file.bytes ?? 0) > MOST_FILE_BYTES) return TOO_LARGE;
        const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
        try {
            let url = URL.parse(file.url);
            for (let hop = 0; hop <= MOST_REDIRECTIONS; hop += 1) {
                if (url === null || !mayFetch(url)) return never('it lies where the bridge may not fetch it');
                const response = await send(url, { redirect: 'manual', signal: limit });
                if (response.status < 300 || response.status >= 400) return await fileIn(response, file);
                await response.body?.cancel();
                url = URL.parse(response.headers.get('location') ?? '', url);
            }
            return never('it lies behind too many redirections');
        } catch {
            return laterPerhaps('it could not be fetched');
        }
    };
}

const TOO_LARGE = never('it has more than 25 MB');

async function fileIn(response: Response, file: CustomerFile): Promise<AttachedFile | NoFile> {
    const { headers, ok, status } = response;
    if (!ok) {
        await response.body?.cancel();
        const isForNow = status >= 500 || status === 408 || status === 425 || status === 429;
        return { reason: `its server answered ${status}`, isForNow };
    }
    const bytes = await bounded(response);
    if (bytes === undefined) return TOO_LARGE;
    if (bytes.byteLength === 0) return never('it is empty');
    const mimeType = mimeTypeOf(headers.get('content-type')) ?? mimeTypeOf(file.mimeType);
    if (mimeType === undefined) return never('nobody says of which kind it is');
    return { name: nameOf(file), mimeType, bytes };
}

async function bounded(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        length += chunk.byteLength;
        if (length > MOST_FILE_BYTES) return undefined;
        chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
}

/** Salesforce refuses what only says that it is bytes. */
function mimeTypeOf(given: string | null | undefined): string | undefined {
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

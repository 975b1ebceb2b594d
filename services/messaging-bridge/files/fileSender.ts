import { getBytes, NotGot } from '@switchboard/genesys-api';
import type { GetBytes, Got } from '@switchboard/genesys-api';
import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { Database } from '../store/database.ts';
import { isFileWanted, keepFile } from '../store/files.ts';
import type { Fetched } from '../store/files.ts';
import type { FileBody } from './fileEntries.ts';
import { isTaken, typeOf } from './mediaTypes.ts';

export interface FileLimits {
    /** Where Salesforce keeps files: hosts, and those below them. */
    readonly hosts: readonly string[];
    /** Salesforce is on this machine, and so may its files be. */
    readonly isHere: boolean;
    readonly mostBytes: number;
    /** `image/png`, or all of a kind: `image/*`. */
    readonly types: readonly string[];
}

export interface FileSenderOptions extends FileLimits {
    readonly database: Database;
    readonly timeoutMs?: number;
    readonly get?: GetBytes;
}

/**
 * Fetches entries of kind `file` and keeps them for their messages. Nobody outside notices that it is done twice. What
 * is no address of Salesforce's, too large, or not of a kind that is sent is kept as a problem: its message goes without.
 */
export function createFileSender(options: FileSenderOptions): Sender {
    const { database, hosts, isHere, mostBytes, timeoutMs = 30_000, types, get = getBytes } = options;

    return {
        plan: async () => [{}],
        async send({ entry, leaving, signal }): Promise<Sent> {
            const file = entry.body as FileBody;
            if (!(await isFileWanted(database, file))) return { kind: 'sent' };
            let fetched: Fetched;
            try {
                leaving();
                if (file.url === '') throw new NotGot('address', 'Salesforce names no address');
                const got = await get({ url: file.url, hosts, isHere, mostBytes, timeoutMs, signal });
                fetched = checked(got, file, types);
            } catch (error) {
                if (!(error instanceof NotGot)) throw error;
                if (error.stage === 'cancelled') return { kind: 'notNow', reason: 'the worker ends', waitMs: 0 };
                if (error.stage === 'lost') return { kind: 'notNow', reason: `a file cannot be had: ${error.why}` };
                fetched = { problem: error.why };
            }
            await database.transaction((statements) => keepFile(statements, file, fetched));
            return { kind: 'sent' };
        },
        ...REPEATABLE
    };
}

function checked({ bytes, mediaType: came }: Got, { mimeType }: FileBody, types: readonly string[]): Fetched {
    if (bytes.byteLength === 0) return { problem: 'it is empty' };
    const mediaType = typeOf(mimeType, came);
    if (mediaType === undefined) return { problem: 'a page came in its place' };
    return isTaken(mediaType, types) ? { bytes, mediaType } : { problem: `files of type ${mediaType} are not sent` };
}

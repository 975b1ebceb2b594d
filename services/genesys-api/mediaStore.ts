import { request as overHttp } from 'node:http';
import type { RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { AddressRefused, outsideAddress } from './outsideAddress.ts';
import type { Resolve } from './outsideAddress.ts';

export type NotPutStage =
    /** It is no address that bytes go to. */
    | 'address'
    /** The store answered, and did not take them. */
    | 'refused'
    /** The connection could not be made, broke, or took too long. */
    | 'lost'
    | 'cancelled';

/** The bytes are not there. Holds no part of the address: whoever knows it may write there. */
export class NotPut extends Error {
    override readonly name = 'NotPut';
    readonly stage: NotPutStage;
    /** Why not, in words. */
    readonly why: string;

    constructor(stage: NotPutStage, why: string) {
        super(`${stage}: ${why}`);
        this.stage = stage;
        this.why = why;
    }
}

export interface Put {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: Uint8Array;
    /** The connection is to a Genesys Cloud on this machine: the store may be here too. */
    readonly isHere: boolean;
    readonly timeoutMs: number;
    readonly signal?: AbortSignal | undefined;
    readonly resolve?: Resolve;
}

export type PutBytes = (put: Put) => Promise<void>;

/** What belongs to the connection and not to the upload. */
const OF_THE_CONNECTION =
    /^(host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|keep-alive|proxy-.*)$/i;

/**
 * Puts the bytes where Genesys Cloud said, with the headers that it said and nothing else. Follows no redirect. Throws
 * NotPut.
 */
export const putBytes: PutBytes = async ({ url, headers, bytes, isHere, timeoutMs, signal, resolve }) => {
    const inTime = AbortSignal.timeout(timeoutMs);
    const notPut = (error: unknown): NotPut => {
        if (error instanceof NotPut) return error;
        if (error instanceof AddressRefused) return new NotPut('address', error.why);
        if (signal?.aborted) return new NotPut('cancelled', 'the client went');
        const why = inTime.aborted ? 'it took too long' : 'the connection could not be made or broke';
        return new NotPut('lost', why);
    };
    try {
        const { target, options: outside } = outsideAddress(url, isHere, resolve);
        const given = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.test(name));
        const options: RequestOptions = {
            ...outside,
            method: 'PUT',
            headers: { ...Object.fromEntries(given), 'content-length': bytes.byteLength },
            signal: signal === undefined ? inTime : AbortSignal.any([inTime, signal])
        };
        await put(target, options, bytes);
    } catch (error) {
        throw notPut(error);
    }
};

async function put(target: URL, options: RequestOptions, bytes: Uint8Array): Promise<void> {
    return new Promise((done, reject) => {
        try {
            const asked = (target.protocol === 'http:' ? overHttp : overHttps)(target, options, (response) => {
                const { statusCode = 0 } = response;
                response.on('error', () => undefined);
                response.destroy();
                if (statusCode >= 200 && statusCode < 300) return done();
                const why = statusCode < 400 ? 'it sends us elsewhere' : `it answered ${statusCode}`;
                return reject(new NotPut('refused', why));
            });
            asked.on('error', reject);
            asked.end(bytes);
        } catch {
            // Node refuses a header with a line break in it.
            reject(new NotPut('address', 'the headers for it cannot be sent'));
        }
    });
}

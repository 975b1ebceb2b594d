import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as overHttp } from 'node:http';
import type { RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isInternalName, isPublicAddress } from './publicAddress.ts';

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

type Resolve = (
    name: string,
    options: { readonly all: true },
    done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void;

const HERE: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];
/** What belongs to the connection and not to the upload. */
const OF_THE_CONNECTION =
    /^(host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|keep-alive|proxy-.*)$/i;

/**
 * Puts the bytes where Genesys Cloud said, with the headers that it said and nothing else. Follows no redirect. Throws
 * NotPut.
 */
export const putBytes: PutBytes = ({ url, headers, bytes, isHere, timeoutMs, signal, resolve = lookup }) => {
    const { target, isOurs } = targetOf(url, isHere);
    const given = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.test(name));
    const inTime = AbortSignal.timeout(timeoutMs);
    const options: RequestOptions = {
        method: 'PUT',
        headers: { ...Object.fromEntries(given), 'content-length': bytes.byteLength },
        signal: signal === undefined ? inTime : AbortSignal.any([inTime, signal]),
        // A connection of its own: one that is kept was made without our look at the address.
        agent: false,
        ...(isOurs ? {} : { lookup: onlyPublic(resolve) })
    };
    return new Promise((done, reject) => {
        const lost = (error: unknown): void => {
            if (error instanceof NotPut) reject(error);
            else if (signal?.aborted) reject(new NotPut('cancelled', 'the client went'));
            else
                reject(
                    new NotPut(
                        'lost',
                        inTime.aborted ? 'it took too long' : 'the connection could not be made or broke'
                    )
                );
        };
        try {
            const asked = (target.protocol === 'http:' ? overHttp : overHttps)(target, options, (response) => {
                const { statusCode = 0 } = response;
                response.on('error', () => undefined);
                response.destroy();
                if (statusCode >= 200 && statusCode < 300) done();
                else
                    reject(
                        new NotPut('refused', statusCode < 400 ? 'it sends us elsewhere' : `it answered ${statusCode}`)
                    );
            });
            asked.on('error', lost);
            asked.end(bytes);
        } catch {
            // Node refuses a header with a line break in it.
            reject(new NotPut('address', 'the headers for it cannot be sent'));
        }
    });
};

/** Throws NotPut. */
function targetOf(url: string, isHere: boolean): { readonly target: URL; readonly isOurs: boolean } {
    const target = URL.parse(url);
    if (target === null || target.username !== '' || target.password !== '') throw refused('it is no plain address');
    if (isHere && HERE.includes(target.hostname) && /^https?:$/.test(target.protocol)) return { target, isOurs: true };
    if (target.protocol !== 'https:') throw refused('it is not https');
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const isOut = isIP(host) === 0 ? !isInternalName(host) : isPublicAddress(host);
    if (!isOut) throw refused('it is in a private network');
    return { target, isOurs: false };
}

const refused = (why: string): NotPut => new NotPut('address', why);

/** Looks where the name leads to, and connects to just that. */
function onlyPublic(resolve: Resolve): LookupFunction {
    return (name, options, done) => {
        resolve(name, { ...options, all: true }, (error, addresses) => {
            const [first] = addresses ?? [];
            if (error !== null || first === undefined) done(error ?? refused('its name is not known'), '', 4);
            else if (!addresses.every(({ address }) => isPublicAddress(address)))
                done(refused('it is in a private network'), '', 4);
            else if (options.all === true) done(null, addresses);
            else done(null, first.address, first.family);
        });
    };
}

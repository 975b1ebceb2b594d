import { request as overHttp } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { AddressRefused, outsideAddress } from './outsideAddress.ts';
import type { Resolve } from './outsideAddress.ts';

export type NotGotStage =
    /** It is no address that a file is fetched from, or it sends us to such a one. */
    | 'address'
    /** It answered, and gives no file: there is none, or it is not for us. */
    | 'refused'
    /** It has more bytes than are taken. */
    | 'tooLarge'
    /** The connection could not be made, broke, took too long, or the server said that it cannot now. */
    | 'lost'
    | 'cancelled';

/** There is no file. Holds no part of the address: whoever knows it may read there. */
export class NotGot extends Error {
    override readonly name = 'NotGot';
    readonly stage: NotGotStage;
    /** Why not, in words. */
    readonly why: string;

    constructor(stage: NotGotStage, why: string) {
        super(`${stage}: ${why}`);
        this.stage = stage;
        this.why = why;
    }
}

export interface Get {
    readonly url: string;
    /** Names of hosts; those below one of them are allowed too. A redirect leads to one of them, or nowhere. */
    readonly hosts: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
    /** The one who named the address is on this machine: the file may be here too, on any port. */
    readonly isHere: boolean;
    readonly mostBytes: number;
    /** Of all of it. */
    readonly timeoutMs: number;
    readonly signal?: AbortSignal | undefined;
    readonly resolve?: Resolve;
}

export interface Got {
    readonly bytes: Uint8Array<ArrayBuffer>;
    /** As the server says, without parameters, in lower case. */
    readonly mediaType?: string;
}

export type GetBytes = (get: Get) => Promise<Got>;

const MOST_REDIRECTS = 3;
const NOT_NOW: readonly number[] = [408, 425, 429];

/** Fetches a file from an address that somebody else named. Headers go to the first address only. Throws NotGot. */
export const getBytes: GetBytes = async (get) => {
    const { timeoutMs, signal, headers = {} } = get;
    const inTime = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? inTime : AbortSignal.any([inTime, signal]);
    let url: string = get.url;
    try {
        for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
            const { target, options } = allowed(url, get);
            const response = await answerOf(target, {
                ...options,
                headers: redirects === 0 ? headers : {},
                signal: stop
            });
            const next = redirectIn(response, target);
            if (next === undefined) return await fileIn(response, get.mostBytes);
            url = next;
        }
        throw new NotGot('refused', 'it sends us elsewhere again and again');
    } catch (error) {
        if (error instanceof NotGot) throw error;
        if (error instanceof AddressRefused) throw new NotGot('address', error.why);
        if (signal?.aborted) throw new NotGot('cancelled', 'nobody wants it any more');
        throw new NotGot('lost', inTime.aborted ? 'it took too long' : 'the connection could not be made or broke');
    }
};

function allowed(url: string, { hosts, isHere, resolve }: Get): ReturnType<typeof outsideAddress> {
    const outside = outsideAddress(url, isHere, resolve);
    const name = outside.target.hostname.replace(/\.$/, '').toLowerCase();
    // One on this machine has no look-up of its own.
    const isAllowed =
        outside.options.lookup === undefined ||
        hosts.some((host) => name === host.toLowerCase() || name.endsWith(`.${host.toLowerCase()}`));
    if (!isAllowed) throw new AddressRefused('it is at a host that is not allowed');
    return outside;
}

async function answerOf(target: URL, options: RequestOptions): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
        try {
            const asked = (target.protocol === 'http:' ? overHttp : overHttps)(target, options, resolve);
            asked.on('error', reject);
            asked.end();
        } catch {
            reject(new NotGot('address', 'the headers for it cannot be sent'));
        }
    });
}

function redirectIn(response: IncomingMessage, from: URL): string | undefined {
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode >= 400) return undefined;
    discard(response);
    const next = headers.location === undefined ? null : URL.parse(headers.location, from);
    if (next === null) throw new NotGot('refused', `it answered ${statusCode}`);
    return next.href;
}

async function fileIn(response: IncomingMessage, mostBytes: number): Promise<Got> {
    const { statusCode = 0, headers } = response;
    if (statusCode !== 200) {
        discard(response);
        const isLater = statusCode >= 500 || NOT_NOW.includes(statusCode);
        throw new NotGot(isLater ? 'lost' : 'refused', `it answered ${statusCode}`);
    }
    const tooLarge = new NotGot('tooLarge', `it has more than ${mostBytes} bytes`);
    const announced = Number(headers['content-length'] ?? 'NaN');
    const chunks: Buffer[] = [];
    let length = 0;
    try {
        if (announced > mostBytes) throw tooLarge;
        for await (const chunk of response) {
            length += (chunk as Buffer).byteLength;
            if (length > mostBytes) throw tooLarge;
            chunks.push(chunk as Buffer);
        }
    } finally {
        discard(response);
    }
    const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const bytes = new Uint8Array(Buffer.concat(chunks));
    return { bytes, ...(mediaType ? { mediaType } : {}) };
}

function discard(response: IncomingMessage): void {
    response.on('error', () => undefined);
    response.destroy();
}

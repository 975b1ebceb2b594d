import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { jsonRpcError } from './jsonReply.ts';

/** How long a request may take to arrive, in milliseconds. */
export interface ArrivalLimits {
    readonly headersMs: number;
    /** With its headers. */
    readonly requestMs: number;
    /** How often both are looked at. */
    readonly checkMs: number;
}

export const ARRIVAL_LIMITS: ArrivalLimits = { headersMs: 20_000, requestMs: 60_000, checkMs: 5_000 };

/** Node.js keeps the first of each, and a proxy in front may go by the last. */
const ONCE = ['host', 'authorization', 'content-type', 'origin'] as const;

/** What is wrong with the headers, in a sentence. */
export function twiceGiven({ headersDistinct }: IncomingMessage): string | undefined {
    const name = ONCE.find((one) => (headersDistinct[one]?.length ?? 0) > 1);
    return name === undefined ? undefined : `The header ${name} is given twice. Give it once.`;
}

/** Answers what is no request, or does not arrive in time, and closes the connection. */
export function answerBadRequest(
    error: NodeJS.ErrnoException,
    socket: Duplex,
    { requestMs, headersMs }: ArrivalLimits,
    hasBegun: boolean
): void {
    if (hasBegun || !socket.writable || error.code === 'ECONNRESET') {
        socket.destroy();
        return;
    }
    const [status, message] = whatIsWrong(error.code, requestMs, headersMs);
    const text = JSON.stringify(jsonRpcError(-32000, message));
    const head = [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'connection: close',
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(text)}`
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}

function whatIsWrong(code: string | undefined, requestMs: number, headersMs: number): readonly [number, string] {
    switch (code) {
        case 'ERR_HTTP_REQUEST_TIMEOUT':
            return [
                408,
                `The request took too long to arrive: its headers have ${headersMs / 1_000} seconds, all of it ${requestMs / 1_000}.`
            ];
        case 'HPE_HEADER_OVERFLOW':
            return [431, 'The headers of the request are longer than 16 KiB.'];
        case 'HPE_INVALID_EOF_STATE':
            return [400, 'The request ended before all of it had come.'];
        default:
            return [400, 'This is no HTTP request that can be read.'];
    }
}

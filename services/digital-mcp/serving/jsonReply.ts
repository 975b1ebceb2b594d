import type { ServerResponse } from 'node:http';

export const jsonRpcError = (code: number, message: string): object => ({
    jsonrpc: '2.0',
    id: null,
    error: { code, message }
});

/** Ends a response that has begun, and answers one that has not. */
export function reply(
    response: ServerResponse,
    status: number,
    body: object,
    headers: Readonly<Record<string, string>> = {}
): void {
    if (!response.headersSent) write(response, status, body, headers);
    response.end();
}

/** The whole answer; the connection stays open for what the client still sends, until the response is ended. */
export function write(
    response: ServerResponse,
    status: number,
    body: object,
    headers: Readonly<Record<string, string>> = {}
): void {
    const text = JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers });
    response.write(text);
}

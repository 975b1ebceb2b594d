import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { ConnectionLost } from './org/orgError.ts';

export interface LocalServer {
    /** `http://127.0.0.1:4680/` */
    readonly url: string;
    close(): Promise<void>;
}

/** Throws ConnectionLost, or answers `Response.error()`, for a network failure. */
export type Handler = (request: Request) => Promise<Response>;

/** Takes over a connection that asks for another protocol. */
export type Upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;

const TRIES = 20;

/**
 * Serves a fetch handler on 127.0.0.1. A taken port is replaced by the next free one when `orNext` is set. A lost
 * connection closes the socket without an answer, which is how the browser meets an org that cannot be reached; where
 * the request was done already, in the midst of its answer. Connections that ask for another protocol go to `upgrade`,
 * and end with the server.
 */
export async function serve(
    handler: Handler,
    { port, orNext = false, upgrade }: { port: number; orNext?: boolean; upgrade?: Upgrade }
): Promise<LocalServer> {
    const server = createServer((incoming, outgoing) => {
        void answer(handler, incoming, outgoing);
    });
    const upgraded = new Set<Duplex>();
    if (upgrade !== undefined)
        server.on('upgrade', (incoming, socket, head) => {
            upgraded.add(socket);
            socket.once('close', () => upgraded.delete(socket));
            socket.on('error', () => undefined);
            if (isOurs(incoming, false)) upgrade(incoming, socket, head);
            else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
        });
    await listen(server, port, orNext ? TRIES : 1);
    const { port: taken } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${taken}/`,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
                for (const socket of upgraded) socket.destroy();
            })
    };
}

async function listen(server: ReturnType<typeof createServer>, port: number, tries: number): Promise<void> {
    for (let left = tries, next = port; ; left -= 1, next = port === 0 ? 0 : next + 1) {
        try {
            await new Promise<void>((resolve, reject) => {
                server.once('error', reject);
                server.listen(next, '127.0.0.1', () => {
                    server.off('error', reject);
                    resolve();
                });
            });
            return;
        } catch (error) {
            const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
            if (taken && left > 1) continue;
            throw taken ? new Error(`Port ${next} is taken. Set PORT to a free one, or to 0.`) : error;
        }
    }
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    try {
        if (!isOurs(incoming)) {
            outgoing.writeHead(403, { 'content-type': 'text/plain' }).end('This server answers its own page only.\n');
            return;
        }
        await send(await handler(toRequest(incoming, gone.signal)), outgoing, gone.signal);
    } catch (error) {
        if (error instanceof ConnectionLost && error.afterSaving) breakOff(outgoing);
        else if (outgoing.headersSent || error instanceof ConnectionLost) outgoing.destroy();
        else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`${String(error)}\n`);
    }
}

/** The answer's head, and never its body. */
function breakOff(outgoing: ServerResponse): void {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1024' });
    outgoing.write(' ', () => outgoing.destroy());
}

/** Another site's page, or a name that somebody pointed at this machine, gets nothing. `mayRead`: it could not, anyway. */
function isOurs({ headers, method }: IncomingMessage, mayRead = method === 'GET' || method === 'HEAD'): boolean {
    const host = headers.host ?? '';
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) return false;
    return mayRead || !headers.origin || headers.origin === `http://${host}`;
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
    const { method = 'GET', url = '/', headers } = incoming;
    const given = new Headers();
    for (const [name, value] of Object.entries(headers)) {
        for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) given.append(name, one);
    }
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return new Request(new URL(url, `http://${headers.host ?? '127.0.0.1'}`), {
        method,
        headers: given,
        signal,
        ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {})
    } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
    if (response.type === 'error') {
        outgoing.destroy();
        return;
    }
    const cookies = response.headers.getSetCookie();
    outgoing.writeHead(response.status, {
        ...Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
        ...(cookies.length > 0 ? { 'set-cookie': cookies } : {})
    });
    if (!response.body) {
        outgoing.end();
        return;
    }
    // Sent at once, so that an event stream is open before its first event.
    outgoing.flushHeaders();
    const reader = response.body.getReader();
    gone.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    for (;;) {
        const { done, value } = await reader.read();
        if (done || gone.aborted) break;
        if (!outgoing.write(value)) await drained(outgoing, gone);
    }
    outgoing.end();
}

function drained(outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        outgoing.once('drain', resolve);
        gone.addEventListener('abort', () => resolve(), { once: true });
    });
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one path answers. */
export interface Answer {
    readonly status: 200 | 403 | 404 | 405 | 503;
    readonly type: string;
    readonly body: string;
}

export interface StatusServerOptions {
    readonly host: string;
    /** 0 for any. */
    readonly port: number;
    readonly paths: Readonly<Record<string, () => Promise<Answer>>>;
    readonly onFault: (error: unknown) => void;
}

export interface StatusServer {
    /** `http://127.0.0.1:4691` */
    readonly url: string;
    close(): Promise<void>;
}

export const json = (status: Answer['status'], body: object): Answer => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body)
});

/** For eyes and machines: it answers questions and takes no commands. Rejects where it cannot listen, in words. */
export async function startStatusServer(options: StatusServerOptions): Promise<StatusServer> {
    const { host, onFault, port } = options;
    const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
        (isMeant(host, request) ? answerOf(options.paths, request) : Promise.resolve(NOT_MEANT)).then(
            (answer) => reply(request, response, answer),
            (error: unknown) => {
                onFault(error);
                reply(request, response, json(503, { status: 'the bridge could not find out; its log has the fault' }));
            }
        );
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', (cause: NodeJS.ErrnoException) => {
            reject(
                new Error(`status: ${host}, port ${port}, cannot be listened on (${cause.code}). Give another one.`, {
                    cause
                })
            );
        });
        server.listen(port, host, resolve);
    });
    const { port: taken } = server.address() as AddressInfo;
    return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost'];
const NOT_MEANT = json(403, {
    error: 'Only 127.0.0.1, [::1] and localhost are answered here. A proxy in front of it sends one of them as Host.'
});

/** Listening on loopback, a page in a browser whose own name somebody pointed at this machine could read it. */
function isMeant(host: string, { headers }: IncomingMessage): boolean {
    const named = /^(?:\[(.+)\]|([^:]+))(?::\d+)?$/.exec(headers.host ?? '');
    return !THIS_MACHINE.includes(host) || THIS_MACHINE.includes(named?.[1] ?? named?.[2] ?? '');
}

async function answerOf(paths: StatusServerOptions['paths'], { method, url }: IncomingMessage): Promise<Answer> {
    const path = (url ?? '/').split('?')[0] ?? '/';
    const known = Object.hasOwn(paths, path) ? paths[path] : undefined;
    if (known === undefined) return json(404, { error: `Here are: ${Object.keys(paths).join(', ')}` });
    if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'Only GET is answered here.' });
    return known();
}

/** The page brings all that it needs with it, and is nobody's frame. */
const HEADERS = {
    'cache-control': 'no-store',
    'content-security-policy':
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff'
};

function reply({ method }: IncomingMessage, response: ServerResponse, { body, status, type }: Answer): void {
    response
        .writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': Buffer.byteLength(body) })
        .end(method === 'HEAD' ? undefined : body);
}

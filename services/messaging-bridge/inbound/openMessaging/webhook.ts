import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from './readBody.ts';
import { isSigned, SIGNATURE } from './signature.ts';

export interface WebhookOptions {
    readonly host: string;
    /** 0 for any. */
    readonly port: number;
    /** Of the integration's webhook; undefined where there is no such integration. Throws where it cannot be read. */
    readonly secretOf: (integrationId: string) => string | undefined;
    /** Keeps what was told. What it throws is answered 503, so that Genesys Cloud tells it again. */
    readonly take: (integrationId: string, bytes: Buffer) => Promise<void>;
    /** Each answer, by its status. */
    readonly onAnswered?: (status: number) => void;
    readonly onFault?: (error: unknown) => void;
}

export interface Webhook {
    readonly port: number;
    /** Takes nothing new, and waits for what it has begun. */
    close(): Promise<void>;
}

const PATH = '/open-messaging/';
const MOST_BYTES = 1_048_576;
/** Genesys Cloud waits ten seconds for an answer. */
const LONGEST_MS = 10_000;

/**
 * Takes the notifications of open messaging integrations at `/open-messaging/{integrationId}`: those that Genesys Cloud has
 * signed, and answers 200 when they are kept. Rejects where the address is taken.
 */
export async function startWebhook(options: WebhookOptions): Promise<Webhook> {
    const { host, onAnswered, onFault, port } = options;
    const server: Server = createServer((request, response) => {
        void answerTo(options, request)
            .catch((error: unknown) => {
                onFault?.(error);
                return 503;
            })
            .then((status) => {
                onAnswered?.(status);
                const isWhole = request.complete;
                // What was not read to its end would be taken for the next request, and would go on for ever.
                response.writeHead(status, isWhole ? {} : { connection: 'close' }).end(() => {
                    if (!isWhole) request.socket.destroySoon();
                });
            });
    });
    server.requestTimeout = LONGEST_MS;
    server.headersTimeout = LONGEST_MS;
    await new Promise<void>((resolve, reject) => {
        server.once('error', (cause: NodeJS.ErrnoException) => {
            const why = `webhook: ${host}, port ${port}, cannot be listened on (${cause.code}). Give another one.`;
            reject(new Error(why, { cause }));
        });
        server.listen(port, host, resolve);
    });
    return {
        port: (server.address() as AddressInfo).port,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeIdleConnections();
            })
    };
}

async function answerTo({ secretOf, take }: WebhookOptions, request: IncomingMessage): Promise<number> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const integrationId = path.startsWith(PATH) ? path.slice(PATH.length) : '';
    const secret = integrationId === '' ? undefined : secretOf(integrationId);
    if (secret === undefined) return 404;
    if (request.method !== 'POST') return 405;
    const given = request.headers[SIGNATURE];
    if (typeof given !== 'string') return 401;
    const bytes = await readBody(request, MOST_BYTES);
    if (bytes === undefined) return 413;
    if (!isSigned(secret, bytes, given)) return 403;
    await take(integrationId, bytes);
    return 200;
}

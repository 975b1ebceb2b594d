import { createServer } from 'node:http';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { AddressInfo } from 'node:net';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import type { Log } from '../calling/audit.ts';
import type { Callers } from '../callers/callers.ts';
import type { Configuration } from '../connections/configuration.ts';
import { answerBadRequest, ARRIVAL_LIMITS, twiceGiven } from './badRequests.ts';
import type { ArrivalLimits } from './badRequests.ts';
import { jsonRpcError, reply, write } from './jsonReply.ts';
import { createMcpEndpoint } from './mcpEndpoint.ts';
import type { McpEndpoint } from './mcpEndpoint.ts';
import { bodyOf, sentAll } from './requestBody.ts';
import type { CallTool } from '../calling/toolCall.ts';
import type { StateStore } from '../state/stateStore.ts';
import { STOP_MS, underWay } from './underWay.ts';

/** The path of the page's server. */
export const MCP_PATH = '/genesys-conversations-digital';
const HEALTH_PATH = '/health';
const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];
const MOST_BYTES = 4 * 1024 * 1024;
/** Whoever sends too much may go on for so long, so that it reads its answer. */
const SENT_MS = 2_000;

export interface HttpOptions {
    readonly configuration: Configuration;
    readonly callTool: CallTool;
    readonly callers: Callers;
    readonly store: StateStore;
    readonly log: Log;
    readonly host?: string;
    readonly arrival?: ArrivalLimits;
    /** 0: any free one. */
    readonly port: number;
}

export interface Serving {
    /** `http://127.0.0.1:4690/genesys-conversations-digital` */
    readonly url: string;
    /** Takes no more requests, also on connections that are open, and ends those under way. */
    close(): Promise<void>;
}

/** Throws where the server would be open to everybody, or cannot listen. */
export async function serveHttp(options: HttpOptions): Promise<Serving> {
    const { callers, configuration, host = '127.0.0.1', log, port } = options;
    if (!LOOPBACK.includes(host) && !callers.areKnown) {
        throw new Error(
            `Without "callers" in the configuration anybody could call from ${host}. Name the callers, or listen on 127.0.0.1.`
        );
    }
    if (configuration.mediaUpload?.folder !== undefined) {
        throw new Error(
            'mediaUpload.folder is for --stdio: over HTTP others could send files of this machine. Leave it out; callers then give the bytes.'
        );
    }
    const calls = underWay(options.callTool);
    const endpoint = createMcpEndpoint({ ...options, callTool: calls.callTool });
    const hosts = ['localhost', '127.0.0.1', '[::1]', ...(configuration.hosts ?? [])];
    const origins = [...hosts, ...(configuration.origins ?? [])];
    const open = new Set<ServerResponse>();
    let isStopping = false;
    const arrival = options.arrival ?? ARRIVAL_LIMITS;
    const timeouts = {
        headersTimeout: arrival.headersMs,
        requestTimeout: arrival.requestMs,
        connectionsCheckingInterval: arrival.checkMs
    };
    const server = createServer(timeouts, (request, response) => {
        if (isStopping) {
            reply(response, 503, jsonRpcError(-32000, 'This server is stopping.'), { connection: 'close' });
            return;
        }
        const twice = twiceGiven(request);
        if (twice !== undefined) {
            reply(response, 400, jsonRpcError(-32000, twice), { connection: 'close' });
            return;
        }
        const { host: named, origin } = request.headers;
        const refused = [validateHostHeader(named, hosts), validateOriginHeader(origin, origins)].find(({ ok }) => !ok);
        if (refused?.ok === false) {
            reply(response, 403, jsonRpcError(-32000, refused.message));
            return;
        }
        open.add(response);
        response.once('close', () => open.delete(response));
        answer(request, response, endpoint, options).catch((error: unknown) => {
            log.error({ event: 'fault', name: error instanceof Error ? error.name : typeof error });
            reply(response, 500, jsonRpcError(-32603, 'This server failed.'));
        });
    });
    server.on('clientError', (error, socket) => {
        const hasBegun = [...open].some(
            (response) => response.socket === socket && (response.headersSent || response.req.complete)
        );
        answerBadRequest(error, socket, arrival, hasBegun);
    });
    await listening(server, port, host);
    const { port: taken } = server.address() as AddressInfo;
    return {
        url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${taken}${MCP_PATH}`,
        async close(): Promise<void> {
            isStopping = true;
            const closed = new Promise<void>((resolve) => server.close(() => resolve()));
            server.closeIdleConnections();
            // Else a client that keeps its connection would hold the server.
            for (const response of open) response.shouldKeepAlive = false;
            const timer = setTimeout(() => server.closeAllConnections(), STOP_MS);
            await closed;
            clearTimeout(timer);
            // What was broken off is noted before the process ends.
            await calls.noted();
            await endpoint.close();
        }
    };
}

function listening(server: HttpServer, port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', (cause: NodeJS.ErrnoException) => {
            const isTaken = cause.code === 'EADDRINUSE';
            reject(isTaken ? new Error(`Port ${port} is taken. Give another one with --port.`, { cause }) : cause);
        });
        server.listen(port, host, () => resolve());
    });
}

async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    endpoint: McpEndpoint,
    { callers, store }: HttpOptions
): Promise<void> {
    const url = URL.parse(request.url ?? '/', 'http://localhost') ?? new URL('http://localhost/');
    if (url.pathname === HEALTH_PATH && ['GET', 'HEAD'].includes(request.method ?? '')) {
        const isWell = await store.check().then(
            () => true,
            () => false
        );
        reply(response, isWell ? 200 : 503, { status: isWell ? 'ok' : 'the store cannot be reached' });
        return;
    }
    if (url.pathname !== MCP_PATH) {
        reply(response, 404, { error: `Nothing is here. The server is at ${MCP_PATH}` });
        return;
    }
    const caller = callers.of(request.headers.authorization);
    if (caller === undefined) {
        reply(response, 401, jsonRpcError(-32001, 'Give a bearer token that this server knows.'), {
            'www-authenticate': 'Bearer'
        });
        return;
    }
    if (request.method !== 'POST') {
        reply(response, 405, jsonRpcError(-32000, 'Only POST is answered here.'), { allow: 'POST' });
        return;
    }
    const body = await bodyOf(request, MOST_BYTES);
    if (body === 'brokenOff') {
        response.destroy();
        return;
    }
    if (body === 'tooLong') {
        const error = jsonRpcError(-32000, `The request is longer than ${MOST_BYTES} bytes.`);
        write(response, 413, error, { connection: 'close' });
        await sentAll(request, SENT_MS);
        response.end();
        return;
    }
    await endpoint.serve({
        request,
        response,
        body,
        caller,
        named: { header: one(request.headersDistinct['x-pcid']), query: one(url.searchParams.getAll('pcid')) }
    });
}

/** Given twice, the same or not, it is no name of a connection. */
const one = (given: readonly string[] | undefined): string | undefined =>
    given === undefined || given.length === 0 ? undefined : given.join(',');

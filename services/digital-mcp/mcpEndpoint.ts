import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import {
    createMcpHandler,
    isLegacyRequest,
    WebStandardStreamableHTTPServerTransport
} from '@modelcontextprotocol/server';
import type { AuthInfo, Server } from '@modelcontextprotocol/server';
import type { Caller, NamedConnection } from './access.ts';
import type { CallTool } from './callTool.ts';
import type { Configuration } from './configuration.ts';
import { createMcpServer } from './mcpServer.ts';

export interface McpRequest {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly body: Buffer;
    readonly caller: Caller;
    readonly named: Omit<NamedConnection, 'argument' | 'configured'>;
}

export interface McpEndpoint {
    serve(request: McpRequest): Promise<void>;
    close(): Promise<void>;
}

interface EndpointOptions {
    readonly configuration: Configuration;
    readonly callTool: CallTool;
}

type Extra = Pick<McpRequest, 'caller' | 'named'>;

/**
 * One address for three kinds of client: of the revision 2026-07-28, of those before, and those that only post one
 * JSON-RPC object and read one, which is what the page's own examples do.
 */
export function createMcpEndpoint({ configuration, callTool }: EndpointOptions): McpEndpoint {
    const serverFor = ({ caller, named }: Extra): Server => createMcpServer({ configuration, callTool, caller, named });
    const modern = createMcpHandler(({ authInfo }) => serverFor(authInfo?.extra as unknown as Extra), {
        legacy: 'reject'
    });

    /** The SDK streams to clients of earlier revisions unless it is asked for JSON. */
    async function legacy(request: Request, extra: Extra): Promise<Response> {
        const server = serverFor(extra);
        const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
        request.signal.addEventListener('abort', () => void server.close());
        await server.connect(transport);
        const response = await transport.handleRequest(request);
        const text = await response.text();
        await server.close();
        const { status, headers } = response;
        return new Response(text === '' ? null : text, { status, headers });
    }

    return {
        async serve({ request, response, body, caller, named }): Promise<void> {
            const gone = new AbortController();
            response.once('close', () => {
                if (!response.writableFinished) gone.abort();
            });
            const asked = webRequest(request, body, gone.signal);
            const extra = { caller, named };
            const authInfo: AuthInfo = { token: '', clientId: caller.name, scopes: [], extra };
            const isLegacy = await isLegacyRequest(asked);
            const answer = isLegacy ? await legacy(asked, extra) : await modern.fetch(asked, { authInfo });
            await send(answer, response);
        },
        close: () => modern.close()
    };
}

function webRequest({ headers, url }: IncomingMessage, body: Buffer, signal: AbortSignal): Request {
    const given = Object.entries(headers).flatMap(([name, value]) =>
        value === undefined || name === 'authorization'
            ? []
            : [[name, Array.isArray(value) ? value.join(', ') : value] as const]
    );
    // The SDK wants both named, and many plain clients name one or none.
    const accept = ['accept', 'application/json, text/event-stream'] as const;
    return new Request(new URL(url ?? '/', 'http://localhost'), {
        method: 'POST',
        headers: [...given.filter(([name]) => name !== 'accept'), accept] as [string, string][],
        body: new Uint8Array(body),
        signal
    });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) {
        response.end();
        return;
    }
    // Whoever goes in the middle of its answer is no fault of this server.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => undefined);
}

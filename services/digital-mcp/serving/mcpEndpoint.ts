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
import type { Caller, NamedConnection } from '../callers/access.ts';
import type { CallTool } from '../calling/toolCall.ts';
import type { Configuration } from '../connections/configuration.ts';
import { createMcpServer } from './mcpServer.ts';
import { withStandIn } from './protoArgument.ts';

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
    async function legacy(request: Request, extra: Extra, parsed: Parsed): Promise<Response> {
        const server = serverFor(extra);
        const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
        request.signal.addEventListener('abort', () => void server.close());
        await server.connect(transport);
        const response = await transport.handleRequest(request, parsed);
        await server.close();
        return response;
    }

    return {
        async serve({ request, response, body, caller, named }): Promise<void> {
            const gone = new AbortController();
            response.once('close', () => {
                if (!response.writableFinished) gone.abort();
            });
            const parsed = parsedBody(body);
            const asked = webRequest(request, 'parsedBody' in parsed ? undefined : body, gone.signal);
            const extra = { caller, named };
            const authInfo: AuthInfo = { token: '', clientId: caller.name, scopes: [], extra };
            const isLegacy = await isLegacyRequest(asked, parsed.parsedBody);
            const answer = isLegacy
                ? await legacy(asked, extra, parsed)
                : await modern.fetch(asked, { authInfo, ...parsed });
            await send(answer, response);
        },
        close: () => modern.close()
    };
}

interface Parsed {
    readonly parsedBody?: unknown;
}

/** Without it the SDK reads the body by itself, and says what is wrong with it. */
function parsedBody(body: Buffer): Parsed {
    try {
        return { parsedBody: withStandIn(JSON.parse(new TextDecoder().decode(body)) as unknown) };
    } catch {
        return {};
    }
}

function webRequest({ headers, url }: IncomingMessage, body: Buffer | undefined, signal: AbortSignal): Request {
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
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
        signal
    });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
    const headers = Object.fromEntries(answer.headers);
    if (answer.body !== null && headers['content-type'] === 'application/json') {
        const bytes = Buffer.from(await answer.arrayBuffer());
        if (response.destroyed) return;
        response.writeHead(answer.status, { ...headers, 'content-length': bytes.byteLength }).end(bytes);
        return;
    }
    response.writeHead(answer.status, headers);
    if (answer.body === null) {
        response.end();
        return;
    }
    // Whoever goes in the middle of its answer is no fault of this server.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => undefined);
}

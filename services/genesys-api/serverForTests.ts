import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
    readonly method: string;
    /** With its query, as it came. */
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
}

export type Reply = (received: Received, response: ServerResponse) => void;

export interface TestServer {
    /** `http://127.0.0.1:41234` */
    readonly url: string;
    /** Without the sign-ins. */
    readonly received: readonly Received[];
    readonly signIns: readonly Received[];
    /** Answers the next requests, one each; the last one stays. */
    replies(...replies: readonly Reply[]): void;
    signInReplies(...replies: readonly Reply[]): void;
    close(): Promise<void>;
}

/** A Genesys Cloud that answers what the test says, over a real socket. Tokens are `token 1`, `token 2` … without the blank. */
export async function serverForTests(): Promise<TestServer> {
    const received: Received[] = [];
    const signIns: Received[] = [];
    let next: Reply[] = [json(200, {})];
    let nextSignIn: Reply[] = [];
    const usualSignIn: Reply = (_, response) =>
        json(200, { access_token: `token${signIns.length}`, token_type: 'bearer', expires_in: 86_400 })(_, response);
    const server = createServer((incoming, response) => {
        void (async () => {
            let body = '';
            for await (const chunk of incoming) body += String(chunk);
            const { method = '', url = '', headers } = incoming;
            const one = { method, path: url, headers, body };
            if (url === '/oauth/token') {
                signIns.push(one);
                (nextSignIn.shift() ?? usualSignIn)(one, response);
                return;
            }
            received.push(one);
            const reply = next.length > 1 ? next.shift() : next[0];
            reply?.(one, response);
        })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}`,
        received,
        signIns,
        replies(...replies): void {
            next = [...replies];
        },
        signInReplies(...replies): void {
            nextSignIn = [...replies];
        },
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
    return text(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

export function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
    return (_, response) => {
        response.writeHead(status, { 'inin-correlation-id': 'corr-1', ...headers });
        response.end(body);
    };
}

/** Takes the request and closes the connection without a word. */
export const hangUp: Reply = (_, response) => {
    response.socket?.destroy();
};

/** Takes the request and never answers. */
export const silence: Reply = () => undefined;

/** Begins its answer and breaks off. */
export const breakOff =
    (status: number, body: string): Reply =>
    (_, response) => {
        response.writeHead(status, { 'inin-correlation-id': 'corr-1', 'content-length': String(body.length + 100) });
        response.write(body, () => response.socket?.destroy());
    };

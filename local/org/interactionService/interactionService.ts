/** The Interaction Service of the local org, and the login that gives its tokens; over real HTTP on loopback. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { acknowledgement } from './calls/acknowledgement.ts';
import { changeWork, startWork } from './calls/agentWork.ts';
import { interactions } from './calls/interactions.ts';
import { cancelRoute, route, routingResult } from './calls/routing.ts';
import { messagingSession, removeParticipant } from './calls/session.ts';
import { capabilities, consent } from './calls/setup.ts';
import { dataQuery } from './dataApi.ts';
import { createFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { checkHeaders } from './headers.ts';
import type { Call, Org, OutboundEvent } from './org.ts';
import type { Accepted, InteractionService, InteractionServiceOptions, ServiceRules } from './service.ts';
import { readBytes, readForm, readJson, TooLong } from './readBody.ts';
import { Refusal } from './refusal.ts';
import { createState } from './state.ts';
import { createTokens } from './tokens.ts';

const CALLS: Readonly<Record<string, { readonly call: Call; readonly is?: 'multipart' | 'contextType' }>> = {
    'POST /interactions': { call: interactions, is: 'multipart' },
    'POST /acknowledgement': { call: acknowledgement },
    'POST /routingResult': { call: routingResult },
    'POST /agentWork': { call: startWork },
    'PATCH /agentWork': { call: changeWork, is: 'contextType' },
    'POST /route': { call: route },
    'DELETE /route': { call: cancelRoute },
    'POST /messagingSession': { call: messagingSession },
    'POST /participant': { call: removeParticipant },
    'PATCH /consent': { call: consent },
    'PATCH /capabilities': { call: capabilities }
};

export async function startInteractionService(options: InteractionServiceOptions): Promise<InteractionService> {
    const { apps, channels, flows = {}, now = Date.now, organizationId, publish = () => undefined } = options;
    const rules: ServiceRules = {
        tokenMs: 7_200_000,
        audiences: ['https://login.salesforce.com', 'https://test.salesforce.com'],
        uploadMs: 0,
        uploadOutcome: () => 'completed',
        knowsInteractionsAgain: false,
        ...options.rules
    };
    const state = createState();
    const accepted: Accepted[] = [];
    const refused: string[] = [];
    const faults = createFaults();
    const stop = new AbortController();
    const told: OutboundEvent[] = [];
    const tokens = createTokens({
        organizationId,
        apps,
        audiences: rules.audiences,
        tokenMs: rules.tokenMs,
        now,
        instanceUrl: () => url
    });
    const org: Org = {
        state,
        channels,
        reps: options.reps ?? [],
        queues: options.queues ?? [],
        flows,
        now,
        publishLater: (event) => void told.push(event),
        uploadOutcome: rules.uploadOutcome,
        knowsInteractionsAgain: rules.knowsInteractionsAgain,
        seenInteractions: new Set()
    };

    function tellLater(): void {
        for (const event of told.splice(0))
            void wait(rules.uploadMs, undefined, { signal: stop.signal }).then(
                () => publish(event),
                () => undefined
            );
    }

    async function called(name: string, incoming: IncomingMessage, fault?: Fault): Promise<[number, object]> {
        const known = CALLS[name];
        const bytes = await readBytes(incoming);
        if (known === undefined) return [404, { error: 'Not Found', path: incoming.url }];
        const { call, is } = known;
        try {
            const { channel, requestId } = checkHeaders(incoming.headers, is === 'contextType', {
                channels,
                organizationId,
                tokens
            });
            if (fault?.kind === 'error') throw new Refusal(fault.code);
            const type = incoming.headers['content-type'] ?? '';
            const { body, files } = is === 'multipart' ? await readForm(bytes, type) : readJson(bytes, type);
            const answer = call(org, { body, files, channel });
            const [file] = files;
            if (answer.isKnown !== true)
                accepted.push({
                    at: now(),
                    call: name,
                    channel: channel.developerName,
                    requestId,
                    body,
                    ...(file === undefined ? {} : { file }),
                    answer: answer.body
                });
            return [answer.status, answer.body];
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            refused.push(`${name} ${error.code}`);
            return [error.status, { message: error.message, code: error.code }];
        }
    }

    async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
        const path = (incoming.url ?? '').split('?')[0] ?? '';
        const isLogin = path === '/services/oauth2/token';
        const fault = faults.take(isLogin ? 'tokens' : 'calls');
        if (fault?.kind === 'offline') return void incoming.socket.destroy();
        if (fault?.kind === 'slow') await wait(fault.ms, undefined, { signal: stop.signal });
        if (fault?.kind === 'status') {
            await readBytes(incoming);
            const headers = { 'content-type': 'text/html', ...fault.headers };
            response.writeHead(fault.status, headers).end(`<html><body>${fault.status}</body></html>`);
            return;
        }
        const [status, body] = isLogin
            ? await login(incoming)
            : isQuery(incoming, path)
              ? queried(incoming)
              : await called(nameOf(incoming, path), incoming, fault);
        tellLater();

        if (fault?.kind === 'lostAnswer') return void incoming.socket.destroy();
        const text = JSON.stringify(body);
        response.writeHead(status, {
            'content-type': 'application/json;charset=UTF-8',
            'content-length': Buffer.byteLength(text),
            date: new Date(now()).toUTCString()
        });
        if (fault?.kind !== 'cutAnswer') return void response.end(text);
        response.write(text.slice(0, text.length / 2), () => incoming.socket.destroy());
    }

    function queried({ headers, url }: IncomingMessage): [number, object] {
        const [, token = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
        const soql = new URL(url ?? '/', 'http://localhost').searchParams.get('q') ?? '';
        return dataQuery(channels, tokens.scopesOf(token), soql);
    }

    async function login(incoming: IncomingMessage): Promise<[number, object]> {
        const bytes = await readBytes(incoming);
        const isForm = /^application\/x-www-form-urlencoded\b/i.test(incoming.headers['content-type'] ?? '');
        const { body, status } = tokens.exchange(
            new URLSearchParams(incoming.method === 'POST' && isForm ? bytes.toString('utf8') : '')
        );
        return [status, body];
    }

    const server = createServer((incoming, response) => {
        answer(incoming, response).catch((error: unknown) => {
            if (response.headersSent || stop.signal.aborted) return void incoming.socket.destroy();
            response.writeHead(error instanceof TooLong ? 413 : 500, { connection: 'close' }).end();
        });
    });
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    return {
        url,
        port,
        faults,
        accepted,
        refused,
        conversations: state.conversations,
        isToken: (accessToken) => tokens.scopesOf(accessToken) !== undefined,
        revokeTokens: () => tokens.revokeAll(),
        close: () =>
            new Promise((resolve) => {
                stop.abort();
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

const isQuery = ({ method }: IncomingMessage, path: string): boolean =>
    method === 'GET' && /^\/services\/data\/v\d+\.\d\/query$/.test(path);

/** `POST /route`; without the path of the API it is none. */
const nameOf = ({ method }: IncomingMessage, path: string): string =>
    path.startsWith('/api/v1/') ? `${method} ${path.slice(7)}` : '';

import { randomUUID } from 'node:crypto';
import type { Upgrade } from '../../server.ts';
import { createNotifications } from '../notifications/notifications.ts';
import { createOpenWebhooks } from '../openMessaging/openWebhooks.ts';
import { mustBeAllowed } from './access.ts';
import { allRoutes } from './allRoutes.ts';
import { assignRoute } from './assigning.ts';
import { checkedBody } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import { createCentre } from './centre.ts';
import { conversationRoute } from './wholeConversation.ts';
import { OAUTH_CLIENTS } from './clients.ts';
import { conversationQueryRoute } from './conversationQuery.ts';
import { createControl } from './control.ts';
import type { Control } from './control.ts';
import { createFaults } from './faults.ts';
import { createOAuth } from './oauth.ts';
import type { OAuthClient } from './oauth.ts';
import { createQuota } from './quota.ts';
import { matched } from './routes.ts';
import type { Answer, Call, Route } from './routes.ts';
import { seed } from './seed.ts';
import { UPLOADS, uploadAnswer } from './uploads.ts';
import { VendorError, badRequest, errorBody, notFound } from './vendorError.ts';

export interface PlatformApiOptions {
    /** Milliseconds since 1970. */
    readonly now?: () => number;
    /** For slow answers. */
    readonly wait?: (ms: number) => Promise<void>;
    readonly clients?: readonly OAuthClient[];
    /** Of each OAuth client, for a minute. */
    readonly requestsPerMinute?: number;
}

export interface PlatformApi {
    /**
     * `/oauth/token`, `/api/v2/conversations/**`, `/api/v2/notifications/**` and the store for uploads. Throws
     * ConnectionLost where a fault says so.
     */
    readonly fetch: (request: Request) => Promise<Response>;
    /** `/channels/**`, the WebSockets of notifications. */
    readonly upgrade: Upgrade;
    readonly control: Control;
}

/** A Genesys Cloud of its own: login, the digital conversations, and what customers got of them. */
export function createPlatformApi({
    now = () => Date.now(),
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    clients = Object.values(OAUTH_CLIENTS),
    requestsPerMinute = 300
}: PlatformApiOptions = {}): PlatformApi {
    const centre = createCentre(now);
    const oauth = createOAuth(clients, now);
    const quota = createQuota(now, requestsPerMinute);
    const faults = createFaults(wait);
    const notifications = createNotifications(centre);
    const routes = [
        ...allRoutes(centre),
        conversationRoute(centre),
        conversationQueryRoute(centre),
        assignRoute(centre),
        ...notifications.routes
    ];
    seed(centre);

    async function apiAnswer(request: Request, correlation: string): Promise<Response> {
        const headers = new Headers({ 'ININ-Correlation-Id': correlation, 'cache-control': 'no-store' });
        try {
            const { pathname } = new URL(request.url);
            if (!pathname.startsWith('/api/')) throw notFound('resource', pathname);
            const caller = oauth.caller(request);
            for (const [name, value] of Object.entries(quota.use(caller.clientId))) headers.set(name, value);
            const { route, ids } = matched(routes, request.method, pathname);
            mustBeAllowed(caller, route.needs ?? {});
            const body = await bodyOf(request, route);
            const answer = route.run(callOf(request, route, { caller, body }, ids));
            if (route.method !== 'GET' && ids['conversationId'] !== undefined) centre.changed(ids['conversationId']);
            return answered(answer, headers);
        } catch (error) {
            if (!(error instanceof VendorError)) throw error;
            for (const [name, value] of Object.entries(error.facts.headers ?? {})) headers.set(name, value);
            return Response.json(errorBody(error, correlation), { status: error.facts.status, headers });
        }
    }

    async function answer(request: Request): Promise<Response> {
        const correlation = randomUUID();
        const { pathname } = new URL(request.url);
        if (pathname.startsWith(UPLOADS)) return uploadAnswer(centre, request);
        if (pathname !== '/oauth/token' || request.method !== 'POST') return apiAnswer(request, correlation);
        const response = await oauth.token(request);
        response.headers.set('ININ-Correlation-Id', correlation);
        return response;
    }

    return {
        fetch: (request) => faults.around(request, () => answer(request)),
        upgrade: notifications.upgrade,
        control: createControl({
            centre,
            faults,
            quota,
            oauth,
            notifications: notifications.control,
            openWebhooks: createOpenWebhooks(centre)
        })
    };
}

function callOf(
    request: Request,
    { needs = {} }: Route,
    rest: Pick<Call, 'caller' | 'body'>,
    ids: Readonly<Record<string, string>>
): Call {
    const { origin, searchParams: query } = new URL(request.url);
    return {
        ...rest,
        query,
        origin,
        onlyParticipants: needs.any === undefined && needs.all === undefined,
        id(name) {
            const id = ids[name];
            if (id === undefined) throw new TypeError(`The path has no {${name}}.`);
            return id;
        }
    };
}

/** Empty where the route reads none. Throws VendorError. */
async function bodyOf(request: Request, { body: shape, bodyIsList, bodyOptional }: Route): Promise<Body> {
    if (shape === undefined) return {};
    const text = await request.text();
    if (text.trim() === '') {
        if (bodyOptional) return {};
        throw badRequest('The request needs a body.');
    }
    const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json')
        throw new VendorError({ status: 415, code: 'unsupported.media.type', message: 'The body must be JSON.' });
    const given = parsed(text);
    return checkedBody(bodyIsList === undefined ? given : { [bodyIsList]: given }, shape);
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw badRequest('The body is no JSON.');
    }
}

function answered({ status, body }: Answer, headers: Headers): Response {
    return body === undefined ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './genesys/action.ts';
import { BadRequest } from './genesys/requestBody.ts';
import type { LocalOrg } from './org/org.ts';
import { OrgError } from './org/orgError.ts';

export type PhoneHandler = (request: Request, userName: string) => Response | Promise<Response>;

export interface PhoneRoutes {
    /** `/local/genesys` */
    readonly root: string;
    /** By method and path below the root: `GET /directory`. */
    readonly handlers: Readonly<Record<string, PhoneHandler>>;
    /** Folder of the traces that the phone plays: `GET /traces` lists them, `GET /traces/<name>` is one. */
    readonly traces: string;
    readonly org: LocalOrg;
}

/** The HTTP face of a phone; who asks is known by the org's session cookie. */
export function createPhoneRoutes({
    handlers,
    org,
    root,
    traces
}: PhoneRoutes): (request: Request) => Promise<Response> {
    const all: Readonly<Record<string, PhoneHandler>> = {
        ...handlers,
        'GET /traces': () => json(traceNames(traces))
    };
    return async (request) => {
        const { pathname } = new URL(request.url);
        const route = pathname.slice(root.length);
        try {
            const trace = /^\/traces\/([\w-]+)$/.exec(route)?.[1];
            if (request.method === 'GET' && trace !== undefined && traceNames(traces).includes(trace)) {
                return new Response(readFileSync(path.join(traces, `${trace}.json`), 'utf8'), {
                    headers: { 'content-type': 'application/json' }
                });
            }
            const handler = all[`${request.method} ${route}`];
            if (!handler) {
                return json({ error: `The contact centre has no ${request.method} ${pathname}.` }, 404);
            }
            const userName = signedIn(org, request);
            return userName === undefined
                ? json({ error: 'Nobody is signed in: POST a user to /local/session first.' }, 401)
                : await handler(request, userName);
        } catch (error) {
            if (error instanceof BadRequest || error instanceof Refusal) {
                return json({ error: error.message }, 400);
            }
            throw error;
        }
    };
}

/** People of the org who may call: those with a number. */
export function callersOf(org: LocalOrg): readonly { name: string; number: string; email?: string }[] {
    return org.records('Contact').flatMap(({ Name, Phone, MobilePhone, Email }) => {
        const number = Phone ?? MobilePhone;
        return typeof Name === 'string' && typeof number === 'string'
            ? [{ name: Name, number, ...(typeof Email === 'string' ? { email: Email } : {}) }]
            : [];
    });
}

export function json(body: unknown, status = 200): Response {
    return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function signedIn(org: LocalOrg, request: Request): string | undefined {
    try {
        return org.userOf(request).name;
    } catch (error) {
        if (error instanceof OrgError) {
            return undefined;
        }
        throw error;
    }
}

function traceNames(folder: string): readonly string[] {
    return readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.replace(/\.json$/, ''))
        .sort();
}

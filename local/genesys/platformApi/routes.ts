import type { Body, Shape } from './bodyShape.ts';
import type { Caller } from './oauth.ts';
import { VendorError, notFound } from './vendorError.ts';

export interface Needs {
    /** At least one of these permissions. */
    readonly any?: readonly string[];
    readonly all?: readonly string[];
    /** `user`: somebody is logged in. `machine`: client credentials whose scopes hold `messaging`. */
    readonly as?: 'user' | 'machine';
}

export interface Call {
    readonly caller: Caller;
    /** The value of a `{name}` in the path. */
    id(name: string): string;
    readonly query: URLSearchParams;
    readonly body: Body;
    /** `http://127.0.0.1:4680` */
    readonly origin: string;
    /** The route names no permission: then the caller must take part in the conversation. */
    readonly onlyParticipants: boolean;
}

/** An answer without body is empty. */
export interface Answer {
    readonly status: number;
    readonly body?: unknown;
}

export interface Route {
    readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
    /** `/api/v2/conversations` unless given. */
    readonly root?: string;
    /** Below the root. */
    readonly path: string;
    readonly needs?: Needs;
    /** Absent where no body is read. */
    readonly body?: Shape;
    readonly bodyOptional?: true;
    /** The body is a list, which the shape has under this name. */
    readonly bodyIsList?: string;
    run(call: Call): Answer;
}

export const ROOT = '/api/v2/conversations';

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const accepted: Answer = { status: 202 };
export const empty: Answer = { status: 204 };

export interface Match {
    readonly route: Route;
    readonly ids: Readonly<Record<string, string>>;
}

/** The route of a request. Throws VendorError: 404, or 405 where another method would do. */
export function matched(routes: readonly Route[], method: string, pathname: string): Match {
    const found = routes.flatMap((route) => {
        const { root = ROOT } = route;
        const segments = pathname.startsWith(`${root}/`) ? pathname.slice(root.length + 1).split('/') : [];
        const ids = idsIn(route.path, segments);
        return ids === undefined ? [] : [{ route, ids }];
    });
    // `/emails/agentless` is no conversation with the id `agentless`.
    const literal = (match: Match): number => -Object.keys(match.ids).length;
    const best = found.filter(({ route }) => route.method === method).sort((a, b) => literal(b) - literal(a))[0];
    if (best !== undefined) return best;
    if (found.length === 0) throw notFound('resource', pathname);
    const allow = [...new Set(found.map(({ route }) => route.method))].join(', ');
    throw new VendorError({
        status: 405,
        code: 'method.not.allowed',
        message: `{method} is not possible here; ${allow} is.`,
        params: { method },
        headers: { allow }
    });
}

function idsIn(path: string, segments: readonly string[]): Record<string, string> | undefined {
    const wanted = path.slice(1).split('/');
    if (wanted.length !== segments.length) return undefined;
    const ids: Record<string, string> = {};
    for (const [at, one] of wanted.entries()) {
        const given = segments[at] ?? '';
        const name = /^\{(\w+)\}$/.exec(one)?.[1];
        if (name === undefined) {
            if (one !== given) return undefined;
        } else {
            const id = decoded(given);
            if (id === undefined || id === '') return undefined;
            ids[name] = id;
        }
    }
    return ids;
}

function decoded(segment: string): string | undefined {
    try {
        return decodeURIComponent(segment);
    } catch {
        return undefined;
    }
}

import { createHash, randomBytes } from 'node:crypto';
import { VendorError } from './vendorError.ts';

/** An OAuth client, as an administrator has set it up. */
export interface OAuthClient {
    readonly id: string;
    readonly secret: string;
    readonly grant: 'client_credentials' | 'refresh_token';
    readonly permissions: readonly string[];
    readonly scopes: readonly string[];
    /** Of the one for whom it acts. */
    readonly userId?: string;
    /** The first one; each use gives another. */
    readonly refreshToken?: string;
    readonly tokenSeconds: number;
}

export interface Caller {
    readonly clientId: string;
    readonly userId?: string;
    readonly permissions: readonly string[];
    readonly scopes: readonly string[];
}

export interface OAuth {
    /** `POST /oauth/token` */
    token(request: Request): Promise<Response>;
    /** Throws VendorError: 401. */
    caller(request: Request): Caller;
    /** What has been given out counts no more, as after an administrator's click. */
    endTokens(): void;
}

export function createOAuth(clients: readonly OAuthClient[], now: () => number): OAuth {
    const tokens = new Map<string, { readonly client: OAuthClient; readonly until: number }>();
    const refreshTokens = new Map(clients.flatMap((one) => (one.refreshToken ? [[one.refreshToken, one]] : [])));

    function grant(client: OAuthClient): Response {
        const token = randomBytes(32).toString('base64url');
        tokens.set(token, { client, until: now() + client.tokenSeconds * 1_000 });
        const answer = { access_token: token, token_type: 'bearer', expires_in: client.tokenSeconds };
        if (client.grant === 'client_credentials') return Response.json(answer);
        const next = randomBytes(32).toString('base64url');
        refreshTokens.set(next, client);
        return Response.json({ ...answer, refresh_token: next });
    }

    return {
        async token(request) {
            const type = request.headers.get('content-type') ?? '';
            if (!type.startsWith('application/x-www-form-urlencoded'))
                return refused(400, 'invalid_request', 'The body must be a form.');
            const form = new URLSearchParams(await request.text());
            const client = clientOf(request, form, clients);
            if (client === undefined) return refused(401, 'invalid_client', 'The client and its secret do not fit.');
            switch (form.get('grant_type')) {
                case 'client_credentials':
                    return client.grant === 'client_credentials'
                        ? grant(client)
                        : refused(400, 'unauthorized_client', 'This client has another grant.');
                case 'refresh_token': {
                    const given = form.get('refresh_token') ?? '';
                    if (refreshTokens.get(given) !== client)
                        return refused(400, 'invalid_grant', 'The refresh token is unknown or used up.');
                    refreshTokens.delete(given);
                    return grant(client);
                }
                case null:
                    return refused(400, 'invalid_request', 'grant_type is missing.');
                default:
                    return refused(400, 'unsupported_grant_type', 'This grant is not known here.');
            }
        },
        caller(request) {
            const [, given] = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
            if (given === undefined) {
                const message = 'The header Authorization has no bearer token.';
                throw new VendorError({ status: 401, code: 'authentication.required', message });
            }
            const held = tokens.get(given);
            if (held === undefined || held.until <= now()) {
                const message = 'The bearer token is unknown or has expired.';
                throw new VendorError({ status: 401, code: 'bad.credentials', message });
            }
            const { id, userId, permissions, scopes } = held.client;
            return { clientId: id, permissions, scopes, ...(userId === undefined ? {} : { userId }) };
        },
        endTokens: () => tokens.clear()
    };
}

/** By Basic, or by the two fields of the form. */
function clientOf(request: Request, form: URLSearchParams, clients: readonly OAuthClient[]): OAuthClient | undefined {
    const [, encoded] = /^basic +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    const [id, ...secret] = encoded
        ? Buffer.from(encoded, 'base64').toString('utf8').split(':')
        : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
    return clients.find((one) => one.id === id && digest(one.secret) === digest(secret.join(':')));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function refused(status: number, error: string, description: string): Response {
    return Response.json({ error, description, error_description: description }, { status });
}

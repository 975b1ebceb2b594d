import { createPublicKey, createVerify, randomBytes } from 'node:crypto';

/** A connected app. */
export interface App {
    readonly consumerKey: string;
    /** The certificate that was uploaded, or its public key; in PEM. */
    readonly certificate: string;
    /** User names that an admin has approved. */
    readonly users: readonly string[];
    /** `interaction_api` where it is absent. */
    readonly scopes?: readonly string[];
}

export interface Tokens {
    /** Answers POST /services/oauth2/token. */
    exchange(form: URLSearchParams): { readonly status: number; readonly body: object };
    /** Its scopes, while it is taken. */
    scopesOf(accessToken: string): readonly string[] | undefined;
    /** Takes none of the tokens of before any more. */
    revokeAll(): void;
}

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LONGEST_MS = 180_000;

class OAuthError extends Error {
    readonly error: string;

    constructor(error: string, description: string) {
        super(description);
        this.error = error;
    }
}

export interface TokensOptions {
    readonly organizationId: string;
    readonly apps: readonly App[];
    /** What an assertion may be meant for. */
    readonly audiences: readonly string[];
    readonly instanceUrl: () => string;
    readonly tokenMs: number;
    readonly now: () => number;
}

export function createTokens({ apps, audiences, instanceUrl, now, organizationId, tokenMs }: TokensOptions): Tokens {
    const given = new Map<string, { readonly scopes: readonly string[]; readonly until: number }>();

    function grant(form: URLSearchParams): object {
        if (form.get('grant_type') !== GRANT)
            throw new OAuthError('unsupported_grant_type', 'grant type not supported');
        const { claims, signed, signature } = read(form.get('assertion') ?? '');
        const app = apps.find(({ consumerKey }) => consumerKey === claims['iss']);
        if (app === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
        const verifier = createVerify('RSA-SHA256').update(signed);
        if (!verifier.verify(createPublicKey(app.certificate), signature, 'base64url'))
            throw new OAuthError('invalid_client', 'invalid client credentials');
        const { aud, exp, sub } = claims;
        if (typeof aud !== 'string' || !audiences.includes(aud))
            throw new OAuthError('invalid_grant', 'audience is invalid');
        if (typeof exp !== 'number' || exp * 1_000 <= now())
            throw new OAuthError('invalid_grant', 'expired authorization code');
        if (exp * 1_000 > now() + LONGEST_MS) throw new OAuthError('invalid_grant', 'invalid assertion');
        if (typeof sub !== 'string' || !app.users.includes(sub))
            throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
        const accessToken = `${organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
        const scopes = app.scopes ?? ['interaction_api'];
        given.set(accessToken, { scopes, until: now() + tokenMs });
        return {
            access_token: accessToken,
            scope: scopes.join(' '),
            instance_url: instanceUrl(),
            id: `https://login.salesforce.com/id/${organizationId}/005000000000001AAA`,
            token_type: 'Bearer'
        };
    }

    return {
        exchange(form) {
            try {
                return { status: 200, body: grant(form) };
            } catch (error) {
                if (!(error instanceof OAuthError)) throw error;
                return { status: 400, body: { error: error.error, error_description: error.message } };
            }
        },
        scopesOf(accessToken) {
            const token = given.get(accessToken);
            return token !== undefined && token.until > now() ? token.scopes : undefined;
        },
        revokeAll: () => given.clear()
    };
}

/** A JWT in three parts, signed by RS256. */
function read(assertion: string) {
    const [header, claims, signature, ...more] = assertion.split('.');
    if (header === undefined || claims === undefined || !signature || more.length > 0) throw invalid();
    if (part(header)['alg'] !== 'RS256') throw invalid();
    return { claims: part(claims), signed: `${header}.${claims}`, signature };
}

const invalid = (): OAuthError => new OAuthError('invalid_grant', 'invalid assertion');

function part(encoded: string): Readonly<Record<string, unknown>> {
    try {
        const read = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as unknown;
        if (typeof read === 'object' && read !== null) return read as Readonly<Record<string, unknown>>;
    } catch {
        // No JSON.
    }
    throw invalid();
}

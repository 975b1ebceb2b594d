import { exchange, Lost, SecretMissing } from '@switchboard/genesys-api';
import { importPKCS8, SignJWT } from 'jose';

export interface JwtBearerOptions {
    /** `https://acme.my.salesforce.com`: gives the token. */
    readonly loginUrl: string;
    /** Who the token is meant for: `https://login.salesforce.com`, or `https://test.salesforce.com` for a sandbox. */
    readonly audience: string;
    /** Consumer key of the connected app. */
    readonly clientId: string;
    /** User name of the integration user. */
    readonly user: string;
    /** The private key, PKCS #8 in PEM; read when it is needed. */
    readonly privateKey: () => string;
    readonly timeoutMs?: number;
    readonly fetch?: typeof fetch;
}

export interface SalesforceToken {
    readonly accessToken: string;
    /** `https://acme.my.salesforce.com` */
    readonly instanceUrl: string;
}

/** Salesforce gave no token. The message has its error's name, never the key or the assertion. */
export class NoToken extends Error {
    override readonly name = 'NoToken';

    constructor(why: string) {
        super(`Salesforce gives no access token: ${why}`);
    }
}

/** Salesforce takes three minutes at most, by its own clock: this leaves a minute for a clock of ours that is fast. */
const VALID_MS = 120_000;

/** What to look at, by Salesforce's name of the error. */
const HINTS: Readonly<Record<string, string>> = {
    invalid_grant: 'look at the audience, the user and its approval for the app, the clock and the private key',
    invalid_client: 'the private key does not belong to the certificate of the app',
    invalid_client_id: 'the app has another consumer key',
    invalid_app_access: 'the user is not approved for the app',
    inactive_user: 'the user is not active',
    inactive_org: 'the org is locked or closed'
};

/**
 * A token for the integration user, kept until it is told that it was refused; Salesforce does not say how long it is
 * good for. However many ask at once, one request is made. Throws NoToken.
 */
export function createJwtBearer(options: JwtBearerOptions): (refused?: string) => Promise<SalesforceToken> {
    let kept: SalesforceToken | undefined;
    let asking: Promise<SalesforceToken> | undefined;

    return async (refused) => {
        if (kept !== undefined && kept.accessToken !== refused) return kept;
        asking ??= ask(options)
            .then((token) => (kept = token))
            .finally(() => (asking = undefined));
        return asking;
    };
}

async function ask(options: JwtBearerOptions): Promise<SalesforceToken> {
    const { audience, clientId, fetch: send = fetch, loginUrl, timeoutMs = 15_000, user } = options;
    const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await assertion(options, { audience, clientId, user })
    });
    try {
        const answer = await exchange({
            url: `${loginUrl}/services/oauth2/token`,
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
            body: body.toString(),
            timeoutMs,
            mostBytes: 65_536,
            fetch: send
        });
        return readToken(answer.status, answer.text, loginUrl);
    } catch (error) {
        if (error instanceof Lost) throw new NoToken(`${new URL(loginUrl).host} cannot be reached (${error.stage})`);
        throw error;
    }
}

async function assertion(
    { privateKey }: Pick<JwtBearerOptions, 'privateKey'>,
    { audience, clientId, user }: Pick<JwtBearerOptions, 'audience' | 'clientId' | 'user'>
): Promise<string> {
    try {
        const key = await importPKCS8(privateKey(), 'RS256');
        return await new SignJWT()
            .setProtectedHeader({ alg: 'RS256' })
            .setIssuer(clientId)
            .setSubject(user)
            .setAudience(audience)
            .setExpirationTime(new Date(Date.now() + VALID_MS))
            .sign(key);
    } catch (error) {
        // It says where the key was looked for.
        if (error instanceof SecretMissing) throw new NoToken(error.message.replace(/\.$/, ''));
        throw new NoToken('the private key cannot be read: give a PKCS #8 key in PEM (BEGIN PRIVATE KEY)');
    }
}

function readToken(status: number, text: string, loginUrl: string): SalesforceToken {
    let body: Readonly<Record<string, unknown>> = {};
    try {
        const read = JSON.parse(text) as unknown;
        if (typeof read === 'object' && read !== null) body = read as Readonly<Record<string, unknown>>;
    } catch {
        // A gateway answered.
    }
    const { access_token: accessToken, error, instance_url: instanceUrl } = body;
    if (status === 200 && typeof accessToken === 'string' && /^[\x21-\x7e]{1,8192}$/.test(accessToken))
        return { accessToken, instanceUrl: typeof instanceUrl === 'string' ? instanceUrl : loginUrl };
    if (typeof error !== 'string' || !/^\w{1,60}$/.test(error))
        throw new NoToken(`${new URL(loginUrl).host} answers ${status}, without a token`);
    throw new NoToken(`${error}${Object.hasOwn(HINTS, error) ? ` (${HINTS[error]})` : ''}`);
}

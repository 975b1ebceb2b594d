import { orAborted } from './aborted.ts';
import type { Clock } from './clock.ts';
import { readErrorBody } from './errorBody.ts';
import { exchange, Lost } from './exchange.ts';
import type { Exchanged } from './exchange.ts';
import { GenesysError } from './genesysError.ts';
import type { Endpoints } from './regions.ts';
import { refreshGrant } from './refreshGrant.ts';
import type { Grant, RefreshTokenKeeper } from './refreshGrant.ts';
import { retryAfterSeconds } from './retryAfter.ts';

/** Gives the token of one connection. Shared by all calls of the connection. */
export interface TokenSource {
    /** Throws GenesysError. */
    token(signal?: AbortSignal): Promise<string>;
    /** Genesys Cloud did not take this one. False where no other can be had. */
    refused(token: string): boolean;
}

interface Granting {
    readonly endpoints: Endpoints;
    readonly clientId: string;
    /** Read for each request: a secret may be exchanged while the service runs. */
    readonly clientSecret: () => string;
    readonly clock: Clock;
    readonly fetch?: typeof fetch;
    readonly timeoutMs?: number;
}

interface Held {
    readonly token: string;
    /** In milliseconds since 1970. */
    readonly until: number;
    readonly lifetimeMs: number;
}

/** A token that somebody gave: of a logged-in user, say. It cannot be renewed. */
export function givenToken(read: () => string): TokenSource {
    return {
        token(): Promise<string> {
            const given = read();
            return TOKEN.test(given) ? Promise.resolve(given) : Promise.reject(failed('signInFailed'));
        },
        refused: () => false
    };
}

/** Anything else would break out of its header. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Grant client credentials: a service without a user. */
export function clientCredentials(granting: Granting): TokenSource {
    return renewed(granting, { form: () => ({ grant_type: 'client_credentials' }) });
}

/**
 * Grant authorization code, after somebody has logged in once: acts as that user. A new refresh token that comes along is
 * handed to `onNext` to be kept, because the one before is used up. `refreshToken` is read before each sign-in, and again
 * after one that was refused: where another process has used the token and left the next one, that is used, and
 * `onUsedByAnother` is told.
 */
export function refreshedToken(granting: Granting & RefreshTokenKeeper): TokenSource {
    return renewed(granting, refreshGrant(granting));
}

const LONGEST_ANSWER = 64 * 1024;

/** Each after another process had used the refresh token. */
const MOST_SIGN_INS = 3;

function renewed(granting: Granting, grant: Grant): TokenSource {
    const { clock } = granting;
    let held: Held | undefined;
    let underWay: Promise<Held> | undefined;
    let notBefore = 0;

    function renew(): Promise<Held> {
        underWay ??= ask()
            .then((answer) => (held = answer))
            .finally(() => (underWay = undefined));
        return underWay;
    }

    /** While the old one still serves those who ask meanwhile. Should it fail, they go on, and it rests. */
    function renewEarly(now: number): void {
        if (underWay !== undefined || now < notBefore) return;
        renew().catch((error: unknown) => {
            const asked = error instanceof GenesysError ? error.facts.retryAfterSeconds : undefined;
            notBefore = clock.now() + Math.max(REST_MS, (asked ?? 0) * 1_000);
        });
    }

    async function ask(): Promise<Held> {
        for (let tries = 1; ; tries += 1) {
            try {
                return await signIn();
            } catch (error) {
                const isRefused = error instanceof GenesysError && error.facts.failure === 'signInFailed';
                if (!isRefused || tries === MOST_SIGN_INS || !(await grant.hasChanged?.())) throw error;
            }
        }
    }

    async function signIn(): Promise<Held> {
        const answer = await send();
        const now = clock.now();
        if (answer.status === 429) {
            const seconds = retryAfterSeconds(answer.headers.get('retry-after'), now);
            throw failed('tooManyRequests', answer, seconds === undefined ? {} : { retryAfterSeconds: seconds });
        }
        if (answer.status >= 500) throw failed('notSent', answer);
        const body = grantOf(answer);
        if (body === undefined) throw failed('signInFailed', answer);
        if (body.refreshToken !== undefined) grant.onRefreshToken?.(body.refreshToken);
        return { token: body.token, until: now + body.lifetimeMs, lifetimeMs: body.lifetimeMs };
    }

    async function send(): Promise<Exchanged> {
        const { endpoints, clientId, clientSecret, fetch: send = fetch, timeoutMs = 16_000 } = granting;
        const basic = Buffer.from(`${clientId}:${clientSecret()}`, 'utf8').toString('base64');
        try {
            return await exchange({
                url: `${endpoints.login}/oauth/token`,
                method: 'POST',
                headers: {
                    authorization: `Basic ${basic}`,
                    'content-type': 'application/x-www-form-urlencoded',
                    accept: 'application/json'
                },
                body: new URLSearchParams(grant.form()).toString(),
                timeoutMs,
                mostBytes: LONGEST_ANSWER,
                fetch: send
            });
        } catch (error) {
            // The call that wanted the token has not been sent, whatever became of this one.
            if (error instanceof Lost) throw failed('notSent');
            throw error;
        }
    }

    return {
        async token(signal): Promise<string> {
            const now = clock.now();
            if (held === undefined || held.until <= now) return (await orAborted(renew(), signal)).token;
            if (held.until - now < Math.min(EARLY_MS, held.lifetimeMs / 4)) renewEarly(now);
            return held.token;
        },
        refused(token): boolean {
            if (held?.token === token) held = undefined;
            return true;
        }
    };
}

const EARLY_MS = 5 * 60_000;

/** After an early renewal that came to nothing, unless the login asks for longer. */
const REST_MS = 30_000;

/** A token that says no lifetime is used for five minutes, the shortest that an OAuth client can have. */
const SHORTEST_MS = 5 * 60_000;

function grantOf({
    status,
    text,
    cut
}: Exchanged): { token: string; lifetimeMs: number; refreshToken?: string } | undefined {
    if (status !== 200 || cut) return undefined;
    let body: unknown;
    try {
        body = JSON.parse(text);
    } catch {
        return undefined;
    }
    if (typeof body !== 'object' || body === null) return undefined;
    const { access_token: token, expires_in: seconds, refresh_token: next } = body as Record<string, unknown>;
    if (typeof token !== 'string' || !TOKEN.test(token)) return undefined;
    const lifetimeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : SHORTEST_MS;
    return { token, lifetimeMs, ...(typeof next === 'string' && next !== '' ? { refreshToken: next } : {}) };
}

function failed(
    failure: 'signInFailed' | 'notSent' | 'tooManyRequests',
    answer?: Exchanged,
    more: { readonly retryAfterSeconds?: number } = {}
): GenesysError {
    const code = answer && readErrorBody(answer.text).code;
    const correlationId = answer?.headers.get('inin-correlation-id') ?? undefined;
    return new GenesysError({
        failure,
        operation: 'sign in',
        ...(answer === undefined ? {} : { status: answer.status }),
        ...(code === undefined ? {} : { code }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...more
    });
}

import { realClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { readErrorBody } from './errorBody.ts';
import { exchange, Lost } from './exchange.ts';
import type { Exchanged } from './exchange.ts';
import { GenesysError } from './genesysError.ts';
import type { Failure } from './genesysError.ts';
import { TooLong } from './limiter.ts';
import type { Limiter } from './limiter.ts';
import { isRead } from './operations.ts';
import type { Operation } from './operations.ts';
import { quotaOf } from './quota.ts';
import type { Endpoints } from './regions.ts';
import { requestOf } from './request.ts';
import type { Arguments, OperationRequest } from './request.ts';
import { retryAfterSeconds } from './retryAfter.ts';
import type { TokenSource } from './tokens.ts';

export interface ClientOptions {
    readonly endpoints: Endpoints;
    readonly tokens: TokenSource;
    readonly limiter: Limiter;
    readonly clock?: Clock;
    readonly fetch?: typeof fetch;
    /** Of one attempt, in milliseconds. */
    readonly timeoutMs?: number;
    /** Of a call with all its attempts and waits, in milliseconds. */
    readonly budgetMs?: number;
    /** Of an answer. */
    readonly mostBytes?: number;
    /** Parameters that the API no longer has are not sent. */
    readonly dropRemoved?: boolean;
}

export interface CallOptions {
    readonly signal?: AbortSignal;
    /** Right before each attempt of a change leaves. What it throws stops the call before anything is sent. */
    readonly onSend?: () => Promise<void> | void;
}

export interface Answer {
    readonly status: number;
    /** Undefined where nothing came back, or nothing that could be read. */
    readonly data: unknown;
    readonly correlationId?: string;
    /** A change that was done, whose answer could not be read: it is no reason to do it again. */
    readonly unreadable?: true;
    readonly attempts: number;
}

export interface GenesysClient {
    /** Throws ArgumentError before anything is sent, else GenesysError. */
    call(operation: Operation, given: Arguments, options?: CallOptions): Promise<Answer>;
    /** What `call` would send. */
    preview(operation: Operation, given: Arguments): OperationRequest;
}

/** A `Retry-After` beyond a day is a mistake: nobody would notice for how long nothing is sent. */
const LONGEST_PAUSE_S = 86_400;
const TRIES = 3;

type Next = { readonly again: number } | GenesysError;

/** The one client: each retry here is one that cannot do a thing twice. */
export function createGenesysClient(options: ClientOptions): GenesysClient {
    const { endpoints, tokens, limiter, clock = realClock, timeoutMs = 16_000, budgetMs = 60_000 } = options;
    const { mostBytes = 8 * 1024 * 1024, dropRemoved = false, fetch: send = fetch } = options;

    const preview = (operation: Operation, given: Arguments): OperationRequest =>
        requestOf(operation, given, dropRemoved ? (operation.removedUpstream ?? []) : []);

    async function call(operation: Operation, given: Arguments, { signal, onSend }: CallOptions = {}): Promise<Answer> {
        const request = preview(operation, given);
        const until = clock.now() + budgetMs;
        const counted = { attempts: 0, tries: 0, newTokens: 0, unsent: 0 };
        for (;;) {
            const token = await ready(operation, until, counted.attempts, signal);
            if (!isRead(operation)) await onSend?.();
            counted.attempts += 1;
            const outcome = await attempt(request, token, signal);
            if (!(outcome instanceof Lost)) {
                learn(outcome);
                if (outcome.status >= 200 && outcome.status < 300) {
                    const answer = answerOf(operation, outcome, counted.attempts);
                    if (!(answer instanceof GenesysError)) return answer;
                }
            }
            const next = nextStep(operation, outcome, token, counted);
            if (next instanceof GenesysError) throw next;
            if (clock.now() + next.again > until) {
                throw failureOf(operation, outcome, counted.attempts, next.again);
            }
            await pause(operation, next.again, signal, outcome);
        }
    }

    /** A token, and the turn to send. Whoever goes meanwhile has sent nothing. */
    async function ready(operation: Operation, until: number, attempts: number, signal?: AbortSignal): Promise<string> {
        try {
            await limiter.take(signal, until);
            return await signedIn(until, signal);
        } catch (error) {
            if (signal?.aborted) throw new GenesysError({ failure: 'cancelled', operation: operation.name });
            if (error instanceof GenesysError) throw new GenesysError({ ...error.facts, operation: operation.name });
            if (error instanceof TooLong) {
                const retryAfterSeconds = Math.ceil(error.waitMs / 1_000);
                const facts = { operation: operation.name, attempts, retryAfterSeconds };
                throw new GenesysError({ ...facts, failure: 'tooManyRequests' });
            }
            throw error;
        }
    }

    /** Of the call itself nothing has been sent: it may be tried again, whatever the call is. */
    async function signedIn(until: number, signal?: AbortSignal): Promise<string> {
        for (let tries = 1; ; tries += 1) {
            try {
                return await tokens.token(signal);
            } catch (error) {
                const { failure, retryAfterSeconds } = error instanceof GenesysError ? error.facts : {};
                if ((failure !== 'notSent' && failure !== 'tooManyRequests') || tries >= TRIES) throw error;
                const ms = retryAfterSeconds === undefined ? spread(500 * 2 ** tries) : retryAfterSeconds * 1_000;
                if (clock.now() + ms > until) throw error;
                await clock.wait(ms, signal);
            }
        }
    }

    async function attempt(request: OperationRequest, token: string, signal?: AbortSignal): Promise<Exchanged | Lost> {
        const { method, path, body } = request;
        const headers = {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' })
        };
        const rest = body === undefined ? {} : { body };
        const url = `${endpoints.api}${path}`;
        try {
            return await exchange({ url, method, headers, ...rest, timeoutMs, mostBytes, signal, fetch: send });
        } catch (error) {
            if (error instanceof Lost) return error;
            throw error;
        }
    }

    function learn({ status, headers }: Exchanged): void {
        const quota = quotaOf(headers);
        if (quota !== undefined) limiter.learn(quota);
        // Everybody who shares the quota waits, not only this call.
        if (status === 429) limiter.pause(Math.min(askedPause(headers) ?? 1, LONGEST_PAUSE_S) * 1_000);
    }

    const askedPause = (headers: Headers): number | undefined =>
        retryAfterSeconds(headers.get('retry-after'), clock.now());

    /** How many milliseconds until it may be sent again without being done twice; else what has become of it. */
    function nextStep(
        operation: Operation,
        outcome: Exchanged | Lost,
        token: string,
        counted: { attempts: number; tries: number; newTokens: number; unsent: number }
    ): Next {
        const ends = (): GenesysError => failureOf(operation, outcome, counted.attempts);
        if (outcome instanceof Lost) {
            if (outcome.stage === 'notSent') {
                if (counted.unsent >= (isRead(operation) ? TRIES - 1 : 1)) return ends();
                counted.unsent += 1;
                return { again: spread(500 * 2 ** counted.unsent) };
            }
            if (!isRead(operation) || outcome.stage === 'cancelled' || outcome.stage === 'redirected') return ends();
        } else {
            const { status, headers } = outcome;
            if (status === 401) {
                if (counted.newTokens > 0 || !tokens.refused(token)) return ends();
                counted.newTokens += 1;
                return { again: 0 };
            }
            if (status === 429) {
                counted.tries += 1;
                const seconds = askedPause(headers);
                const ms = seconds === undefined ? 1_000 * 2 ** counted.tries : seconds * 1_000;
                return counted.tries < TRIES ? { again: ms + spread(250) } : ends();
            }
            if (!isRead(operation) || (status >= 400 && status < 500)) return ends();
        }
        counted.tries += 1;
        return counted.tries < TRIES ? { again: spread(500 * 2 ** counted.tries) } : ends();
    }

    const spread = (ms: number): number => Math.round(ms * (0.5 + clock.random() / 2));

    async function pause(
        operation: Operation,
        ms: number,
        signal: AbortSignal | undefined,
        outcome: Exchanged | Lost
    ): Promise<void> {
        try {
            await clock.wait(ms, signal);
        } catch {
            // Only what was certainly not done gets here, or a question.
            const status = outcome instanceof Lost ? {} : { status: outcome.status };
            throw new GenesysError({ failure: 'cancelled', operation: operation.name, ...status });
        }
    }

    function failureOf(
        operation: Operation,
        outcome: Exchanged | Lost,
        attempts: number,
        waitMs?: number
    ): GenesysError {
        const facts = { operation: operation.name, attempts };
        if (outcome instanceof Lost) return new GenesysError({ ...facts, failure: lostAs(operation, outcome) });
        const { status, headers } = outcome;
        const { contextId, ...said } = readErrorBody(outcome.text);
        const correlationId = headers.get('inin-correlation-id') ?? contextId;
        const failure = failedAs(operation, status);
        const seconds = askedPause(headers) ?? (waitMs === undefined ? undefined : Math.ceil(waitMs / 1_000));
        return new GenesysError({
            ...facts,
            failure,
            status,
            ...(failure === 'signInFailed' ? said.code && { code: said.code } : said),
            ...(failure === 'notAllowed' ? { permissions: operation.permissions } : {}),
            ...(failure === 'tooManyRequests' && seconds !== undefined ? { retryAfterSeconds: seconds } : {}),
            ...(correlationId === undefined ? {} : { correlationId })
        });
    }

    return { call, preview };
}

function answerOf(
    operation: Operation,
    { status, headers, text, cut }: Exchanged,
    attempts: number
): Answer | GenesysError {
    const id = headers.get('inin-correlation-id');
    const common = { status, attempts, ...(id === null ? {} : { correlationId: id }) };
    if (!cut && text.trim() === '') return { ...common, data: undefined };
    try {
        if (!cut) return { ...common, data: JSON.parse(text) as unknown };
    } catch {
        // Told below.
    }
    if (!isRead(operation)) return { ...common, data: undefined, unreadable: true };
    const { correlationId } = common;
    return new GenesysError({
        failure: 'unreadable',
        operation: operation.name,
        status,
        attempts,
        ...(correlationId === undefined ? {} : { correlationId })
    });
}

function lostAs(operation: Operation, { stage }: Lost): Failure {
    if (stage === 'notSent') return 'notSent';
    if (!isRead(operation)) return 'outcomeUnknown';
    return stage === 'cancelled' ? 'cancelled' : 'unavailable';
}

function failedAs(operation: Operation, status: number): Failure {
    if (status === 401) return 'signInFailed';
    if (status === 403) return 'notAllowed';
    if (status === 429) return 'tooManyRequests';
    if (status >= 400 && status < 500) return 'refused';
    if (status >= 500) return isRead(operation) ? 'unavailable' : 'outcomeUnknown';
    return 'unreadable';
}

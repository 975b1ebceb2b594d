import { retryAfterMs } from '@switchboard/genesys-api';
import type { Exchanged, LostStage } from '@switchboard/genesys-api';
import { skewOf } from './clockSkew.ts';
import type { InteractionCallName } from './interactionCalls.ts';
import { errorInAnswer, kindOf, readInteractionError } from './interactionErrors.ts';
import type { InteractionError } from './interactionErrors.ts';

/** How a call ended. `reason` is for a log: it holds nothing that was sent, and no words of Salesforce. */
export type InteractionOutcome =
    /** `body` is undefined where the answer was cut off: it was done all the same. */
    | { readonly kind: 'done'; readonly body: unknown; readonly clockSkewMs?: number }
    /**
     * It was certainly not done, and may be made again; after `waitMs` where the service said so. With `needsSetup` it
     * will be refused until somebody mends the app, the channel or the configuration.
     */
    | { readonly kind: 'later'; readonly reason: string; readonly waitMs?: number; readonly needsSetup?: true }
    /** It was not done, and never will be. `said` may repeat what was sent: not for a log. */
    | { readonly kind: 'refused'; readonly reason: string; readonly code?: number; readonly said?: string }
    /** It left, and nobody knows. Whether Salesforce takes a second one with the same ids for the first is not said. */
    | { readonly kind: 'unknown'; readonly reason: string; readonly waitMs?: number };

/** `requestId` is that of the last request: Salesforce's support asks for it. */
export type InteractionAnswer = InteractionOutcome & { readonly requestId: string };

const SETUP_WAIT_MS = 60_000;

export function outcomeOf(name: InteractionCallName, answer: Exchanged): InteractionOutcome {
    const { headers, status, text } = answer;
    if (status >= 300) return outcomeOfError(name, status, headers, readInteractionError(text));
    const body = parsed(text);
    if (body === undefined && !answerWasCut(answer))
        return { kind: 'unknown', reason: `${name}: ${status}, but what answered is not the Interaction Service` };
    const error = errorInAnswer(body);
    if (error !== undefined) return outcomeOfError(`${name}: success is false`, status, headers, error);
    const skew = skewOf(headers, Date.now());
    return { kind: 'done', body, ...(skew === undefined ? {} : { clockSkewMs: skew }) };
}

/** JSON that ends too early, or nothing at all. */
function answerWasCut({ cut, headers, text }: Exchanged): boolean {
    return (cut && /\bjson\b/.test(headers.get('content-type') ?? '')) || (!cut && text.trim() === '');
}

function outcomeOfError(what: string, status: number, headers: Headers, error: InteractionError): InteractionOutcome {
    const reason = `${what}, ${error.code ?? `HTTP ${status}`}`;
    const now = Date.now();
    const waitMs = retryAfterMs(headers.get('retry-after'), now + (skewOf(headers, now) ?? 0));
    const wait = waitMs === undefined ? {} : { waitMs };
    switch (kindOf(status, error)) {
        case 'later':
            return { kind: 'later', reason, ...wait };
        case 'setup':
            return { kind: 'later', reason, waitMs: SETUP_WAIT_MS, needsSetup: true };
        case 'unknown':
            return { kind: 'unknown', reason, ...wait };
        case 'refused':
            return { kind: 'refused', reason, ...error };
    }
}

export function outcomeOfLost(stage: LostStage): InteractionOutcome {
    switch (stage) {
        case 'notSent':
            return { kind: 'later', reason: 'Salesforce cannot be reached' };
        case 'redirected':
            return {
                kind: 'later',
                reason: 'the address of the Interaction Service sends elsewhere',
                waitMs: SETUP_WAIT_MS,
                needsSetup: true
            };
        case 'broken':
        case 'timeout':
        case 'cancelled':
            return { kind: 'unknown', reason: `the request left, and its answer did not come (${stage})` };
    }
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

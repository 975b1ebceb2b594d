import type { Operation } from './operations.ts';

/**
 * - `refused`: Genesys Cloud said no, nothing was done
 * - `notAllowed`: the same for want of a permission, or because nobody of this connection takes part
 * - `signInFailed`: the connection's own id, secret or token is not taken
 * - `tooManyRequests`: nothing was done; it may be tried after `retryAfterSeconds`
 * - `notSent`: Genesys Cloud could not be reached, nothing was done
 * - `unavailable`: a question had no answer
 * - `outcomeUnknown`: a change was sent and nobody knows whether it was done. Never send it again by yourself
 * - `unreadable`: a question's answer could not be read
 * - `cancelled`: the caller went before anything was sent
 */
export type Failure =
    | 'refused'
    | 'notAllowed'
    | 'signInFailed'
    | 'tooManyRequests'
    | 'notSent'
    | 'unavailable'
    | 'outcomeUnknown'
    | 'unreadable'
    | 'cancelled';

export interface ErrorDetail {
    readonly errorCode?: string;
    readonly fieldName?: string;
    readonly entityId?: string;
    readonly entityName?: string;
}

export interface GenesysErrorFacts {
    readonly failure: Failure;
    readonly operation: string;
    /** HTTP status, where there was an answer. */
    readonly status?: number;
    /** Genesys Cloud's own word: `missing.permissions`. */
    readonly code?: string;
    /** What Genesys Cloud says. It may quote what was sent: never for a log. */
    readonly said?: string;
    readonly entityId?: string;
    readonly entityName?: string;
    readonly details?: readonly ErrorDetail[];
    /** Of the operation, where one of them may be missing. */
    readonly permissions?: Operation['permissions'];
    /** For Genesys's support. */
    readonly correlationId?: string;
    readonly retryAfterSeconds?: number;
    /** How often it was sent. */
    readonly attempts?: number;
}

/** What happened instead of an answer. Holds no address, header, token or argument. */
export class GenesysError extends Error {
    override readonly name = 'GenesysError';
    readonly facts: GenesysErrorFacts;

    constructor(facts: GenesysErrorFacts) {
        super(`${facts.operation}: ${sentenceFor(facts)}`);
        this.facts = facts;
    }
}

function sentenceFor({ failure, status, code, said }: GenesysErrorFacts): string {
    const answer = [status, code].filter((part) => part !== undefined).join(' ');
    const words = said === undefined ? '' : `: ${said}`;
    switch (failure) {
        case 'refused':
        case 'notAllowed':
            return `Genesys Cloud refused it (${answer})${words}`;
        case 'signInFailed':
            return `Genesys Cloud does not take the sign-in of this connection${answer && ` (${answer})`}`;
        case 'tooManyRequests':
            return 'Genesys Cloud takes no more requests for now; nothing was done';
        case 'notSent':
            return 'Genesys Cloud could not be reached; nothing was done';
        case 'unavailable':
            return `Genesys Cloud did not answer${answer && ` (${answer})`}`;
        case 'outcomeUnknown':
            return `it was sent, and nobody knows whether it was done${answer && ` (${answer})`}`;
        case 'unreadable':
            return `the answer could not be read${answer && ` (${answer})`}`;
        case 'cancelled':
            return 'it was cancelled before anything was sent';
    }
}

const USED_UP =
    "The refresh token is used up, has ended or is of another OAuth client. It is good once: perhaps another process uses the same one. Ask whoever keeps this connection to log in anew, put the new token into the connection's file, and let one process alone use it.";

/** What somebody can do about it, in a sentence. */
export function hintFor({ failure, permissions, retryAfterSeconds, code, said }: GenesysErrorFacts): string {
    switch (failure) {
        case 'notAllowed':
            return permissionHint(permissions);
        case 'refused':
            return /user.?context/i.test(`${code} ${said}`)
                ? 'This connection has no user. Use one whose grant is a logged-in user.'
                : 'Change what the message names, then call it again.';
        case 'signInFailed':
            if (code === 'invalid_grant') return USED_UP;
            return 'Ask whoever keeps this connection to check its OAuth client id, its secret and its region.';
        case 'tooManyRequests':
            return retryAfterSeconds === undefined ? 'Try it later.' : `Try it after ${retryAfterSeconds} seconds.`;
        case 'notSent':
            return 'It can be called again.';
        case 'unavailable':
        case 'unreadable':
            return 'It changes nothing, so it can be asked again.';
        case 'outcomeUnknown':
            return 'Do not send it again before you have read the conversation and seen that it is not there.';
        case 'cancelled':
            return 'Nothing was done.';
    }
}

function permissionHint(permissions: Operation['permissions'] | undefined): string {
    if (permissions === undefined || permissions.mode === 'none') {
        return 'It names no permission: whoever calls must take part in this conversation.';
    }
    const which = permissions.mode === 'all' && permissions.names.length > 1 ? 'all of' : 'one of';
    const names = permissions.names.join(', ');
    return permissions.names.length === 1
        ? `It needs the permission ${names}, in the division of the conversation.`
        : `It needs ${which} the permissions ${names}, in the division of the conversation.`;
}

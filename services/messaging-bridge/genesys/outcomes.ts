import { ArgumentError, GenesysError } from '@switchboard/genesys-api';
import type { GenesysErrorFacts } from '@switchboard/genesys-api';
import type { Sent } from '../delivery/sender.ts';

/** A gateway that waited in vain for the rest of a request, or for its answer: perhaps it went on. */
const NOBODY_KNOWS = 408;

/** What became of a send that failed. What is no failure of Genesys Cloud is thrown again. No reason quotes what was sent. */
export function sentOf(error: unknown): Sent {
    if (error instanceof ArgumentError) {
        return { kind: 'refused', reason: `${error.field} is ${error.given}: Genesys Cloud would not take it` };
    }
    if (!(error instanceof GenesysError)) throw error;
    const { failure, status, retryAfterSeconds } = error.facts;
    switch (failure) {
        case 'refused':
            return status === NOBODY_KNOWS ? unknown(error.facts) : refused(error.facts);
        case 'notAllowed':
            return refused(error.facts);
        case 'tooManyRequests': {
            const waitMs = retryAfterSeconds === undefined ? {} : { waitMs: retryAfterSeconds * 1_000 };
            return { kind: 'notNow', reason: 'Genesys Cloud takes no more requests for now', ...waitMs };
        }
        case 'notSent':
            return { kind: 'notNow', reason: 'Genesys Cloud cannot be reached' };
        case 'signInFailed':
            return { kind: 'notNow', reason: 'Genesys Cloud does not take the sign-in of the bridge' };
        case 'cancelled':
            return { kind: 'notNow', reason: 'the worker ends', waitMs: 0 };
        case 'outcomeUnknown':
        case 'unavailable':
        case 'unreadable':
            return unknown(error.facts);
    }
}

/** Status and Genesys Cloud's own word for it; what it says may quote the text. */
const answerIn = ({ status, code }: GenesysErrorFacts): string =>
    [status, code].filter((part) => part !== undefined).join(' ');

const refused = (facts: GenesysErrorFacts): Sent => ({
    kind: 'refused',
    reason: `Genesys Cloud refused it (${answerIn(facts)})`
});

function unknown(facts: GenesysErrorFacts): Sent {
    const answer = answerIn(facts);
    return { kind: 'unknown', reason: `it left, and nobody knows what became of it${answer && ` (${answer})`}` };
}

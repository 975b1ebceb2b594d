/**
 * - `badArgument`, `unknownTool`: the call as such
 * - `connection`: no such connection, or not for this caller; which of the two is not told
 * - `notAllowed`: the policy of the connection, or Genesys Cloud for want of a permission
 * - `confirmationNeeded` to `tooManyCalls`: nothing was sent, and why
 * - `refused` to `cancelled`: as Failure of genesys-api
 * - `internal`: a fault of this server
 */
export type Reason =
    | 'badArgument'
    | 'unknownTool'
    | 'connection'
    | 'notAllowed'
    | 'confirmationNeeded'
    | 'notConfirmed'
    | 'repeated'
    | 'notRecorded'
    | 'tooManyCalls'
    | 'refused'
    | 'signInFailed'
    | 'tooManyRequests'
    | 'notSent'
    | 'unavailable'
    | 'outcomeUnknown'
    | 'unreadable'
    | 'cancelled'
    | 'internal';

/** What an AI client reads instead of an answer; as JSON, also in the text. `callId` and `correlationId` are always added. */
export interface ErrorFacts {
    readonly reason: Reason;
    readonly message: string;
    readonly hint?: string;
    /** The argument that is meant. */
    readonly field?: string;
    readonly given?: string;
    readonly allowed?: string;
    readonly [more: string]: unknown;
}

/** A call that has no answer, in a form that goes to the client as it is. */
export class CallError extends Error {
    override readonly name = 'CallError';
    readonly facts: ErrorFacts;

    constructor(facts: ErrorFacts) {
        super(facts.message);
        this.facts = facts;
    }
}

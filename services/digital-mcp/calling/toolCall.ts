import type { GenesysClient } from '@switchboard/genesys-api';
import type { Caller, NamedConnection } from '../callers/access.ts';
import type { ErrorFacts } from './callError.ts';
import type { Given } from '../arguments/checkArguments.ts';
import type { Structured } from '../results/results.ts';
import type { DigitalTool } from '../tools/tools.ts';

export interface ToolCall {
    readonly name: string;
    readonly given: Given;
    /** What came in the place of an object of arguments: `a text`. */
    readonly noObject?: string;
    readonly caller: Caller;
    readonly named: Omit<NamedConnection, 'argument' | 'configured'>;
    /** The client can put a question to its user. */
    readonly canAsk: boolean;
    /** What the user said, and the word under which it was asked. */
    readonly answered?: { readonly word: string; readonly goesAhead: boolean };
    readonly signal?: AbortSignal;
    /** How far it is, where the client asked to be told: the first is 1. */
    readonly onProgress?: (step: number, message: string) => void;
}

export type Outcome =
    | { readonly kind: 'result'; readonly structured: Structured }
    | { readonly kind: 'error'; readonly facts: ErrorFacts }
    /** The user is to be asked; the answer comes with the same call and this word. */
    | { readonly kind: 'ask'; readonly question: string; readonly word: string };

export type CallTool = (call: ToolCall) => Promise<Outcome>;

/** What is known of a call while it runs. */
export interface Sending {
    /** Of this call alone: in its result or error, and in each of its log lines. */
    readonly callId: string;
    /** A request of this call has gone out. */
    hasLeft: boolean;
    /** It has, and how it ended could not be recorded. */
    isUnrecorded?: boolean;
    /** A line tells how it ended. */
    isTold?: boolean;
}

/** A call whose arguments, connection and policies are in order. */
export interface CheckedCall {
    /** `given` has nothing but what was given itself. */
    readonly call: ToolCall;
    readonly tool: DigitalTool;
    readonly pcid: string;
    readonly client: GenesysClient;
    /** The arguments for Genesys Cloud. */
    readonly meant: Given;
    /** What the client should know of its arguments. */
    readonly notes: readonly string[];
    readonly sending: Sending;
}

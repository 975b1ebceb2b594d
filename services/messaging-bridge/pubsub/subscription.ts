import type { Clock } from '@switchboard/genesys-api';
import type { Login } from './connection.ts';
import type { ReceivedEvent } from './decodeEvents.ts';
import type { Failure } from './failures.ts';

/** Where the first stream begins. `LATEST` hears only what is published from now on. */
export type ReplayFrom = 'LATEST' | 'EARLIEST' | { readonly after: Uint8Array };

/**
 * What one response brought. The position to keep is the replay id of the last event, or `latestReplayId` where there is no
 * event: Salesforce has nothing to tell, and its retention moves on.
 */
export interface Batch {
    readonly events: readonly ReceivedEvent[];
    readonly latestReplayId?: Uint8Array;
    /** It came by a stream that was opened at `LATEST`: all of it was published since then. */
    readonly isNew?: true;
}

/** The position to keep once a batch was taken; undefined where it says none. */
export const positionOf = ({ events, latestReplayId }: Batch): Uint8Array | undefined =>
    events.at(-1)?.replayId ?? latestReplayId;

/** Who the bridge is. Kept by somebody else, so that a secret may be exchanged while this runs. */
export interface PubSubCredentials {
    /** Asked before each stream. Rejects with an Error whose message may be shown. */
    login(): Promise<Login>;
    /** Salesforce did not take this one: the next `login` is another one. */
    refused(accessToken: string): void;
}

export type SubscriptionState =
    | { readonly name: 'connecting'; readonly from: 'LATEST' | 'EARLIEST' | 'position' }
    /** Salesforce has answered. */
    | { readonly name: 'streaming' }
    /** No room: the stream is closed, because Salesforce closes one that asks for nothing. */
    | { readonly name: 'paused' }
    | { readonly name: 'waiting'; readonly ms: number; readonly failure: Failure }
    /** The caller could not take a batch. It comes again. */
    | { readonly name: 'notTaken'; readonly ms: number; readonly error: unknown }
    /** Somebody should look, though it goes on. */
    | { readonly name: 'alarm'; readonly failure: Failure }
    /** It does not go on before somebody has changed something. */
    | { readonly name: 'fatal'; readonly failure: Failure }
    | { readonly name: 'closed' };

export interface Timing {
    /** Silence that ends a stream. */
    readonly silenceMs: number;
    readonly pingMs: number;
    readonly pingAnswerMs: number;
    /** The longest that one question (a schema, a topic) may take. */
    readonly callMs: number;
    /** The n-th wait is anything up to `backOffMs` times 2^n, at most `longestBackOffMs`. */
    readonly backOffMs: number;
    readonly longestBackOffMs: number;
    /** Where nothing helps soon. */
    readonly longWaitMs: number;
    /** How often room is looked for while there is none. */
    readonly roomMs: number;
    /** After this long any room is enough. */
    readonly pausedMs: number;
}

/** Not more than two pings between two keepalives: a gRPC server may close a quiet connection at the third. */
export const TIMING: Timing = {
    silenceMs: 300_000,
    pingMs: 120_000,
    pingAnswerMs: 20_000,
    callMs: 30_000,
    backOffMs: 1_000,
    longestBackOffMs: 60_000,
    longWaitMs: 15 * 60_000,
    roomMs: 200,
    pausedMs: 5_000
};

export interface SubscribeOptions {
    /** `/event/My_Event__e` */
    readonly topic: string;
    /** See ConnectionOptions; `api.pubsub.salesforce.com:7443` unless given. */
    readonly endpoint?: string;
    readonly certificateAuthority?: string;
    readonly credentials: PubSubCredentials;
    readonly from: ReplayFrom;
    /**
     * Called before a stream is opened at `LATEST`; when it rejects, none is. What is published from then on is owed: where
     * that stream breaks before it has brought anything, the next one begins at `EARLIEST`, and the caller leaves out what
     * is older. Without it what is published between the two is not heard, with an alarm.
     */
    readonly onBeginning?: () => Promise<void>;
    /** How many more events the caller can take, those not counted that are on their way to it. */
    readonly room: () => number;
    /** A paused stream opens again when there is so much room. */
    readonly enoughRoom?: number;
    /** Called one at a time, in order. More events are asked for when it has resolved; when it rejects, they come again. */
    readonly onEvents: (batch: Batch) => Promise<void>;
    readonly onState?: (state: SubscriptionState) => void;
    readonly clock?: Clock;
    readonly timing?: Partial<Timing>;
}

export interface Subscription {
    /** Up to where `onEvents` has resolved. */
    position(): Uint8Array | undefined;
    /** Asks for nothing more, waits for the batch that `onEvents` has, and resolves. */
    close(): Promise<void>;
}

import type { MessageChannel, MessageContextValue } from 'lightning/messageService';
import type {
    ClientAction,
    ClientEvent,
    ClientEventType,
    ClientInteraction,
    SubscribeSpelling
} from 'c/clientEventCodec';

export type EventOf<T extends ClientEventType> = Extract<ClientEvent, { type: T }>;

/** `unconfirmed`: sent, and no event has shown the effect; it may still have worked (T16). */
export type SendOutcome = 'confirmed' | 'unconfirmed';

/** What is known of an interaction that is going on or whose wrap-up is open. */
export interface LiveInteraction {
    readonly interaction: ClientInteraction;
    /** False when only messages without a body were seen: most fields are not known. */
    readonly complete: boolean;
}

/** Counts since the connection was made. Holds no payload. */
export interface ClientDiagnostics {
    readonly received: number;
    readonly unknown: number;
    readonly echoes: number;
    /** Messages whose type was inferred from their category (T9). */
    readonly inferred: number;
    readonly handlerErrors: number;
    readonly sent: number;
    /** Newest last, at most 20. */
    readonly reasons: readonly string[];
}

export interface ConnectionOptions {
    /** From `@wire(MessageContext)`; scope is documented for the wired context only. */
    readonly messageContext: MessageContextValue;
    readonly channel: MessageChannel;
    /** When now is, ISO 8601. */
    readonly now?: () => string;
    /** Runs something later; returns how to cancel it. */
    readonly after?: (milliseconds: number, run: () => void) => () => void;
    /** How long an effect is watched for before an action is called unconfirmed. */
    readonly confirmWithinMilliseconds?: number;
    /** What to ask the phone for on connecting and whenever it starts anew; none: it is not asked. */
    readonly subscriptions?: readonly ClientAction[];
    readonly subscribeSpelling?: SubscribeSpelling;
    /** A handler threw, or asking for events failed. The other handlers run all the same. */
    readonly onError?: (error: unknown) => void;
}

/** Closures, so that it can be handed on through a membrane. */
export interface ClientConnection {
    /** Returns how to stop listening. A handler that throws disturbs nobody else. */
    readonly on: <T extends ClientEventType>(type: T, handler: (event: EventOf<T>) => void) => () => void;
    /**
     * Publishes an action and watches for its effect. Rejects only when it could not be published, or the connection is
     * closed.
     */
    readonly send: (action: ClientAction) => Promise<SendOutcome>;
    /** What is going on now, oldest first, for whoever starts listening late. */
    readonly interactions: () => readonly LiveInteraction[];
    readonly diagnostics: () => ClientDiagnostics;
    /** Stops listening. Actions that are still watched for become unconfirmed. */
    readonly close: () => void;
}

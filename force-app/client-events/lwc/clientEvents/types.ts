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

export interface SendOptions {
    /** How long the effect is watched for, in milliseconds; the connection's own unless told. */
    readonly confirmWithinMilliseconds?: number;
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
    /** How long an effect is watched for before an action is called unconfirmed, in milliseconds; 3000 unless told. */
    readonly confirmWithinMilliseconds?: number;
    /** What to ask the phone for on connecting and whenever it starts anew; none: it is not asked. */
    readonly subscriptions?: readonly ClientAction[];
    readonly subscribeSpelling?: SubscribeSpelling;
    /**
     * What another connection of this page told of live interactions a moment ago, for a component that takes the place
     * of a closed one: a utility item that pops out is destroyed and made anew, and the channel repeats nothing.
     */
    readonly known?: readonly LiveInteraction[];
    /**
     * A handler threw or rejected, or asking for events failed. The other handlers run all the same. Without it the error
     * goes where the browser puts that of any listener: the console and the window's `error` event.
     */
    readonly onError?: (error: unknown) => void;
}

/** Closures, so that it can be handed on through a membrane. */
export interface ClientConnection {
    /**
     * Calls the handler with every event of a type, in order of arrival. A handler that throws or rejects disturbs
     * nobody else: the error goes to `onError`. Events that came before the first handler are told to the handlers that
     * are added in the same turn as that one.
     * @returns how to stop listening
     */
    readonly on: <T extends ClientEventType>(type: T, handler: (event: EventOf<T>) => void) => () => void;
    /**
     * Calls the listener with every message as it came and what it decodes to: for tools that show both. Everything
     * else is as for `on`. The message belongs to the channel: do not change it.
     * @returns how to stop listening
     */
    readonly onMessage: (listener: (message: unknown, event: ClientEvent) => void) => () => void;
    /**
     * Publishes an action after the current turn and watches for its effect. The channel acknowledges nothing, so the
     * answer is `confirmed` when a later event shows the effect, and otherwise `unconfirmed`: at once for what no event
     * shows (mute, attributes, associations, secure sessions, subscriptions), else in time. `hold` and `securePause` to
     * a state that is known to hold already are `confirmed` and not published; a second one while the first is watched
     * for waits for it, or joins it when it wants the same.
     * @returns rejects only when it could not be published, or the connection is closed
     */
    readonly send: (action: ClientAction, options?: SendOptions) => Promise<SendOutcome>;
    /**
     * What is going on now, oldest first, for whoever starts listening late: ended ones until their wrap-up is complete.
     * A handler that asks gets it as it was at the event that it is told.
     */
    readonly interactions: () => readonly LiveInteraction[];
    readonly diagnostics: () => ClientDiagnostics;
    /** Stops listening. Actions that are still watched for become unconfirmed. */
    readonly close: () => void;
}

/**
 * What `c/clientEvents` and `c/clientEventCodec` offer to other teams. Made from the sources by `npm run package`.
 * A change here is a change for them: docs/developers.md says which version number follows from which change.
 */

declare module 'c/clientEventCodec' {
    /**
     * What a message on the channel says. It always answers, and never throws: what it does not understand becomes an
     * `Unknown` with the reason and the message itself. The message is not changed, and what it inherits is not read.
     * @param message as the channel delivered it: `{ type, category, data }` when it is well formed
     * @param receivedAt when this page received it, ISO 8601
     * @returns one member of the union; `Interaction` carries a checked copy, and `station`, `login`, `logout`,
     * `ActionEcho` and `Unknown` carry a part of the message itself
     */
    export function decodeClientEvent(message: unknown, receivedAt: string): ClientEvent;

    /**
     * What a message says. Every member has a literal `type`, and `UserAction` and `Notification` a literal `category`, so
     * that TypeScript narrows both. A category that the contract does not know makes an `Unknown` (T10).
     */
    export type ClientEvent =
        | InitialSetupEvent
        | InteractionClientEvent
        | UserActionEvent
        | NotificationEvent
        | ActionEchoEvent
        | UnknownEvent;

    /** The phone has started, or started anew. */
    export interface InitialSetupEvent extends Received {
        readonly type: 'InitialSetup';
    }

    interface Received {
        /** When this page received it, ISO 8601. */
        readonly receivedAt: string;
    }

    export interface InteractionClientEvent extends Received {
        readonly type: 'Interaction';
        readonly category: InteractionCategory;
        /** Conversation id. */
        readonly id: string;
        /** Absent where the message carries only the id (T6). */
        readonly interaction?: ClientInteraction;
        /**
         * What the phone says was before: not reliably the previous state, and the same object as `interaction` where it
         * tells no difference, as three of four changes do (T8).
         */
        readonly previous?: ClientInteraction;
        /** True when the message had no `type` and its category told (T9). */
        readonly inferred?: boolean;
        /** Fields whose value had a type that the contract does not know: name only, never the value. */
        readonly oddFields?: readonly string[];
    }

    export type InteractionCategory = (typeof INTERACTION_CATEGORIES)[number];

    /** What may happen to an interaction; matched whatever the case (T10). */
    export const INTERACTION_CATEGORIES: readonly [
        'add',
        'change',
        'connect',
        'disconnect',
        'acw',
        'deallocate',
        'blindTransfer',
        'consultTransfer',
        'completeConsultTransfer'
    ];

    /**
     * A conversation as the phone describes it, every field checked on reading and absent where the message does not tell
     * it. Names and values as on the page "Events in Salesforce" (help.mypurecloud.com) and in public recordings.
     */
    export interface ClientInteraction {
        /** Conversation id, a UUID. */
        readonly id: string;
        /** Upper case in every recording: ALERTING, CONTACTING, DIALING, CONNECTED, HELD, DISCONNECTED. */
        readonly state?: string;
        readonly direction?: 'Inbound' | 'Outbound';
        /** Stays true on hold. */
        readonly isConnected?: boolean;
        readonly isDisconnected?: boolean;
        /** True when the wrap-up is complete; a disconnected one that is not done is being wrapped up (T20). */
        readonly isDone?: boolean;
        readonly isInternal?: boolean;
        /** None of these six: a voice call. */
        readonly isCallback?: boolean;
        readonly isDialer?: boolean;
        readonly isChat?: boolean;
        readonly isEmail?: boolean;
        readonly isMessage?: boolean;
        readonly isVoicemail?: boolean;
        /** Without `tel:`. Not always a number: SIP addresses, bare digits and names occur (T13). */
        readonly phone?: string;
        readonly displayAddress?: string;
        /** Not always a number: a station, a user's name, `anonymous`, `unavailable` (T13). */
        readonly ani?: string;
        readonly calledNumber?: string;
        /** A place, or the number again. */
        readonly name?: string;
        readonly remoteName?: string;
        readonly queueName?: string;
        /** `active`, `none` or `paused`; flickers within milliseconds. */
        readonly recordingState?: string;
        /** Whether the agent paused the recording. */
        readonly securePause?: boolean;
        /** ISO 8601 as it came; one without a zone was seen (T14). */
        readonly startTime?: string;
        readonly connectedTime?: string;
        readonly endTime?: string;
        /** Seconds, as the next three that end so. Text is read as a number, empty text as absent (T14). */
        readonly totalIvrDurationSeconds?: number;
        readonly totalAcdDurationSeconds?: number;
        readonly interactionDurationSeconds?: number;
        /** The wrap-up code's name, once wrap-up is complete. */
        readonly disposition?: string;
        readonly dispositionDurationSeconds?: number;
        /** Flat values, each with the type that it came with (T12). Participant data is named `Participant.` and its name. */
        readonly attributes?: Readonly<Record<string, string | number | boolean | null>>;
    }

    export type UserActionEvent = Received & {
        readonly type: 'UserAction';
    } & (
            | {
                  readonly category: 'status';
                  /** Upper case in every recording, such as `ON_QUEUE`. */
                  readonly status?: string;
                  readonly id?: string;
                  readonly subStatus?: string;
              }
            | {
                  readonly category: 'routingStatus';
                  readonly routingStatus: string;
              }
            /** A station is a phone. It says nothing about being logged in. */
            | {
                  readonly category: 'station';
                  readonly data: unknown;
              }
            /** No public source shows their data. */
            | {
                  readonly category: 'login' | 'logout';
                  readonly data: unknown;
              }
            | {
                  readonly category: 'view';
                  readonly view: string;
              }
        );

    export type NotificationEvent = Received & {
        readonly type: 'Notification';
    } & (
            | {
                  readonly category: 'conversationTranscription';
                  readonly id: string;
                  readonly eventTime?: string;
                  /** True when the phone says that the transcription is over. */
                  readonly ended: boolean;
                  /** Every one that the message carries; the same may come again (W17). */
                  readonly utterances: readonly ClientUtterance[];
              }
            /** The whole list each time, newest last. The message does not say of which conversation. */
            | {
                  readonly category: 'chatUpdate' | 'messageUpdate';
                  readonly messages: readonly ClientChatMessage[];
              }
            /** Without an id nothing is selected. */
            | {
                  readonly category: 'interactionSelection';
                  readonly interactionId?: string;
              }
        );

    export interface ClientUtterance {
        readonly utteranceId?: string;
        /** `EXTERNAL` is the customer, `INTERNAL` the agent; as it came where it is neither. */
        readonly channel?: string;
        /** The first alternative's words. */
        readonly text: string;
        /** 0 to 1: the lowest of the words; absent where none is told. */
        readonly confidence?: number;
    }

    export interface ClientChatMessage {
        readonly role?: string;
        readonly body: string;
    }

    /** Somebody's published action as every subscriber sees it (T22). `action` in the vendor's spelling. */
    export interface ActionEchoEvent extends Received {
        readonly type: 'ActionEcho';
        readonly action: string;
        readonly id?: string;
        readonly state?: string;
        readonly data: unknown;
    }

    /** A message that is not understood, with the reason, and the message itself (T10). */
    export interface UnknownEvent extends Received {
        readonly type: 'Unknown';
        /** Holds no value of the message beyond words of the contract. */
        readonly reason: string;
        readonly raw: unknown;
    }

    /** Passes the interaction on at once. */
    export const blindTransfer: (id: string, to: TransferContext) => ClientAction;

    /** Whom an interaction is passed to. */
    export interface TransferContext {
        /** The id of a user or queue, `flowAddress(flow)`, or a phone number as it is. */
        readonly transferTarget: string;
        /** `address` for a flow or a phone number. */
        readonly transferTargetType: 'userId' | 'queueId' | 'address';
    }

    /** An action as published: `type` is `PureCloud.` + the action's name. */
    export interface ClientAction {
        readonly type: string;
        readonly data: Readonly<Record<string, unknown>>;
        /**
         * For the connection only, never published: the state of a toggle that the sender wants. When the interaction is
         * known to be in it already, nothing is sent. Absent: the toggle is sent whatever the state.
         */
        readonly wanted?: 'on' | 'off';
    }

    /** Completes a consult transfer. */
    export const concludeTransfer: (id: string) => ClientAction;

    /** Calls the target first; `concludeTransfer` then passes the interaction on. */
    export const consultTransfer: (id: string, to: TransferContext) => ClientAction;

    /** Ends the agent's part. Wrap-up may follow. */
    export const disconnect: (id: string) => ClientAction;

    /**
     * Puts on hold, or takes back. The phone knows only a toggle; a connection that knows the state sends it only when it
     * leads to the one that is wanted. Where the state is not known the toggle is sent.
     * @param wanted `on` unless told otherwise; `toggle`: the other state, whatever it is
     * @throws InvalidActionError naming `id` or `wanted`
     */
    export const hold: (id: string, wanted?: Toggle) => ClientAction;

    /** How `hold` and `securePause` are meant: to that state, or to the other one, whatever it is. */
    export type Toggle = 'on' | 'off' | 'toggle';

    /** Mutes or unmutes: always the other of the two. No event tells whether the call is muted, or that it worked. */
    export const mute: (id: string) => ClientAction;

    /** Answers a call that rings. Shown by `connect`. */
    export const pickup: (id: string) => ClientAction;

    /** Pauses the recording for what must not be recorded, or goes on with it: like `hold`. */
    export const securePause: (id: string, wanted?: Toggle) => ClientAction;

    /**
     * Hands the caller to a secure flow. `userData` must hold no card or other secure data (T21): what is likely a payment
     * card's number is refused, unless `notACardNumber` says that it is none. No event shows that it worked.
     * @throws InvalidActionError naming the field, such as `secureSessionContext.userData`
     */
    export const secureSession: (
        id: string,
        session: SecureSessionContext,
        options?: SecureSessionOptions
    ) => ClientAction;

    /** How a caller is handed to a secure flow. */
    export interface SecureSessionContext {
        readonly flowId: string;
        /** Becomes Flow.InvocationData. Must hold no card or other secure data (T21). */
        readonly userData: string;
        /** Ends the agent's part once the flow has begun. */
        readonly disconnect?: boolean;
    }

    /** Says what the check of an action cannot know. */
    export interface SecureSessionOptions {
        /** True when what looks like a payment card's number in `userData` is none. */
        readonly notACardNumber?: boolean;
    }

    /**
     * One of the nine states, sent whatever the interaction's state is.
     * @param context a TransferContext for the two transfers, a SecureSessionContext for secureSession, none for the others
     * @throws InvalidActionError naming `action`, `id`, `context`, or the field of the context such as
     * `participantContext.transferTarget`
     * @see "Events in Salesforce", help.mypurecloud.com: Interaction.updateState
     */
    export function updateState(
        action: StateAction,
        id: string,
        context?: TransferContext | SecureSessionContext,
        options?: SecureSessionOptions
    ): ClientAction;

    /** The nine words of Interaction.updateState. `hold`, `mute` and `securePause` toggle. */
    export type StateAction =
        | 'pickup'
        | 'disconnect'
        | 'hold'
        | 'mute'
        | 'securePause'
        | 'blindTransfer'
        | 'consultTransfer'
        | 'concludeTransfer'
        | 'secureSession';

    /**
     * Links a Salesforce record to an interaction. Experimental: it stands only in an unmerged branch of the vendor's
     * example repository (MyPureCloud/purecloud-for-salesforce-examples, addAssociations-example), no page of the vendor
     * lists it, and no event shows that it worked.
     * @throws InvalidActionError naming the field
     */
    export function addAssociation(association: Association): ClientAction;

    /** What `addAssociation` links. Experimental. */
    export interface Association {
        /** The conversation. */
        readonly interactionId: string;
        /** The Salesforce record. */
        readonly id: string;
        /** The record's kind in lower case, such as `contact`. */
        readonly type: string;
        /** What people read, such as the record's name. */
        readonly text: string;
    }

    /**
     * Sets participant data of an interaction. No event shows that it arrived.
     * @param id the interaction's id
     * @param attributes names without `Participant.`, which the phone adds; values are text, finite numbers, true, false, or
     * `null`, which is sent to clear a value: whether it does is not documented
     * @throws InvalidActionError naming `id`, `attributes` or `attributes["name"]`
     * @see "Events in Salesforce", help.mypurecloud.com: Interaction.addCustomAttributes
     */
    export function addCustomAttributes(
        id: string,
        attributes: Readonly<Record<string, string | number | boolean | null>>
    ): ClientAction;

    /**
     * Asks for events. There is no answer and no way to take it back. A connection sends it by itself.
     * @param spelling public code uses both; nothing tells which the phone prefers (T3)
     * @throws InvalidActionError naming `type`, `categories`, `categories[i]` or `spelling`
     * @see MyPureCloud/purecloud-for-salesforce-examples
     */
    export function subscribeTo(
        type: SubscriptionType,
        categories: readonly string[],
        spelling?: SubscribeSpelling
    ): ClientAction;

    export type SubscriptionType = 'Interaction' | 'UserAction' | 'Notification';

    /** Both spellings are in use (T3). */
    export type SubscribeSpelling = 'PureCloud.Subscribe' | 'PureCloud.subscribe';

    /**
     * Sets the agent's own status.
     * @param id the status id; samples of the vendor also give a name such as `Break` or a constant such as `BREAK` (T5)
     * @throws InvalidActionError naming `id`
     * @see "Events in Salesforce", help.mypurecloud.com: User.updateStatus
     */
    export function updateStatus(id: string): ClientAction;

    /**
     * The transfer target for an Architect flow: `sip:` and the encoded name. Phone numbers are no flows: pass them to the
     * transfer as they are (T15).
     * @param nameOrId the flow's name as Architect shows it, or its id
     * @throws InvalidActionError naming `nameOrId`
     * @see "Events in Salesforce", help.mypurecloud.com: transferTarget
     */
    export function flowAddress(nameOrId: string): string;

    /** An action that the phone would not understand. It was not built, so nothing was sent. */
    export class InvalidActionError extends Error {
        /** The argument that is wrong, e.g. `participantContext.transferTargetType`. */
        readonly field: string;
        /** What kind of value was given; never a customer's value. */
        readonly given: string;
        readonly allowed: string;
        constructor(action: string, field: string, given: string, allowed: string);
    }

    /**
     * True when a text holds 13 to 19 digits that pass the check digit test of payment cards (T21). They may stand in
     * groups with up to three spaces, dots, dashes, slashes or underscores between, and beside other groups such as an
     * expiry date. Commas, colons and bars separate the values of a list.
     */
    export function likelyCardNumber(text: string): boolean;

    /** Sent only when asked for by `subscribeTo`, as far as public code shows; interactionSelection also without. */
    export const NOTIFICATION_CATEGORIES: readonly [
        'conversationTranscription',
        'chatUpdate',
        'messageUpdate',
        'interactionSelection'
    ];

    /** What is told of the agent. `view` is known from the Embeddable Framework only. */
    export const USER_ACTION_CATEGORIES: readonly ['status', 'routingStatus', 'station', 'login', 'logout', 'view'];

    export type ClientEventType = ClientEvent['type'];
    export {};
}

declare module 'c/clientEvents' {
    import type { MessageChannel, MessageContextValue } from 'lightning/messageService';
    import type {
        ClientAction,
        ClientEvent,
        ClientEventType,
        ClientInteraction,
        SubscribeSpelling
    } from 'c/clientEventCodec';

    /**
     * Joins the channel: one subscription for the whole application, until `close`. Events that come before the first
     * handler are kept for it, at most 200.
     * @throws what the platform throws when the context is missing or released
     */
    export function connectClientEvents(options: ConnectionOptions): ClientConnection;

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

    /** What is known of an interaction that is going on or whose wrap-up is open. */
    export interface LiveInteraction {
        readonly interaction: ClientInteraction;
        /** False when only messages without a body were seen: most fields are not known. */
        readonly complete: boolean;
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

    export type EventOf<T extends ClientEventType> = Extract<
        ClientEvent,
        {
            type: T;
        }
    >;

    export interface SendOptions {
        /** How long the effect is watched for, in milliseconds; the connection's own unless told. */
        readonly confirmWithinMilliseconds?: number;
    }

    /** `unconfirmed`: sent, and no event has shown the effect; it may still have worked (T16). */
    export type SendOutcome = 'confirmed' | 'unconfirmed';

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
    export {
        addAssociation,
        addCustomAttributes,
        blindTransfer,
        concludeTransfer,
        consultTransfer,
        decodeClientEvent,
        disconnect,
        flowAddress,
        hold,
        INTERACTION_CATEGORIES,
        InvalidActionError,
        likelyCardNumber,
        mute,
        NOTIFICATION_CATEGORIES,
        pickup,
        securePause,
        secureSession,
        subscribeTo,
        updateState,
        updateStatus,
        USER_ACTION_CATEGORIES
    } from 'c/clientEventCodec';
    export type {
        ActionEchoEvent,
        Association,
        ClientAction,
        ClientChatMessage,
        ClientEvent,
        ClientEventType,
        ClientInteraction,
        ClientUtterance,
        InitialSetupEvent,
        InteractionCategory,
        InteractionClientEvent,
        NotificationEvent,
        SecureSessionContext,
        SecureSessionOptions,
        StateAction,
        SubscribeSpelling,
        SubscriptionType,
        Toggle,
        TransferContext,
        UnknownEvent,
        UserActionEvent
    } from 'c/clientEventCodec';
    export {};
}

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

/** What may happen to an interaction; matched whatever the case (T10). */
export const INTERACTION_CATEGORIES = [
    'add',
    'change',
    'connect',
    'disconnect',
    'acw',
    'deallocate',
    'blindTransfer',
    'consultTransfer',
    'completeConsultTransfer'
] as const;
export type InteractionCategory = (typeof INTERACTION_CATEGORIES)[number];

/** What is told of the agent. `view` is known from the Embeddable Framework only. */
export const USER_ACTION_CATEGORIES = ['status', 'routingStatus', 'station', 'login', 'logout', 'view'] as const;
/** Sent only when asked for by `subscribeTo`, as far as public code shows; interactionSelection also without. */
export const NOTIFICATION_CATEGORIES = [
    'conversationTranscription',
    'chatUpdate',
    'messageUpdate',
    'interactionSelection'
] as const;

interface Received {
    /** When this page received it, ISO 8601. */
    readonly receivedAt: string;
}

/**
 * What a message says. Every member has a literal `type`, and `UserAction` and `Notification` a literal `category`, so
 * that TypeScript narrows both. A category that the contract does not know makes an `Unknown` (T10).
 */
export type ClientEvent =
    InitialSetupEvent | InteractionClientEvent | UserActionEvent | NotificationEvent | ActionEchoEvent | UnknownEvent;

/** The phone has started, or started anew. */
export interface InitialSetupEvent extends Received {
    readonly type: 'InitialSetup';
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

export type UserActionEvent = Received & { readonly type: 'UserAction' } & (
        | {
              readonly category: 'status';
              /** Upper case in every recording, such as `ON_QUEUE`. */
              readonly status?: string;
              readonly id?: string;
              readonly subStatus?: string;
          }
        | { readonly category: 'routingStatus'; readonly routingStatus: string }
        /** A station is a phone. It says nothing about being logged in. */
        | { readonly category: 'station'; readonly data: unknown }
        /** No public source shows their data. */
        | { readonly category: 'login' | 'logout'; readonly data: unknown }
        | { readonly category: 'view'; readonly view: string }
    );

export type NotificationEvent = Received & { readonly type: 'Notification' } & (
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
        | { readonly category: 'chatUpdate' | 'messageUpdate'; readonly messages: readonly ClientChatMessage[] }
        /** Without an id nothing is selected. */
        | { readonly category: 'interactionSelection'; readonly interactionId?: string }
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

export type ClientEventType = ClientEvent['type'];

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

/** Whom an interaction is passed to. */
export interface TransferContext {
    /** The id of a user or queue, `flowAddress(flow)`, or a phone number as it is. */
    readonly transferTarget: string;
    /** `address` for a flow or a phone number. */
    readonly transferTargetType: 'userId' | 'queueId' | 'address';
}

/** Says what the check of an action cannot know. */
export interface SecureSessionOptions {
    /** True when what looks like a payment card's number in `userData` is none. */
    readonly notACardNumber?: boolean;
}

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

/** How a caller is handed to a secure flow. */
export interface SecureSessionContext {
    readonly flowId: string;
    /** Becomes Flow.InvocationData. Must hold no card or other secure data (T21). */
    readonly userData: string;
    /** Ends the agent's part once the flow has begun. */
    readonly disconnect?: boolean;
}

/** How `hold` and `securePause` are meant: to that state, or to the other one, whatever it is. */
export type Toggle = 'on' | 'off' | 'toggle';

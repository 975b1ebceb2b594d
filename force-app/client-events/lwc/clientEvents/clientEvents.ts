/** The connection to the client event channel. The channel is an argument: this package imports no vendor's. */
export { connectClientEvents } from './connection.ts';
export type {
    ClientConnection,
    ClientDiagnostics,
    ConnectionOptions,
    EventOf,
    LiveInteraction,
    SendOptions,
    SendOutcome
} from './types.ts';

// The platform refuses `export *` of another bundle.
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

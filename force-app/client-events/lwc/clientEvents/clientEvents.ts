/** The connection to the client event channel. The channel is an argument: this package imports no vendor's. */
export { connectClientEvents } from './connection.ts';
export type {
    ClientConnection,
    ClientDiagnostics,
    ConnectionOptions,
    EventOf,
    LiveInteraction,
    SendOutcome
} from './types.ts';

// The platform refuses `export *` of another bundle.
export {
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
    pickup,
    securePause,
    secureSession,
    subscribeTo,
    updateState,
    updateStatus
} from 'c/clientEventCodec';
export type {
    ClientAction,
    ClientEvent,
    ClientEventType,
    ClientInteraction,
    InteractionCategory,
    SecureSessionContext,
    StateAction,
    SubscribeSpelling,
    SubscriptionType,
    TransferContext
} from 'c/clientEventCodec';

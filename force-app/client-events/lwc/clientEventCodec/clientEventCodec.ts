/** What arrives on the client event channel, decoded; what is sent on it, built and checked. Pure. */
export { decodeClientEvent } from './decode.ts';
export {
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    disconnect,
    hold,
    mute,
    pickup,
    securePause,
    secureSession,
    updateState
} from './stateActions.ts';
export { addAssociation, addCustomAttributes, subscribeTo, updateStatus } from './actions.ts';
export type { SubscribeSpelling, SubscriptionType } from './actions.ts';
export { flowAddress } from './flowAddress.ts';
export { InvalidActionError } from './invalidAction.ts';
export { likelyCardNumber } from './cardNumber.ts';
export { INTERACTION_CATEGORIES, NOTIFICATION_CATEGORIES, USER_ACTION_CATEGORIES } from './types.ts';
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
    Toggle,
    TransferContext,
    UnknownEvent,
    UserActionEvent
} from './types.ts';

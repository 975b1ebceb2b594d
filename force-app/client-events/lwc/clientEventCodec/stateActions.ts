import { likelyCardNumber } from './cardNumber.ts';
import { demand, demandInteractionId, demandOneOf, demandText } from './checks.ts';
import { isObject } from './own.ts';
import { STATE_ACTIONS } from './stateWords.ts';
import type {
    ClientAction,
    SecureSessionContext,
    SecureSessionOptions,
    StateAction,
    Toggle,
    TransferContext
} from './types.ts';

const TARGET_TYPES = ['userId', 'queueId', 'address'];
const TOGGLES = ['on', 'off', 'toggle'];

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
): ClientAction {
    demandOneOf('updateState', 'action', action, STATE_ACTIONS);
    demandInteractionId(action, id);
    const data = { action, id, ...contextOf(action, context, options) };
    return { type: 'PureCloud.Interaction.updateState', data };
}

/** Answers a call that rings. Shown by `connect`. */
export const pickup = (id: string): ClientAction => updateState('pickup', id);

/**
 * Puts on hold, or takes back. The phone knows only a toggle; a connection that knows the state sends it only when it
 * leads to the one that is wanted. Where the state is not known the toggle is sent.
 * @param wanted `on` unless told otherwise; `toggle`: the other state, whatever it is
 * @throws InvalidActionError naming `id` or `wanted`
 */
export const hold = (id: string, wanted: Toggle = 'on'): ClientAction => toggle('hold', id, wanted);

/** Pauses the recording for what must not be recorded, or goes on with it: like `hold`. */
export const securePause = (id: string, wanted: Toggle = 'on'): ClientAction => toggle('securePause', id, wanted);

/** Mutes or unmutes: always the other of the two. No event tells whether the call is muted, or that it worked. */
export const mute = (id: string): ClientAction => updateState('mute', id);

/** Ends the agent's part. Wrap-up may follow. */
export const disconnect = (id: string): ClientAction => updateState('disconnect', id);

/** Passes the interaction on at once. */
export const blindTransfer = (id: string, to: TransferContext): ClientAction => updateState('blindTransfer', id, to);

/** Calls the target first; `concludeTransfer` then passes the interaction on. */
export const consultTransfer = (id: string, to: TransferContext): ClientAction =>
    updateState('consultTransfer', id, to);

/** Completes a consult transfer. */
export const concludeTransfer = (id: string): ClientAction => updateState('concludeTransfer', id);

/**
 * Hands the caller to a secure flow. `userData` must hold no card or other secure data (T21): what is likely a payment
 * card's number is refused, unless `notACardNumber` says that it is none. No event shows that it worked.
 * @throws InvalidActionError naming the field, such as `secureSessionContext.userData`
 */
export const secureSession = (
    id: string,
    session: SecureSessionContext,
    options?: SecureSessionOptions
): ClientAction => updateState('secureSession', id, session, options);

function toggle(action: 'hold' | 'securePause', id: string, wanted: Toggle): ClientAction {
    demandOneOf(action, 'wanted', wanted, TOGGLES);
    const toggled = updateState(action, id);
    return wanted === 'toggle' ? toggled : { ...toggled, wanted };
}

function contextOf(action: StateAction, context: unknown, options?: SecureSessionOptions): object {
    switch (action) {
        case 'blindTransfer':
        case 'consultTransfer':
            return { participantContext: transferContext(action, context) };
        case 'secureSession':
            return { secureSessionContext: sessionContext(context, options) };
        default:
            demand(context === undefined, action, 'context', context, 'none');
            return {};
    }
}

function transferContext(action: string, context: unknown): object {
    const field = 'participantContext';
    demand(isObject(context), action, field, context, 'transferTarget and transferTargetType');
    const { transferTarget, transferTargetType } = context;
    demandOneOf(action, `${field}.transferTargetType`, transferTargetType, TARGET_TYPES);
    const targetField = `${field}.transferTarget`;
    const target = 'the id of a user or queue, flowAddress(flow), or a phone number';
    demandText(action, targetField, transferTarget, target);
    const encoded = !/^sip:.*\s/i.test(transferTarget);
    demand(encoded, action, targetField, transferTarget, 'flowAddress(flow)', 'a flow that is not encoded');
    return { transferTarget, transferTargetType };
}

function sessionContext(context: unknown, options?: SecureSessionOptions): object {
    const action = 'secureSession';
    const field = 'secureSessionContext';
    demand(isObject(context), action, field, context, 'flowId and userData');
    const { flowId, userData, disconnect: ending } = context;
    demandText(action, `${field}.flowId`, flowId, "the secure flow's id");
    const dataField = `${field}.userData`;
    demand(typeof userData === 'string', action, dataField, userData, 'a text without secure data');
    const noCard = options?.notACardNumber === true || !likelyCardNumber(userData);
    const allowed = 'a text without card numbers, or { notACardNumber: true } when it is none';
    demand(noCard, action, dataField, userData, allowed, 'a text that looks like a card number');
    const known = ending === undefined || typeof ending === 'boolean';
    demand(known, action, `${field}.disconnect`, ending, 'true, false or nothing');
    return { flowId, userData, ...(ending === undefined ? {} : { disconnect: ending }) };
}

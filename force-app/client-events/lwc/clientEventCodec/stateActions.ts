import { requireInteractionId, requireText } from './checks.ts';
import { InvalidActionError } from './invalidAction.ts';
import { isObject } from './own.ts';
import { kindOf, quoted } from './quoted.ts';
import { STATE_ACTIONS } from './stateWords.ts';
import type { ClientAction, SecureSessionContext, StateAction, TransferContext } from './types.ts';

const TARGET_TYPES: readonly string[] = ['userId', 'queueId', 'address'];
const IN = 'updateState';

/**
 * One of the nine states. The two transfers need a TransferContext, secureSession a SecureSessionContext, the others
 * take none.
 * @throws InvalidActionError
 */
export function updateState(
    action: StateAction,
    id: string,
    context?: TransferContext | SecureSessionContext
): ClientAction {
    if (!STATE_ACTIONS.includes(action)) {
        throw new InvalidActionError(IN, 'action', quoted(action), `one of ${STATE_ACTIONS.join(', ')}`);
    }
    requireInteractionId(action, id);
    const data = { action, id, ...contextOf(action, context) };
    return { type: 'PureCloud.Interaction.updateState', data };
}

export const pickup = (id: string): ClientAction => updateState('pickup', id);
/** Holds, and the same action takes back: there is no other word for retrieving. */
export const hold = (id: string): ClientAction => updateState('hold', id);
/** Mutes or unmutes. No event tells whether the call is muted. */
export const mute = (id: string): ClientAction => updateState('mute', id);
/** Pauses the recording or goes on with it. */
export const securePause = (id: string): ClientAction => updateState('securePause', id);
export const disconnect = (id: string): ClientAction => updateState('disconnect', id);
export const blindTransfer = (id: string, to: TransferContext): ClientAction => updateState('blindTransfer', id, to);
export const consultTransfer = (id: string, to: TransferContext): ClientAction =>
    updateState('consultTransfer', id, to);
/** Completes a consult transfer. */
export const concludeTransfer = (id: string): ClientAction => updateState('concludeTransfer', id);
/** Hands the caller to a secure flow. `userData` must hold no card or other secure data (T21). */
export const secureSession = (id: string, session: SecureSessionContext): ClientAction =>
    updateState('secureSession', id, session);

function contextOf(action: StateAction, context: unknown): Record<string, unknown> {
    switch (action) {
        case 'blindTransfer':
        case 'consultTransfer':
            return { participantContext: transferContext(action, context) };
        case 'secureSession':
            return { secureSessionContext: sessionContext(context) };
        default:
            if (context !== undefined) throw new InvalidActionError(action, 'context', kindOf(context), 'none');
            return {};
    }
}

function transferContext(action: string, context: unknown): TransferContext {
    const field = 'participantContext';
    if (!isObject(context)) {
        throw new InvalidActionError(action, field, kindOf(context), 'transferTarget and transferTargetType');
    }
    const { transferTarget, transferTargetType } = context;
    if (typeof transferTargetType !== 'string' || !TARGET_TYPES.includes(transferTargetType)) {
        const allowed = `one of ${TARGET_TYPES.join(', ')}`;
        throw new InvalidActionError(action, `${field}.transferTargetType`, quoted(transferTargetType), allowed);
    }
    const target = requireText(
        action,
        `${field}.transferTarget`,
        transferTarget,
        'the id of a user or queue, flowAddress(flow), or a phone number'
    );
    if (/^sip:.*\s/i.test(target)) {
        const given = 'a flow with characters that must be encoded';
        throw new InvalidActionError(action, `${field}.transferTarget`, given, 'flowAddress(flow)');
    }
    return { transferTarget: target, transferTargetType: transferTargetType as TransferContext['transferTargetType'] };
}

function sessionContext(context: unknown): SecureSessionContext {
    const action = 'secureSession';
    const field = 'secureSessionContext';
    if (!isObject(context)) throw new InvalidActionError(action, field, kindOf(context), 'flowId and userData');
    const { userData, disconnect: ending } = context;
    const flowId = requireText(action, `${field}.flowId`, context.flowId, "the secure flow's id");
    if (typeof userData !== 'string') {
        throw new InvalidActionError(action, `${field}.userData`, kindOf(userData), 'a text without secure data');
    }
    if (ending !== undefined && typeof ending !== 'boolean') {
        throw new InvalidActionError(action, `${field}.disconnect`, kindOf(ending), 'true, false or nothing');
    }
    return { flowId, userData, ...(ending === undefined ? {} : { disconnect: ending }) };
}

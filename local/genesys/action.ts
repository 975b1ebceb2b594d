import type { ParticipantValue } from './clientMessage.ts';

export type TransferTargetType = 'userId' | 'queueId' | 'address';

/** An action that somebody published on the client-event channel, understood. */
export type Action =
    | {
          readonly kind: 'pickup' | 'disconnect' | 'hold' | 'mute' | 'securePause' | 'concludeTransfer';
          readonly id: string;
      }
    | {
          readonly kind: 'blindTransfer' | 'consultTransfer';
          readonly id: string;
          readonly target: string;
          readonly targetType: TransferTargetType;
      }
    | { readonly kind: 'secureSession'; readonly id: string; readonly flowId: string; readonly disconnect: boolean }
    | {
          readonly kind: 'addCustomAttributes';
          readonly id: string;
          readonly attributes: Readonly<Record<string, ParticipantValue>>;
      }
    | { readonly kind: 'updateStatus'; readonly status: string }
    | { readonly kind: 'subscribe'; readonly type: string; readonly categories: readonly string[] };

/** Why something was not done, in words for the soft phone's log. It holds no number, name or value. */
export class Refusal extends Error {}

const TARGET_TYPES: readonly string[] = ['userId', 'queueId', 'address'];

/** Reads an action as published. Throws Refusal where the vendor's client would ignore it. */
export function readAction(published: unknown): Action {
    const { type, data } = record(published, 'The action');
    if (typeof type !== 'string') {
        throw new Refusal('The action has no type.');
    }
    // The vendor spells its own types in two ways (T2, T3).
    switch (type.toLowerCase()) {
        case 'purecloud.interaction.updatestate':
            return readStateChange(record(data, 'data'));
        case 'purecloud.interaction.addcustomattributes':
            return readAttributes(record(data, 'data'));
        case 'purecloud.user.updatestatus':
            return { kind: 'updateStatus', status: text(record(data, 'data'), 'id') };
        case 'purecloud.subscribe':
            return readSubscription(record(data, 'data'));
        default:
            throw new Refusal('The phone does not know an action of this type.');
    }
}

function readStateChange(data: Record<string, unknown>): Action {
    const kind = text(data, 'action');
    const id = text(data, 'id');
    switch (kind) {
        case 'pickup':
        case 'disconnect':
        case 'hold':
        case 'mute':
        case 'securePause':
        case 'concludeTransfer':
            return { kind, id };
        case 'blindTransfer':
        case 'consultTransfer': {
            const context = record(data.participantContext, 'participantContext');
            const targetType = text(context, 'transferTargetType');
            if (!TARGET_TYPES.includes(targetType)) {
                throw new Refusal(`transferTargetType must be one of ${TARGET_TYPES.join(', ')}.`);
            }
            return {
                kind,
                id,
                target: decoded(text(context, 'transferTarget')),
                targetType: targetType as TransferTargetType
            };
        }
        case 'secureSession': {
            const context = record(data.secureSessionContext, 'secureSessionContext');
            text(context, 'userData');
            return { kind, id, flowId: text(context, 'flowId'), disconnect: context.disconnect === true };
        }
        default:
            throw new Refusal('The phone does not know this state action.');
    }
}

function readAttributes(data: Record<string, unknown>): Action {
    const attributes = record(data.attributes, 'attributes');
    for (const value of Object.values(attributes)) {
        if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) {
            throw new Refusal('attributes must be flat: text, numbers, true, false or null.');
        }
    }
    return {
        kind: 'addCustomAttributes',
        id: text(data, 'id'),
        attributes: attributes as Record<string, ParticipantValue>
    };
}

function readSubscription(data: Record<string, unknown>): Action {
    const categories = Array.isArray(data.categories) ? data.categories : [];
    return {
        kind: 'subscribe',
        type: text(data, 'type'),
        categories: categories.filter((category) => typeof category === 'string')
    };
}

function record(value: unknown, name: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new Refusal(`${name} must be an object.`);
    }
    return value as Record<string, unknown>;
}

function text(from: Record<string, unknown>, field: string): string {
    const value = from[field];
    if (typeof value !== 'string' || value === '') {
        throw new Refusal(`${field} must be a text that is not empty.`);
    }
    return value;
}

// Special characters arrive through encodeURIComponent, from some senders and not from others (T15).
function decoded(target: string): string {
    try {
        return decodeURIComponent(target);
    } catch {
        return target;
    }
}

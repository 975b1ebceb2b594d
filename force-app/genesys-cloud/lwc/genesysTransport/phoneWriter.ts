import { addCustomAttributes } from 'c/clientEvents';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { SaveError } from 'c/taskSync';
import type { ClientConnection } from 'c/clientEvents';
import type { Attributes, AttributeValue } from 'c/interactionAttributes';
import type { SaveResult, TaskKey, TaskWriter } from 'c/taskSync';

const KEYS_KEPT = 50;

/**
 * Participant data comes from the phone, so it is not handed back: it would return under a second name, late, and be
 * sent again.
 */
const OURS = ATTRIBUTES.filter(({ availability }) => availability === 'carried' || availability === 'derived').map(
    ({ name }) => name
);

/**
 * Hands the attributes to the phone as participant data; its own package writes the Task. Only what changed is sent,
 * and nothing tells whether it was taken (T16).
 */
export function createPhoneWriter(connection: ClientConnection): TaskWriter {
    const handedOver = new Map<string, Attributes>();

    return {
        save: async (key: TaskKey, { attributes }): Promise<SaveResult> => {
            const before = handedOver.get(key.id) ?? {};
            const changed = changedSince(before, attributes);
            const wrote = Object.keys(changed).length > 0;
            if (wrote) {
                await handOver(connection, key.conversationId, changed);
                remember(key.id, { ...before, ...changed });
            }
            return { outcome: 'handedToPhone', wrote, unsaved: [] };
        }
    };

    function remember(id: string, attributes: Attributes): void {
        handedOver.delete(id);
        handedOver.set(id, attributes);
        for (const oldest of [...handedOver.keys()].slice(0, Math.max(0, handedOver.size - KEYS_KEPT))) {
            handedOver.delete(oldest);
        }
    }
}

async function handOver(connection: ClientConnection, id: string, attributes: Attributes): Promise<void> {
    try {
        await connection.send(addCustomAttributes(id, attributes));
    } catch {
        throw new SaveError('busy', 'The attributes could not be sent to the phone.');
    }
}

function changedSince(before: Attributes, attributes: Attributes): Attributes {
    const entries = OURS.filter((name) => Object.hasOwn(attributes, name))
        .map((name) => [name, asText(attributes[name] ?? null)] as const)
        .filter(([name, value]) => before[name] !== value);
    return Object.fromEntries(entries);
}

/** Participant data is text; null is sent to clear. */
function asText(value: AttributeValue): string | null {
    return value === null ? null : String(value);
}

import type { Interaction } from 'c/interactions';
import type { TargetObject } from 'c/attributeMapping';
import type { TaskKey } from './types.ts';

const CALL_RECORD = ':voiceCall';

/** Milliseconds always written, so that one instant has one spelling; undefined for what is no time. */
function instant(iso: string | undefined): string | undefined {
    const at = iso === undefined ? Number.NaN : Date.parse(iso);
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/**
 * The Task that this agent's handling of the interaction belongs to; undefined until it is connected. Named by the time
 * of the connection, which every message carries from then on: a transferred call gives each agent a Task and
 * A -> B -> A gives A two. The participant id is no part of it: it may come late, and participant data may still name
 * the agent before. While a live call has no connected time there is no key; at its end the participant id or, last, the
 * time when this page first heard of it takes the place. Where the vendor's id is that of the agent's own part, the part
 * has its name, and no time is waited for.
 */
export function taskKeyOf(interaction: Interaction, userId: string): TaskKey | undefined {
    if (!interaction.handled) {
        return undefined;
    }
    const { id: conversationId, participantId } = interaction;
    const connected = instant(interaction.connectedTime);
    const heard = instant(interaction.firstSeenAt);
    const { disconnected, part: named } = interaction;
    const connectedTime = connected ?? (disconnected || named !== undefined ? heard : undefined);
    if (connectedTime === undefined) {
        return undefined;
    }
    const part = named ?? connected ?? participantId ?? connectedTime;
    return { id: `${conversationId}:${userId}:${part}`, conversationId, userId, connectedTime };
}

/**
 * The Task of a conversation that was offered to the agent and never connected, where the admin wants one: one for each
 * conversation and agent, however often it rang. Undefined while it may still be connected.
 */
export function missedKeyOf(interaction: Interaction, userId: string): TaskKey | undefined {
    const heard = instant(interaction.firstSeenAt) ?? instant(interaction.startTime);
    if (interaction.handled || !interaction.disconnected || heard === undefined) {
        return undefined;
    }
    const { id: conversationId } = interaction;
    return { id: `${conversationId}:${userId}:missed`, conversationId, userId, connectedTime: heard };
}

/** The same handling, saved on the vendor's record of the call: what is kept under one key never goes to the other object. */
export function onCallRecord(key: TaskKey): TaskKey {
    return { ...key, id: `${key.id}${CALL_RECORD}` };
}

/** The object that what is kept under a key goes to. */
export function targetOf(keyId: string): TargetObject {
    return keyId.endsWith(CALL_RECORD) ? 'VoiceCall' : 'Task';
}

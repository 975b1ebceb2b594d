import type { ClientMessage, WireInteraction } from './clientMessage.ts';

/** One agent's view of a conversation at one moment. */
export interface InteractionSnapshot {
    readonly interaction: WireInteraction;
    readonly leftBy?: 'blind' | 'consult';
    readonly consulting: boolean;
}

/**
 * The messages that the client publishes when an interaction went from `before` to `after`; `before` is absent when the
 * interaction is new to the client. Equal snapshots give the no-op `change` that real clients send again and again;
 * after wrap-up is complete the client says nothing more.
 */
export function clientEventsFor(
    before: InteractionSnapshot | undefined,
    after: InteractionSnapshot
): readonly ClientMessage[] {
    const now = after.interaction;
    if (!before) {
        return [described('add', now)];
    }
    const then = before.interaction;
    if (then.isDone) {
        return [];
    }
    if (now.isDone && then.isDisconnected) {
        return [described('acw', now)];
    }
    if (now.isDisconnected && !then.isDisconnected) {
        // The recorded call ends without a `change` to DISCONNECTED.
        return [...handOver(after), described('disconnect', now)];
    }
    const changed: ClientMessage = {
        type: 'Interaction',
        category: 'change',
        data: { old: withLateFacts(then, now), new: now }
    };
    if (now.isConnected && !then.isConnected) {
        return [changed, described('connect', now)];
    }
    if (after.consulting && !before.consulting) {
        return [{ type: 'Interaction', category: 'consultTransfer', data: now.id }, changed];
    }
    return [changed];
}

function handOver({ interaction: { id }, leftBy }: InteractionSnapshot): readonly ClientMessage[] {
    if (leftBy === 'blind') {
        return [{ type: 'Interaction', category: 'blindTransfer', data: id }];
    }
    if (leftBy === 'consult') {
        return [{ type: 'Interaction', category: 'completeConsultTransfer', data: { id } }];
    }
    return [];
}

const LATE_FACTS: readonly string[] = ['startTime', 'totalAcdDurationSeconds'];

/** Facts that the client learns late stand in `old` and `new` at once (T8). */
function withLateFacts(then: WireInteraction, now: WireInteraction): WireInteraction {
    const late = Object.entries(now).filter(([field]) => LATE_FACTS.includes(field) || Object.hasOwn(then, field));
    return { ...Object.fromEntries(late), ...then };
}

function described(category: 'add' | 'connect' | 'disconnect' | 'acw', data: WireInteraction): ClientMessage {
    return { type: 'Interaction', category, data };
}

import { updateStatus } from 'c/clientEvents';
import { publish } from './publish.ts';
import type { AgentPresence, AgentPresencePort } from 'c/agentDesk';
import type { ClientConnection, EventOf } from 'c/clientEvents';

/** Listens from now on, so that what the phone tells at its start is known to whoever asks later. */
export function createPresence(connection: ClientConnection, known: AgentPresence): AgentPresencePort {
    let presence = known;
    const listeners = new Set<() => void>();

    connection.on('UserAction', (event) => {
        const next = presenceAfter(presence, event);
        if (same(presence, next)) return;
        presence = next;
        for (const listener of [...listeners]) listener();
    });

    return {
        read: () => presence,
        onChange: (listener): (() => void) => {
            listeners.add(listener);
            return (): void => {
                listeners.delete(listener);
            };
        },
        setStatus: (status) => publish(connection, () => updateStatus(status))
    };
}

function presenceAfter(before: AgentPresence, event: EventOf<'UserAction'>): AgentPresence {
    switch (event.category) {
        case 'status': {
            const { status, id, subStatus } = event;
            const { routingStatus } = before;
            // What the earlier status had besides is not the new one's.
            return withoutAbsent({ status, statusId: id, subStatus, routingStatus });
        }
        case 'routingStatus':
            return { ...before, routingStatus: event.routingStatus };
        case 'logout':
            return {};
        default:
            return before;
    }
}

function withoutAbsent(presence: { [K in keyof AgentPresence]: AgentPresence[K] | undefined }): AgentPresence {
    return Object.fromEntries(Object.entries(presence).filter(([, value]) => value !== undefined));
}

function same(a: AgentPresence, b: AgentPresence): boolean {
    return (
        a.status === b.status &&
        a.statusId === b.statusId &&
        a.subStatus === b.subStatus &&
        a.routingStatus === b.routingStatus
    );
}

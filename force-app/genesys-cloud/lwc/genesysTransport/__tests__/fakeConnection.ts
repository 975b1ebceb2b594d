import { decodeClientEvent } from 'c/clientEvents';
import type { ClientAction, ClientConnection, ClientDiagnostics, ClientEvent, LiveInteraction } from 'c/clientEvents';

export const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
export const NOW = '2026-03-02T09:00:00.000Z';

export interface FakeConnection extends ClientConnection {
    readonly sent: ClientAction[];
    /** What the page already knows. */
    live: LiveInteraction[];
    /** When set, publishing fails with it. */
    failure: Error | undefined;
    says(message: object): void;
    interaction(category: string, data: unknown): void;
}

/** A connection without a channel: what it is told arrives, what is sent is kept. */
export function fakeConnection(): FakeConnection {
    const handlers = new Set<{ type: string; run: (event: ClientEvent) => void }>();
    let counts: ClientDiagnostics = {
        received: 0,
        unknown: 0,
        echoes: 0,
        inferred: 0,
        handlerErrors: 0,
        sent: 0,
        reasons: []
    };
    const connection: FakeConnection = {
        sent: [],
        live: [],
        failure: undefined,
        on: (type, handler) => {
            const entry = { type, run: handler as (event: ClientEvent) => void };
            handlers.add(entry);
            return (): void => {
                handlers.delete(entry);
            };
        },
        onMessage: () => (): void => undefined,
        send: (action) => {
            if (connection.failure) return Promise.reject(connection.failure);
            connection.sent.push(action);
            return Promise.resolve('confirmed');
        },
        interactions: () => connection.live,
        diagnostics: () => counts,
        close: () => handlers.clear(),
        says: (message) => {
            const event = decodeClientEvent(message, NOW);
            counts = { ...counts, received: counts.received + 1 };
            if (event.type === 'Unknown') {
                counts = { ...counts, unknown: counts.unknown + 1, reasons: [...counts.reasons, event.reason] };
            }
            for (const { type, run } of handlers) if (type === event.type) run(event);
        },
        interaction: (category, data) => connection.says({ type: 'Interaction', category, data })
    };
    return connection;
}

import { disconnect, hold, mute, pickup, securePause } from 'c/clientEvents';
import { allowed } from './allowed.ts';
import { eventOfLive, interactionEvents } from './interactionEvents.ts';
import type { CommandOutcome, Transport, TransportDiagnostics } from 'c/agentDesk';
import type { ClientAction, ClientConnection } from 'c/clientEvents';
import type { InteractionEvent } from 'c/interactions';

export function createGenesysTransport(
    connection: ClientConnection,
    now: () => string = () => new Date().toISOString()
): Transport {
    // A command that could not be published is unconfirmed as well: nobody saw its effect (T16).
    const command =
        (build: (id: string) => ClientAction) =>
        async (id: string): Promise<CommandOutcome> => {
            try {
                return await connection.send(build(id));
            } catch {
                return 'unconfirmed';
            }
        };

    return {
        vendor: 'genesysCloud',
        events: (listener) => listen(connection, listener, now),
        commands: {
            pickup: command(pickup),
            hold: command(hold),
            mute: command(mute),
            securePause: command(securePause),
            disconnect: command(disconnect)
        },
        can: allowed,
        diagnostics: (): TransportDiagnostics => {
            const { received, unknown, reasons } = connection.diagnostics();
            return { received, unknown, reasons };
        },
        // Counts of what was understood are read with the next event; telling each would repaint the panel in vain.
        onDiagnostics: (listener): (() => void) => {
            const offUnknown = connection.on('Unknown', () => listener());
            const offOdd = connection.on('Interaction', ({ oddFields }) => {
                if (oddFields) listener();
            });
            return (): void => {
                offUnknown();
                offOdd();
            };
        }
    };
}

/** First what was going on already, then each event as it comes. */
function listen(
    connection: ClientConnection,
    listener: (event: InteractionEvent) => void,
    now: () => string
): () => void {
    let listening = true;
    let caughtUp = false;
    const catchUp = (): void => {
        if (caughtUp || !listening) return;
        caughtUp = true;
        for (const live of connection.interactions()) listener(eventOfLive(live, now()));
    };
    const off = connection.on('Interaction', (event) => {
        // The connection's own picture already holds this event, so what it tells next is no step back.
        catchUp();
        interactionEvents(event).forEach(listener);
    });
    void Promise.resolve().then(catchUp);
    return () => {
        listening = false;
        off();
    };
}

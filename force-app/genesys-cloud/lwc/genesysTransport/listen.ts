import { eventOfLive, interactionEvents } from './interactionEvents.ts';
import type { ClientConnection } from 'c/clientEvents';
import type { InteractionEvent } from 'c/interactions';

/** First what was going on already, then each event as it comes. Returns how to stop. */
export function listenToInteractions(
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
    const offInteraction = connection.on('Interaction', (event) => {
        // The connection's own picture already holds this event, so what it tells next is no step back.
        catchUp();
        interactionEvents(event).forEach(listener);
    });
    const offStart = connection.on('InitialSetup', ({ receivedAt: at }) => {
        catchUp();
        for (const { interaction } of connection.interactions()) {
            listener({ kind: 'phoneStarted', at, id: interaction.id });
        }
    });
    void Promise.resolve().then(catchUp);
    return () => {
        listening = false;
        offInteraction();
        offStart();
    };
}

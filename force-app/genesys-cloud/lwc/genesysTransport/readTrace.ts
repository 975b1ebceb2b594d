import { decodeClientEvent } from 'c/clientEvents';
import { readTrace } from 'c/clientEventTrace';
import type { TraceProblem } from 'c/clientEventTrace';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction, InteractionEvent, Ledger } from 'c/interactions';
import { interactionEvents } from './interactionEvents.ts';
import type { ClientEvent } from 'c/clientEvents';

/** The interactions of a recorded trace as they stood at its end, oldest first, or why the text is none. */
export type TraceInteractions = { readonly interactions: readonly Interaction[] } | TraceProblem;

/**
 * Reads a recorded trace as a page that listened would have understood it. Never throws.
 * @param began when its first message came, epoch milliseconds
 */
export function interactionsOfTrace(text: string, began: number): TraceInteractions {
    const reading = readTrace(text);
    if ('problem' in reading) return reading;
    let ledger = emptyLedger();
    for (const { atMs, message } of reading.entries) {
        const event = decodeClientEvent(message, new Date(began + atMs).toISOString());
        for (const told of eventsOf(event, ledger)) ledger = applyEvent(ledger, told).ledger;
    }
    const { interactions, order } = ledger;
    return { interactions: order.flatMap((id) => interactions[id] ?? []) };
}

function eventsOf(event: ClientEvent, ledger: Ledger): readonly InteractionEvent[] {
    if (event.type === 'Interaction') return interactionEvents(event);
    if (event.type !== 'InitialSetup') return [];
    return ledger.order
        .filter((id) => ledger.interactions[id]?.disconnected === false)
        .map((id) => ({ kind: 'phoneStarted', at: event.receivedAt, id }));
}

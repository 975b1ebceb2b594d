/** What the Genesys Cloud phone of a real org does where no document settles it (U12 of docs/voice.md), for Org health. */
import type { ClientConnection } from 'c/clientEvents';
import type { PhoneObservation } from 'c/phoneOnPage';
import { createGenesysObservations } from './observations.ts';

export { createGenesysObservations } from './observations.ts';
export type { GenesysObservations } from './observations.ts';

/** One for the page: an item that is popped out makes a new connection. */
const ofPage = createGenesysObservations();

/** Sees what comes over this connection, until that is closed. */
export function watchPhone(connection: ClientConnection): void {
    connection.onMessage((_message, event) => ofPage.hear(event));
}

/** What the phone showed since this page was loaded. */
export function genesysObservations(): readonly PhoneObservation[] {
    return ofPage.observations(Date.now());
}

import type { LiveInteraction } from 'c/clientEvents';
import { createHandOver } from 'c/deskOnPage';
import type { ToldBefore } from 'c/genesysTransport';

/** What the phone told one utility item, and will not tell the next one. */
export interface HandedOver extends ToldBefore {
    readonly interactions: readonly LiveInteraction[];
}

export const NOTHING: HandedOver = { interactions: [], presence: {}, transcripts: {} };

export const toldBefore = createHandOver<HandedOver>();

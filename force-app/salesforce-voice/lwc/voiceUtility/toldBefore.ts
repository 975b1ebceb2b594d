import { createHandOver } from 'c/deskOnPage';
import type { VoiceToldBefore } from 'c/voiceTransport';

/** What the toolkit told one item, and will not tell the next one. */
export interface HandedOver {
    /** The one call of a record page. */
    readonly callId: string | undefined;
    readonly told: VoiceToldBefore;
}

export const toldBefore = createHandOver<HandedOver>();

/** What a real org answers to what no document of Salesforce Voice settles (U1 to U11 of docs/voice.md), for Org health. */
import { watchToolkits } from 'c/voiceToolkit';
import type { PhoneObservation } from 'c/phoneOnPage';
import { createVoiceObservations } from './observations.ts';

export { createVoiceObservations } from './observations.ts';
export type { VoiceObservations } from './observations.ts';

/** One for the page: whoever has an element hears what all of them hear. */
const ofPage = createVoiceObservations();
watchToolkits(ofPage);

/** What all toolkit elements of this page showed since it was loaded. */
export function voiceObservations(): readonly PhoneObservation[] {
    return ofPage.observations();
}

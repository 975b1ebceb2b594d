/**
 * The telephony events of `lightning-service-cloud-voice-toolkit-api`, all of them. Listening for a name that is not among
 * them is silent (G9), so whoever listens takes the names from here. Source: Salesforce Voice developer guide, LWC Toolkit
 * API Telephony Events.
 */
export const TELEPHONY_EVENTS = [
    'audiostats',
    'callstarted',
    'callconnected',
    'callended',
    'hold',
    'resume',
    'mute',
    'unmute',
    'participantadded',
    'participantremoved',
    'conference',
    'swap',
    'pauserecording',
    'resumerecording',
    'transcript',
    'wrapupended',
    'flagraise',
    'flaglower',
    'note'
] as const;

export type TelephonyEventName = (typeof TELEPHONY_EVENTS)[number];

/** Salesforce Voice (Native Telephony) never sends these. */
export const NOT_ON_NATIVE: readonly TelephonyEventName[] = ['audiostats', 'callstarted', 'swap', 'wrapupended'];

const NAMES: ReadonlySet<unknown> = new Set(TELEPHONY_EVENTS);

/** Lower case as the toolkit spells them (V3); Aura's `CALL_STARTED` is another interface. */
export function isTelephonyEvent(name: unknown): name is TelephonyEventName {
    return NAMES.has(name);
}

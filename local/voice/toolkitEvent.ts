/** The 19 telephony events. Source: Salesforce Voice developer guide, LWC Toolkit API Telephony Events. */
export const EVENT_NAMES = [
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
export type EventName = (typeof EVENT_NAMES)[number];

/** Not supported in Salesforce Voice (Native Telephony), says the same page. */
export const NOT_ON_NATIVE: readonly EventName[] = ['audiostats', 'callstarted', 'swap', 'wrapupended'];

/** What a listener of the toolkit reads: a DOM event's type and detail. */
export interface ToolkitEvent {
    readonly type: EventName;
    readonly detail: Readonly<Record<string, unknown>>;
}

/** What happened, before the switches of the phone say in which shape it is told. */
export interface Happened extends ToolkitEvent {
    /** Call ids of the legs of those whom it is about, beside the call's own. */
    readonly legs?: readonly string[];
}

import type { TelephonyEventName } from 'c/voiceToolkitEvents';

/** What a listener of the toolkit's element reads of an event. */
export interface ToolkitEvent {
    readonly type: TelephonyEventName;
    readonly detail: Readonly<Record<string, unknown>> & { readonly callId: string };
}

export const CALL = 'd2d2d2d2-0000-4000-8000-000000000001';
export const CALLER = '+61491570006';
export const COLLEAGUE = 'Billing Support';

const begun = { callId: CALL, callType: 'outbound', participant: CALLER };
const call = { callId: CALL };

/** The guide's own examples share one id across the four kinds of message. */
const message = {
    id: 'e3e3e3e3-0000-4000-8000-000000000001',
    clientSentTimestamp: 1772442005000,
    serverReceivedTimestamp: 1772442005031,
    callId: CALL
};
const agent = { role: 'Agent', displayName: 'Agent One' };
const voiceCallId = '0LQRM0000000001';

/**
 * One of each event, as "Salesforce Voice LWC Toolkit API Telephony Events" in the Salesforce Voice developer guide
 * describes it; ids, numbers and words are invented.
 */
const DETAILS: Readonly<Record<TelephonyEventName, ToolkitEvent['detail']>> = {
    audiostats: {
        ...call,
        stats: 'inputChannelStats',
        packetsLost: 2,
        packetsCount: 1500,
        jitterBufferMillis: 20,
        roundTripTimeMillis: 85,
        statsCount: 1
    },
    callstarted: begun,
    callconnected: begun,
    callended: call,
    hold: { ...call, participant: CALLER },
    resume: { ...call, participant: CALLER },
    mute: call,
    unmute: call,
    participantadded: { ...call, participant: COLLEAGUE },
    participantremoved: { ...call, participant: COLLEAGUE },
    conference: call,
    swap: call,
    pauserecording: call,
    resumerecording: call,
    transcript: { ...message, content: { formatType: 'Text', text: 'Good morning.' }, sender: { role: 'Agent' } },
    wrapupended: call,
    flagraise: {
        ...message,
        content: { formatType: 'Text', text: 'The invoice is wrong twice.' },
        sender: agent,
        voiceCallId
    },
    flaglower: {
        ...message,
        content: { formatType: null, text: null },
        sender: { role: 'Supervisor', displayName: 'Supervisor One' },
        voiceCallId
    },
    note: { ...message, content: { formatType: 'Text', text: 'Offer a credit note.' }, sender: agent }
};

export function toolkitEvent(type: TelephonyEventName, more: Readonly<Record<string, unknown>> = {}): ToolkitEvent {
    return { type, detail: { ...DETAILS[type], ...more } };
}

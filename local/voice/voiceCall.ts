/** Of a connector's calls: the toolkit's page documents the first two, the SDK of the connectors lists the others. */
export const CALL_TYPES = [
    'inbound',
    'outbound',
    'callback',
    'transfer',
    'internalCall',
    'dialedCallback',
    'consult'
] as const;
export type CallType = (typeof CALL_TYPES)[number];

/** `dialing`: an outbound call that nobody answered yet. `wrapUp`: over, with work after the call left to do. */
export type CallState = 'ringing' | 'dialing' | 'connected' | 'wrapUp';

/** Somebody on the line beside the agent. */
export interface Party {
    /** A phone number, or the name of a queue or an agent. */
    readonly name: string;
    /** The vendor has an id for each leg of a call. */
    readonly legId: string;
    readonly held: boolean;
    /** Was called and did not answer yet. */
    readonly ringing: boolean;
}

/** One call of one agent. */
export interface VoiceCall {
    /** Of the agent's own leg: what every event calls `callId`. */
    readonly callId: string;
    /** Record id of the VoiceCall, which two kinds of message carry. */
    readonly voiceCallId: string;
    readonly callType: CallType;
    readonly state: CallState;
    /** Who called, or was called, also when they are gone. */
    readonly participant: string;
    /** Absent once they left. */
    readonly customer?: Party;
    /** Absent while nobody was added. */
    readonly added?: Party;
    readonly muted: boolean;
    readonly recordingPaused: boolean;
    readonly flagRaised: boolean;
    /** How many reports of the line were told. */
    readonly reports: number;
    /** When its present state began, milliseconds since 1970. */
    readonly since: number;
}

/** The one call that goes on: an agent has one at a time, wrap-ups apart. */
export function liveCall(calls: readonly VoiceCall[]): VoiceCall | undefined {
    return calls.find(({ state }) => state !== 'wrapUp');
}

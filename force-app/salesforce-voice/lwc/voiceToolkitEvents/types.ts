import type { TelephonyEventName } from './eventNames.ts';

/** Rules V1 to V14 and G1 to G13: docs/voice.md. */

/** What every event names: the call, by the vendor's own id. Never empty (V4). */
interface OfCall {
    readonly callId: string;
}

/** How a call came about. The set is open and its case varies, so both spellings are kept (V5). */
export interface CallType {
    /** As it came. */
    readonly raw: string;
    /** Lower case, without spaces around it, such as `inbound`. */
    readonly folded: string;
}

export interface CallBegins extends OfCall {
    readonly type: 'callstarted' | 'callconnected';
    readonly callType?: CallType;
    /** The other side's number, however it is written; it may be a name (V6). */
    readonly participant?: string;
}

export interface CallTold extends OfCall {
    readonly type:
        'callended' | 'mute' | 'unmute' | 'conference' | 'swap' | 'pauserecording' | 'resumerecording' | 'wrapupended';
}

export interface PartyTold extends OfCall {
    readonly type: 'hold' | 'resume' | 'participantadded' | 'participantremoved';
    /** A phone number or the name of a quick connect; absent where the vendor does not say whom (V6). */
    readonly participant?: string;
}

export type SenderRole = 'agent' | 'supervisor' | 'enduser' | 'unknown';

export interface Sender {
    readonly role: SenderRole;
    readonly displayName?: string;
}

export interface MessageTold extends OfCall {
    readonly type: 'transcript' | 'flagraise' | 'flaglower' | 'note';
    /** Several types may share one id (V13); absent in older transcripts. */
    readonly id?: string;
    /** Epoch milliseconds, UTC (V8). */
    readonly clientSentAt?: number;
    readonly serverReceivedAt?: number;
    /** As it was received: it may hold HTML entities, and is never rendered as HTML (V9). Absent only from `flaglower`. */
    readonly text?: string;
    readonly formatType?: string;
    readonly sender: Sender;
    /** Record id of the VoiceCall. */
    readonly voiceCallId?: string;
}

/** Of one direction of the sound. Counts since the last report. */
export interface ChannelStats {
    readonly packetsLost?: number;
    readonly packetsCount?: number;
    readonly jitterBufferMillis?: number;
    readonly roundTripTimeMillis?: number;
}

export interface AudioStats extends OfCall {
    readonly type: 'audiostats';
    readonly input?: ChannelStats;
    readonly output?: ChannelStats;
}

export type VoiceEvent = CallBegins | CallTold | PartyTold | MessageTold | AudioStats;

/**
 * `NOT_AN_EVENT`: no object, for instance an event that was turned into text. `UNKNOWN_TYPE`: none of the 19 names.
 * `MISSING_CALL_ID`: no call is named, and none is guessed. `BAD_CONTENT`: a message without its text.
 * `UNREADABLE`: reading it threw.
 */
export type RefusalCode = 'NOT_AN_EVENT' | 'UNKNOWN_TYPE' | 'MISSING_CALL_ID' | 'BAD_CONTENT' | 'UNREADABLE';

export type DecodedVoiceEvent =
    | { readonly ok: true; readonly event: VoiceEvent }
    /** `type` is empty where it is none of the 19 names: it may hold anything. */
    | { readonly ok: false; readonly code: RefusalCode; readonly type: TelephonyEventName | '' };

/** What the Salesforce Voice toolkit says, checked. Pure: no clock, no page, nothing of the platform. */
export { decodeVoiceEvent } from './decode.ts';
export { own } from './own.ts';
export { NOT_ON_NATIVE, TELEPHONY_EVENTS, isTelephonyEvent } from './eventNames.ts';
export type { TelephonyEventName } from './eventNames.ts';
export type {
    AudioStats,
    CallBegins,
    CallTold,
    CallType,
    ChannelStats,
    DecodedVoiceEvent,
    MessageTold,
    PartyTold,
    RefusalCode,
    Sender,
    SenderRole,
    VoiceEvent
} from './types.ts';

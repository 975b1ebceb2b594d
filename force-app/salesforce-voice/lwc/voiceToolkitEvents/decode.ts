import { audioStats } from './audioStats.ts';
import { isTelephonyEvent } from './eventNames.ts';
import type { TelephonyEventName } from './eventNames.ts';
import { messageTold } from './messages.ts';
import { isObject, own, text, told } from './own.ts';
import type { CallBegins, CallType, DecodedVoiceEvent, PartyTold, RefusalCode, VoiceEvent } from './types.ts';

/**
 * What one event of the toolkit says. It always answers, and never throws. The answer is a fresh plain object with the
 * known fields only (V12): nothing of the event itself is kept, which may be a proxy.
 * @param event as a listener receives it: `type`, inherited by the event (V2), and `detail`, an object
 */
export function decodeVoiceEvent(event: unknown): DecodedVoiceEvent {
    let named: TelephonyEventName | undefined;
    try {
        if (!isObject(event)) return refused('NOT_AN_EVENT');
        const { type } = event;
        if (!isTelephonyEvent(type)) return refused('UNKNOWN_TYPE');
        named = type;
        const { detail } = event;
        // A call that is not named is never guessed (V4).
        const callId = text(own(detail, 'callId'));
        if (callId === undefined) return refused('MISSING_CALL_ID', type);
        const decoded = read(type, callId, detail);
        return decoded === undefined ? refused('BAD_CONTENT', type) : { ok: true, event: decoded };
    } catch {
        return refused('UNREADABLE', named);
    }
}

function refused(code: RefusalCode, type: TelephonyEventName | '' = ''): DecodedVoiceEvent {
    return { ok: false, code, type };
}

function read(type: TelephonyEventName, callId: string, detail: unknown): VoiceEvent | undefined {
    switch (type) {
        case 'callstarted':
        case 'callconnected':
            return told<CallBegins>({
                type,
                callId,
                callType: callTypeOf(own(detail, 'callType')),
                participant: text(own(detail, 'participant'))
            });
        case 'hold':
        case 'resume':
        case 'participantadded':
        case 'participantremoved':
            return told<PartyTold>({ type, callId, participant: text(own(detail, 'participant')) });
        case 'transcript':
        case 'flagraise':
        case 'flaglower':
        case 'note':
            return messageTold(type, callId, detail);
        case 'audiostats':
            return audioStats(callId, detail);
        default:
            return { type, callId };
    }
}

function callTypeOf(raw: unknown): CallType | undefined {
    const folded = text(raw)?.toLowerCase();
    return typeof raw === 'string' && folded !== undefined ? { raw, folded } : undefined;
}

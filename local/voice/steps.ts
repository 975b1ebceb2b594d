import { allow } from '../genesys/allow.ts';
import type { Happened } from './toolkitEvent.ts';
import type { CallType, Party, VoiceCall } from './voiceCall.ts';
import { liveCall } from './voiceCall.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/** What a step may use beside the calls. */
export interface Around {
    /** Milliseconds since 1970. */
    readonly now: number;
    readonly newId: () => string;
    readonly settings: VoiceSettings;
    /** The name of an agent or a queue, as Salesforce knows it by this id. */
    readonly nameOf: (agentOrQueueId: string) => string | undefined;
}

/** The calls after something happened, and what happened in order. */
export interface Step {
    readonly calls: readonly VoiceCall[];
    readonly happened: readonly Happened[];
}

const BUSY = 'There is a call already.';
const NOBODY = 'There is no call.';

export function theLiveCall(calls: readonly VoiceCall[]): VoiceCall {
    const call = liveCall(calls);
    allow(call !== undefined, NOBODY);
    return call;
}

export function theConnectedCall(calls: readonly VoiceCall[]): VoiceCall {
    const call = liveCall(calls);
    allow(call?.state === 'connected', 'No call is connected.');
    return call;
}

/** A new call rings, or is dialled. */
export function begin(
    calls: readonly VoiceCall[],
    { callType, participant }: { callType: CallType; participant: string },
    { newId, now }: Around,
    callId = newId()
): Step {
    allow(liveCall(calls) === undefined, BUSY);
    allow(!calls.some((call) => call.callId === callId), 'A call with this id is wrapped up still.');
    const call: VoiceCall = {
        callId,
        voiceCallId: `0LQ${callId.replaceAll('-', '').slice(0, 12).toUpperCase()}AAA`,
        callType,
        state: callType === 'outbound' ? 'dialing' : 'ringing',
        participant,
        customer: { name: participant, legId: callId, held: false, ringing: callType === 'outbound' },
        muted: false,
        recordingPaused: false,
        flagRaised: false,
        reports: 0,
        since: now
    };
    return { calls: [...calls, call], happened: [{ type: 'callstarted', detail: { callId, callType, participant } }] };
}

export function connect(calls: readonly VoiceCall[], call: VoiceCall, { now }: Around): Step {
    const { callId, callType, customer, participant } = call;
    const answered = customer === undefined ? {} : { customer: { ...customer, ringing: false } };
    return {
        calls: replaced(calls, { ...call, ...answered, state: 'connected', since: now }),
        happened: [{ type: 'callconnected', detail: { callId, callType, participant } }]
    };
}

/** Who was never connected has nothing to wrap up. */
export function end(calls: readonly VoiceCall[], call: VoiceCall, { now, settings }: Around): Step {
    const { added, callId } = call;
    const wrapsUp = call.state === 'connected' && settings.wrapUp && settings.telephony !== 'native';
    const { added: _gone, customer: _too, ...over } = call;
    return {
        calls: wrapsUp
            ? replaced(calls, { ...over, state: 'wrapUp', since: now })
            : calls.filter((one) => one.callId !== callId),
        happened: [{ type: 'callended', detail: { callId }, ...(added ? { legs: [added.legId] } : {}) }]
    };
}

/** One of those on the line goes. The call is over when nobody is left. */
export function leave(calls: readonly VoiceCall[], call: VoiceCall, who: 'customer' | 'added', around: Around): Step {
    const { added, customer, ...rest } = call;
    const [gone, left] = who === 'customer' ? [customer, added] : [added, customer];
    allow(gone !== undefined, who === 'customer' ? 'The customer is not on the line.' : 'Nobody was added.');
    // Who is only rung cannot keep a call.
    if (left === undefined || left.ringing) return end(calls, call, around);
    return {
        calls: replaced(calls, { ...rest, ...(who === 'customer' ? { added: left } : { customer: left }) }),
        happened: [partyEvent('participantremoved', call, gone)]
    };
}

export function partyEvent(
    type: 'hold' | 'resume' | 'participantadded' | 'participantremoved',
    { callId }: VoiceCall,
    { legId, name }: Party
): Happened {
    const isOwnLeg = type === 'hold' || type === 'resume';
    return { type, detail: { callId, participant: name }, ...(isOwnLeg ? {} : { legs: [legId] }) };
}

/** Changes one call and tells something of it that has no more fields than its id. */
export function told(
    calls: readonly VoiceCall[],
    call: VoiceCall,
    type: 'mute' | 'unmute' | 'conference' | 'swap' | 'pauserecording' | 'resumerecording'
): Step {
    return { calls: replaced(calls, call), happened: [{ type, detail: { callId: call.callId } }] };
}

export function replaced(calls: readonly VoiceCall[], call: VoiceCall): readonly VoiceCall[] {
    return calls.map((one) => (one.callId === call.callId ? call : one));
}

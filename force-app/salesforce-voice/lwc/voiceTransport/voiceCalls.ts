import type { InteractionEvent } from 'c/interactions';
import { NOT_ON_NATIVE } from 'c/voiceToolkitEvents';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { factsOf } from './callFacts.ts';
import { after, begins } from './voiceCall.ts';
import type { Surroundings, VoiceCall } from './voiceCall.ts';

export interface VoiceCalls {
    /** By id, the one that was heard of first comes first. */
    readonly calls: ReadonlyMap<string, VoiceCall>;
    /** True once something was told that Native Telephony never tells: then a call that ended waits for its wrap-up. */
    readonly tellsWrapUp: boolean;
}

export interface AppliedVoiceEvent {
    readonly calls: VoiceCalls;
    /** Absent for a repetition, and for what is about no call that is known. */
    readonly event?: InteractionEvent;
    /** True where it begins a call in its middle: nothing told how it began (G8). */
    readonly isLate?: boolean;
}

/** So many calls are remembered, so that what comes late about them begins nothing. */
const KEPT = 50;

export function noCalls(): VoiceCalls {
    return { calls: new Map(), tellsWrapUp: false };
}

/** The calls after one event. Pure, and never throws. */
export function applyVoiceEvent(
    before: VoiceCalls,
    event: VoiceEvent,
    around: Pick<Surroundings, 'at' | 'kept'>
): AppliedVoiceEvent {
    const tellsWrapUp = before.tellsWrapUp || around.kept.tellsWrapUp === true || NOT_ON_NATIVE.includes(event.type);
    const known = before.calls.get(event.callId);
    const call = known ?? begins(event, around);
    const now = call && after(call, event, { ...around, tellsWrapUp });
    if (now === undefined || now === known) return { calls: { ...before, tellsWrapUp } };
    return {
        calls: { calls: withCall(before.calls, now), tellsWrapUp },
        event: eventOf(now, around.at),
        isLate: known === undefined && now.isPartial === true
    };
}

/** All that is known of the call. */
export function eventOf(call: VoiceCall, at: string): InteractionEvent {
    return { kind: call.isPartial ? 'mentioned' : 'described', at, id: call.id, facts: factsOf(call) };
}

/** Of a call whose beginning nobody heard; a time that was heard stays. */
export function withConnect(before: VoiceCalls, id: string, connectedAt: string): VoiceCalls {
    const call = before.calls.get(id);
    if (call === undefined || call.connectedAt !== undefined) return before;
    return { ...before, calls: new Map(before.calls).set(id, { ...call, connectedAt }) };
}

/** The one call that goes on; undefined where there is none, or more than one. */
export function liveCall({ calls }: VoiceCalls): VoiceCall | undefined {
    const live = [...calls.values()].filter(({ state }) => state !== 'ended');
    return live.length === 1 ? live[0] : undefined;
}

function withCall(calls: ReadonlyMap<string, VoiceCall>, call: VoiceCall): ReadonlyMap<string, VoiceCall> {
    const all = new Map(calls).set(call.id, call);
    const over = [...all.values()].filter(({ state }) => state === 'ended');
    for (const { id } of over.slice(0, Math.max(0, all.size - KEPT))) all.delete(id);
    return all;
}

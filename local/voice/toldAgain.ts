import { asTold } from './asTold.ts';
import type { Happened, ToolkitEvent } from './toolkitEvent.ts';
import { liveCall } from './voiceCall.ts';
import type { VoiceCall } from './voiceCall.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/**
 * What a page that is loaded anew is told of the active call: how it began and who was added. Neither hold, mute nor a
 * paused recording is told again; wrap-up is no active call.
 */
export function toldAgain(calls: readonly VoiceCall[], settings: VoiceSettings): readonly ToolkitEvent[] {
    const call = liveCall(calls);
    if (call === undefined || !settings.toldAgain) return [];
    const { added, callId, callType, participant, state } = call;
    const began: Happened = {
        type: state === 'connected' ? 'callconnected' : 'callstarted',
        detail: { callId, callType, participant }
    };
    const came: Happened[] = added
        ? [{ type: 'participantadded', detail: { callId, participant: added.name }, legs: [added.legId] }]
        : [];
    return asTold([began, ...came], settings);
}

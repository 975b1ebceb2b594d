import { knownFacts } from 'c/interactions';
import type { InteractionFacts } from 'c/interactions';
import type { VoiceCall } from './voiceCall.ts';

/** The part of the Task's key: the vendor's id is that of the agent's own leg. */
const PART = 'leg';

/** What the call says of the interaction. What no event tells is absent: queue, start, times before the agent. */
export function factsOf(call: VoiceCall): InteractionFacts {
    const { state, callType, connectedAt, endedAt, isDone, recordingPaused, wrapUpSeconds } = call;
    return knownFacts({
        type: 'call',
        part: PART,
        state: state === 'ended' ? 'disconnected' : state,
        done: isDone,
        direction: callType === 'inbound' || callType === 'outbound' ? callType : undefined,
        internal: callType === 'internalcall' ? true : undefined,
        securePause: recordingPaused,
        connectedTime: connectedAt,
        endTime: endedAt,
        wrapUpSeconds,
        ...otherSide(call)
    });
}

function otherSide({ callType, own }: VoiceCall): InteractionFacts {
    if (own === undefined) return {};
    const side = { phone: own, displayAddress: own };
    if (callType === 'inbound') return { ...side, ani: own };
    return callType === 'outbound' ? { ...side, calledNumber: own } : side;
}

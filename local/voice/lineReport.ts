import { replaced } from './steps.ts';
import type { Step } from './steps.ts';
import type { VoiceCall } from './voiceCall.ts';
import type { Line } from './voiceSettings.ts';

/** What a report says of thirty seconds. */
const FIGURES: Readonly<
    Record<Line, { packetsLost: number; jitterBufferMillis: number; roundTripTimeMillis: number }>
> = {
    good: { packetsLost: 3, jitterBufferMillis: 20, roundTripTimeMillis: 85 },
    fair: { packetsLost: 40, jitterBufferMillis: 60, roundTripTimeMillis: 420 },
    poor: { packetsLost: 180, jitterBufferMillis: 140, roundTripTimeMillis: 900 }
};
const PACKETS = 1500;

/** Reports of the line, both directions in each. */
export function report(calls: readonly VoiceCall[], call: VoiceCall, line: Line, count: number): Step {
    const { callId, reports } = call;
    return {
        calls: replaced(calls, { ...call, reports: reports + count }),
        happened: Array.from({ length: count }, (_, at) => {
            const figures = { ...FIGURES[line], packetsCount: PACKETS, statsCount: reports + at + 1 };
            const stats = [{ inputChannelStats: figures, outputChannelStats: { ...figures, packetsLost: 0 } }];
            return { type: 'audiostats', detail: { callId, stats } };
        })
    };
}

import { figure, isObject, own, told } from './own.ts';
import type { AudioStats, ChannelStats } from './types.ts';

/** Documented flat, with `stats` naming the direction; connectors send a list with both directions in it (V11). */
export function audioStats(callId: string, detail: unknown): AudioStats {
    const stats = own(detail, 'stats');
    const nested: unknown = Array.isArray(stats) ? stats[0] : isObject(stats) ? stats : undefined;
    return told<AudioStats>({
        type: 'audiostats',
        callId,
        input: stats === 'inputChannelStats' ? figures(detail) : figures(own(nested, 'inputChannelStats')),
        output: stats === 'outputChannelStats' ? figures(detail) : figures(own(nested, 'outputChannelStats'))
    });
}

function figures(of: unknown): ChannelStats | undefined {
    const stats = told<ChannelStats>({
        packetsLost: count(own(of, 'packetsLost')),
        packetsCount: count(own(of, 'packetsCount')),
        jitterBufferMillis: count(own(of, 'jitterBufferMillis')),
        roundTripTimeMillis: count(own(of, 'roundTripTimeMillis'))
    });
    return Object.keys(stats).length === 0 ? undefined : stats;
}

/** Less than nothing is no count and no time. */
function count(value: unknown): number | undefined {
    const known = figure(value);
    return known !== undefined && known >= 0 ? known : undefined;
}

import type { LineQuality } from 'c/agentDesk';
import type { ChannelStats } from 'c/voiceToolkitEvents';

/** From which value on a line is fair, and poor. Delays: ITU-T G.114 has 150 and 400 ms one way; losses: 1 and 5 %. */
const LIMITS = {
    lossPercent: [1, 5],
    jitterMs: [30, 100],
    roundTripMs: [300, 800]
} as const;

/** The worse of both directions; undefined where no figure was told. */
export function lineQuality(...directions: readonly (ChannelStats | undefined)[]): LineQuality | undefined {
    const channels = directions.flatMap((channel) => channel ?? []);
    const lossPercent = worst(channels.flatMap(lossOf));
    const jitterMs = worst(channels.flatMap(({ jitterBufferMillis }) => jitterBufferMillis ?? []));
    const roundTripMs = worst(channels.flatMap(({ roundTripTimeMillis }) => roundTripTimeMillis ?? []));
    const figures = { lossPercent, jitterMs, roundTripMs };
    const known = Object.entries(figures).filter(([, value]) => value !== undefined);
    if (known.length === 0) return undefined;
    const grades = known.map(([name, value]) => grade(name as keyof typeof LIMITS, value ?? 0));
    const word = grades.includes('poor') ? 'poor' : grades.includes('fair') ? 'fair' : 'good';
    return { word, ...(Object.fromEntries(known) as Omit<LineQuality, 'word'>) };
}

function grade(name: keyof typeof LIMITS, value: number): LineQuality['word'] {
    const [fair, poor] = LIMITS[name];
    if (value >= poor) return 'poor';
    return value >= fair ? 'fair' : 'good';
}

function lossOf({ packetsCount, packetsLost }: ChannelStats): number[] {
    if (packetsCount === undefined || packetsLost === undefined || packetsCount + packetsLost === 0) return [];
    return [Math.round((1000 * packetsLost) / (packetsCount + packetsLost)) / 10];
}

function worst(values: readonly number[]): number | undefined {
    return values.length === 0 ? undefined : Math.max(...values);
}

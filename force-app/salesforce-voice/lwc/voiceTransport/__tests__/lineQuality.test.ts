import type { ChannelStats } from 'c/voiceToolkitEvents';
import { lineQuality } from '../lineQuality.ts';

describe('V11 one word for the line', () => {
    it.each<[word: string, ChannelStats]>([
        ['good', { packetsLost: 9, packetsCount: 991 }],
        ['fair', { packetsLost: 10, packetsCount: 990 }],
        ['fair', { packetsLost: 49, packetsCount: 951 }],
        ['poor', { packetsLost: 50, packetsCount: 950 }],
        ['good', { jitterBufferMillis: 29 }],
        ['fair', { jitterBufferMillis: 30 }],
        ['poor', { jitterBufferMillis: 100 }],
        ['good', { roundTripTimeMillis: 299 }],
        ['fair', { roundTripTimeMillis: 300 }],
        ['poor', { roundTripTimeMillis: 800 }],
        ['poor', { roundTripTimeMillis: 10, jitterBufferMillis: 100 }]
    ])('is %s with %j', (word, stats) => {
        expect(lineQuality(stats, undefined)).toMatchObject({ word });
    });

    it('is that of the worse direction', () => {
        expect(lineQuality({ jitterBufferMillis: 10 }, { jitterBufferMillis: 200 })).toEqual({
            word: 'poor',
            jitterMs: 200
        });
    });

    it.each<[string, readonly (ChannelStats | undefined)[]]>([
        ['nothing', []],
        ['no direction', [undefined, undefined]],
        ['packets of which none was sent', [{ packetsLost: 0, packetsCount: 0 }]],
        ['lost packets of nobody knows how many', [{ packetsLost: 7 }]]
    ])('is not said where the report told %s', (_what, stats) => {
        expect(lineQuality(...stats)).toBeUndefined();
    });
});

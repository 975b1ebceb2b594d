import type { Utterance } from 'c/agentDesk';
import fc from 'fast-check';
import { createTranscripts } from '../transcripts.ts';

const START = Date.parse('2026-01-15T09:00:00.000Z');

/** What was said, one second apart. */
function said(count: number): Utterance[] {
    return Array.from({ length: count }, (_one, second) => ({
        id: `u${second}`,
        speaker: second % 2 === 0 ? 'customer' : 'agent',
        text: `words ${second}`,
        at: new Date(START + second * 1_000).toISOString()
    }));
}

it('the agent reads everything once and in order, however the phone repeats and reorders it (W17)', () => {
    fc.assert(
        fc.property(
            fc.integer({ min: 1, max: 30 }).chain((count) =>
                fc.record({
                    all: fc.constant(said(count)),
                    messages: fc.array(fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 5 }))
                })
            ),
            ({ all, messages }) => {
                const transcripts = createTranscripts();
                for (const message of messages) {
                    transcripts.hear(
                        'call-1',
                        message.flatMap((index) => all[index] ?? [])
                    );
                }
                const heard = new Set(messages.flat());
                expect(transcripts.of('call-1') ?? []).toEqual(all.filter((_one, index) => heard.has(index)));
            }
        )
    );
});

it('a repetition alone is no news to the agent', () => {
    const transcripts = createTranscripts();
    expect(transcripts.hear('call-1', said(2))).toBe(true);
    expect(transcripts.hear('call-1', said(2))).toBe(false);
});

it('the agent reads the better words when the phone corrects an utterance', () => {
    const transcripts = createTranscripts();
    const [first, second] = said(2) as [Utterance, Utterance];
    transcripts.hear('call-1', [first, second]);
    transcripts.hear('call-1', [{ ...first, text: 'better words' }]);
    expect(transcripts.of('call-1')?.map(({ text }) => text)).toEqual(['better words', 'words 1']);
});

it('of an endless call the agent has the newest 500 utterances, and a repeated old one does not come back', () => {
    const transcripts = createTranscripts();
    const all = said(600);
    all.forEach((one) => transcripts.hear('call-1', [one]));
    transcripts.hear('call-1', all.slice(0, 10));
    expect(transcripts.of('call-1')).toEqual(all.slice(100));
});

it('of many calls the agent has the thirty that were spoken in last', () => {
    const transcripts = createTranscripts();
    for (let call = 0; call < 35; call += 1) {
        transcripts.hear(`call-${call}`, said(1));
    }
    expect(transcripts.of('call-4')).toBeUndefined();
    expect(transcripts.of('call-5')).toEqual(said(1));
});

import type { Clock } from 'c/taskSync';
import { handOver, takeOver } from '../handOver.ts';
import type { HandedOver } from '../handOver.ts';

const NOTHING: HandedOver = { interactions: [], presence: {}, transcripts: {} };
const SAID: HandedOver = {
    ...NOTHING,
    transcripts: { 'call-1': [{ id: 'u1', speaker: 'customer', text: 'Hello?', at: '2026-01-15T09:00:01.000Z' }] }
};

/** Timers that the test runs itself. */
function clockAt(now: number): { clock: Clock; waiting: { ms: number; run: () => void }[] } {
    const waiting: { ms: number; run: () => void }[] = [];
    const after: Clock['after'] = (ms, run) => {
        waiting.push({ ms, run });
        return () => undefined;
    };
    return { clock: { now: () => now, after }, waiting };
}

it('what was said is in no memory any more ten seconds after the utility was closed, whatever the clock says then', () => {
    const { clock, waiting } = clockAt(1_000);
    handOver(SAID, clock);
    expect(waiting.map(({ ms }) => ms)).toEqual([10_000]);
    waiting[0]?.run();
    expect(takeOver(1_000)).toEqual(NOTHING);
});

it('the agent who pops the panel out twice has what the second one knew, also when the ten seconds of the first are over', () => {
    const first = clockAt(1_000);
    handOver(NOTHING, first.clock);
    handOver(SAID, clockAt(9_000).clock);
    first.waiting[0]?.run();
    expect(takeOver(11_001).transcripts).toEqual(SAID.transcripts);
});

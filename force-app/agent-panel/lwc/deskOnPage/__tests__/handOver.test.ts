import { createHandOver } from 'c/deskOnPage';
import type { Clock } from 'c/taskSync';

/** Timers that the test runs itself. */
function clockAt(now: number): { clock: Clock; waiting: { ms: number; run: () => void }[] } {
    const waiting: { ms: number; run: () => void }[] = [];
    const after: Clock['after'] = (ms, run) => {
        waiting.push({ ms, run });
        return () => undefined;
    };
    return { clock: { now: () => now, after }, waiting };
}

it('the next item has what the one before knew, and only the next one', () => {
    const between = createHandOver<string>();
    between.leave('what was said', clockAt(1_000).clock);
    expect([between.take(11_000), between.take(11_000)]).toEqual(['what was said', undefined]);
});

it('an item that comes later than ten seconds has nothing of the one before', () => {
    const between = createHandOver<string>();
    between.leave('what was said', clockAt(1_000).clock);
    expect(between.take(11_001)).toBeUndefined();
});

it('what was said is in no memory any more ten seconds after the utility was closed, whatever the clock says then', () => {
    const between = createHandOver<string>();
    const { clock, waiting } = clockAt(1_000);
    between.leave('what was said', clock);
    expect(waiting.map(({ ms }) => ms)).toEqual([10_000]);
    waiting[0]?.run();
    expect(between.take(1_000)).toBeUndefined();
});

it('the agent who pops the panel out twice has what the second one knew, also when the ten seconds of the first are over', () => {
    const between = createHandOver<string>();
    const first = clockAt(1_000);
    between.leave('of the first', first.clock);
    between.leave('of the second', clockAt(9_000).clock);
    first.waiting[0]?.run();
    expect(between.take(11_001)).toBe('of the second');
});

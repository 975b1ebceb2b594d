import { CALL, OWN } from '../../../../../test/ports/testEngine.ts';
import type { OutboxEntry } from '../outbox.ts';
import { backoff, heldBack, nextLook } from '../patience.ts';

const NOW = Date.parse('2026-01-15T09:10:00.000Z');
const MINUTE = 60_000;
const before = (ms: number): string => new Date(NOW - ms).toISOString();

function kept(more: Partial<OutboxEntry> = {}): OutboxEntry {
    return { key: CALL, interactionType: 'call', patch: {}, defaults: {}, due: 1, keptAt: NOW, ...more };
}

it('what failed is tried again after one second, then two, four and so on, a minute apart at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 60].map(backoff)).toEqual([
        1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000
    ]);
});

it('during a call the phone’s Task is looked for four times, ever more slowly', () => {
    expect([1, 2, 3, 4, 5].map((looks) => nextLook(looks, NOW, undefined))).toEqual([
        1_000,
        2_000,
        4_000,
        undefined,
        undefined
    ]);
});

it('after the call it is looked for every ten seconds, the last time when we may make one ourselves', () => {
    const looks = (left: number): (number | undefined)[] => [1, 4, 5, 9].map((look) => nextLook(look, NOW, NOW + left));
    expect(looks(60_000)).toEqual([1_000, 8_000, 10_000, 10_000]);
    expect(looks(3_000)).toEqual([1_000, 3_000, 3_000, 3_000]);
    expect(looks(-5_000)).toEqual([0, 0, 0, 0]);
});

describe('values are held back', () => {
    const held = (when: 'eachStep' | 'end' | 'wrapUp', more: Partial<OutboxEntry> = {}): number | undefined =>
        heldBack(kept(more), { ...OWN, when }, NOW);

    it('never where the admin wants each step written, nor for a Task that the agent wants anew', () => {
        expect([held('eachStep'), held('end', { remake: true }), held('wrapUp', { remake: true })]).toEqual([0, 0, 0]);
    });

    it('until the next step of a live call, wrapped up or not', () => {
        expect([held('end'), held('wrapUp'), held('wrapUp', { wrappedUp: true })]).toEqual([
            undefined,
            undefined,
            undefined
        ]);
    });

    it('no more once the call has ended, where they are written at its end', () => {
        expect(held('end', { disconnectedAt: before(0) })).toBe(0);
    });

    it('until the wrap-up, ten minutes at most, also by a clock that was set', () => {
        expect(held('wrapUp', { disconnectedAt: before(0), wrappedUp: true })).toBe(0);
        expect(held('wrapUp', { disconnectedAt: before(4 * MINUTE) })).toBe(6 * MINUTE);
        expect(held('wrapUp', { disconnectedAt: before(11 * MINUTE) })).toBe(0);
        expect(held('wrapUp', { disconnectedAt: before(-60 * MINUTE) })).toBe(10 * MINUTE);
    });
});

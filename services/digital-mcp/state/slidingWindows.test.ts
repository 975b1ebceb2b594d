import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { memoryWindows } from './slidingWindows.ts';

const WINDOW_MS = 60_000;
const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
    fc.constantFrom(WINDOW_MS - 1, WINDOW_MS, WINDOW_MS + 1)
);

test('never more than so many in any minute, and nobody is refused while there were fewer', async () => {
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 80 }), async (most, steps) => {
            const clock = clockForTests();
            const windows = memoryWindows(clock);
            const through: number[] = [];
            for (const ms of steps) {
                clock.set(clock.now() + ms);
                const now = clock.now();
                const recent = through.filter((at) => at > now - WINDOW_MS);
                const looked = await windows.full([{ key: 'calls', most }], WINDOW_MS);
                const full = await windows.admit([{ key: 'calls', most }], WINDOW_MS);
                assert.deepEqual(looked, full);
                assert.equal(full === undefined, recent.length < most);
                // The wait that is told is exactly long enough.
                if (full !== undefined) assert.equal(full.waitMs, (recent.at(-most) ?? 0) + WINDOW_MS - now);
                else through.push(now);
            }
        })
    );
});

test('with a clock that is set back now and then, there are never more in a minute, and nobody waits for longer than one', async () => {
    const move = fc.record({ ms: step, backMs: fc.oneof(fc.constant(0), fc.constantFrom(1, 30_000, 86_400_000)) });
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(move, { maxLength: 60 }), async (most, moves) => {
            const clock = clockForTests();
            const windows = memoryWindows(clock);
            let real = 0;
            const through: number[] = [];
            for (const { ms, backMs } of moves) {
                real += ms;
                clock.set(clock.now() + ms - backMs);
                const full = await windows.admit([{ key: 'calls', most }], WINDOW_MS);
                if (full !== undefined) assert.ok(full.waitMs > 0 && full.waitMs <= WINDOW_MS);
                else through.push(real);
                assert.ok(through.filter((at) => at > real - WINDOW_MS).length <= most);
            }
            clock.set(clock.now() + WINDOW_MS);
            assert.equal(await windows.admit([{ key: 'calls', most }], WINDOW_MS), undefined);
        })
    );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockForTests } from './clockForTests.ts';
import { createLimiter } from './limiter.ts';

test('no minute has more requests than one OAuth client may send', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 60 }),
            fc.integer({ min: 1, max: 8 }),
            async (gaps, perMinute) => {
                const clock = clockForTests();
                const limiter = createLimiter({ clock, perMinute });
                const sent: number[] = [];
                for (const gap of gaps) {
                    clock.set(clock.now() + gap);
                    await limiter.take();
                    sent.push(clock.now());
                }
                for (const at of sent)
                    assert.ok(sent.filter((other) => other > at - 60_000 && other <= at).length <= perMinute);
            }
        )
    );
});

test('where the answers tell of less, all wait until there is more', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock });
    limiter.learn({ allowed: 300, count: 299, resetSeconds: 20 });
    await limiter.take();
    assert.deepEqual(clock.waits, []);
    await limiter.take();
    assert.deepEqual(clock.waits, [20_000]);
});

test('an older answer that comes late does not open the gate again', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock });
    limiter.learn({ allowed: 10, count: 10, resetSeconds: 30 });
    limiter.learn({ allowed: 10, count: 2, resetSeconds: 30 });
    await limiter.take();
    assert.deepEqual(clock.waits, [30_000]);
});

test('after a refusal everybody waits, in the order of coming', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock });
    limiter.pause(5_000);
    const order: string[] = [];
    await Promise.all(['first', 'second', 'third'].map((name) => limiter.take().then(() => order.push(name))));
    assert.deepEqual([order, clock.waits], [['first', 'second', 'third'], [5_000]]);
});

test('whoever goes while waiting is told at once, and the next one has its turn', async () => {
    let open = (): void => undefined;
    const shut = new Promise<void>((resolve) => (open = resolve));
    let isOpen = false;
    const clock = { ...clockForTests(), wait: () => shut.then(() => void (isOpen = true)) };
    clock.now = () => (isOpen ? Date.UTC(2026, 10, 3) : Date.UTC(2026, 10, 2));
    const limiter = createLimiter({ clock, perMinute: 1 });
    await limiter.take();
    const goes = new AbortController();
    const [first, second, third] = [limiter.take(), limiter.take(goes.signal), limiter.take()];
    goes.abort(new Error('gone'));
    await assert.rejects(second, /gone/);
    open();
    await first;
    isOpen = false;
    await third;
});

test('a clock that is set back does not close the gate for more than a minute', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock, perMinute: 1 });
    await limiter.take();
    clock.set(clock.now() - 86_400_000);
    await limiter.take();
    assert.ok(clock.waits.reduce((sum, ms) => sum + ms, 0) <= 60_000);
});

test('nobody waits longer than the requests of the last minute want, also on a clock that was set back', async () => {
    await fc.assert(
        fc.asyncProperty(
            fc.array(fc.integer({ min: -90_000, max: 30_000 }), { minLength: 1, maxLength: 60 }),
            fc.integer({ min: 1, max: 8 }),
            async (gaps, perMinute) => {
                const clock = clockForTests();
                const limiter = createLimiter({ clock, perMinute });
                let counted: number[] = [];
                const ofTheMinute = (now: number): number[] => counted.filter((at) => at > now - 60_000 && at <= now);
                for (const gap of gaps) {
                    clock.set(clock.now() + gap);
                    const now = clock.now();
                    counted = ofTheMinute(now);
                    const [oldest] = counted;
                    const wanted = counted.length >= perMinute && oldest !== undefined ? oldest + 60_000 - now : 0;
                    await limiter.take();
                    assert.equal(clock.now() - now, wanted);
                    counted = [...ofTheMinute(clock.now()), clock.now()];
                }
            }
        )
    );
});

test('after a refusal for two hours whoever has a minute is told at once how long it is, and nobody waits in vain', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock });
    limiter.pause(7_200_000);
    await assert.rejects(limiter.take(undefined, clock.now() + 60_000), { name: 'TooLong', waitMs: 7_200_000 });
    assert.deepEqual(clock.waits, []);
    clock.set(clock.now() + 7_200_000);
    await limiter.take();
    assert.deepEqual(clock.waits, []);
});

test('a pause and a quota are not longer for a clock that is set back meanwhile', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock });
    limiter.pause(40_000);
    limiter.learn({ allowed: 10, count: 10, resetSeconds: 30 });
    clock.set(clock.now() - 86_400_000);
    await limiter.take();
    assert.deepEqual(clock.waits, [40_000]);
});

test('who can do without sending sees how much is left, and nothing while anybody waits', async () => {
    const clock = clockForTests();
    const limiter = createLimiter({ clock, perMinute: 4 });
    assert.equal(limiter.spare(), 1);
    const first = limiter.take();
    assert.equal(limiter.spare(), 0);
    await first;
    assert.equal(limiter.spare(), 0.75);
    limiter.learn({ allowed: 100, count: 90, resetSeconds: 30 });
    assert.equal(limiter.spare(), 0.1);
    limiter.pause(1_000);
    assert.equal(limiter.spare(), 0);
    clock.set(clock.now() + 61_000);
    assert.equal(limiter.spare(), 1);
});

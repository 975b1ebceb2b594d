import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StateStore } from './stateStore.ts';

export interface OpenStore {
    readonly store: StateStore;
    /** Lets time go by. */
    pass(ms: number): Promise<void>;
    /** Sets the clock back that the store goes by. */
    setBack(ms: number): Promise<void>;
}

/** What every store must do, whatever it keeps its facts in. */
export function describeStore(name: string, open: () => Promise<OpenStore>): void {
    describe(name, () => {
        it('keeps the first value, and answers it to whoever comes later', async () => {
            const { store } = await open();
            assert.equal(await store.add('key', 'first', 60_000), undefined);
            assert.equal(await store.add('key', 'second', 60_000), 'first');
            assert.equal(await store.take('key'), 'first');
        });
        it('shows a value to whoever looks, and leaves it there and its time as it was', async () => {
            const { store, pass } = await open();
            assert.equal(await store.get('key'), undefined);
            await store.add('key', 'one', 60_000);
            assert.equal(await store.get('key'), 'one');
            assert.equal(await store.add('key', 'two', 60_000), 'one');
            await pass(60_001);
            assert.equal(await store.get('key'), undefined);
        });
        it('replaces or takes out just the value that is meant', async () => {
            const { store } = await open();
            await store.set('key', 'one', 60_000);
            await store.replace('key', 'another', 'two', 60_000);
            await store.replace('key', 'another', undefined, 60_000);
            assert.equal(await store.get('key'), 'one');
            await store.replace('key', 'one', 'two', 60_000);
            assert.equal(await store.get('key'), 'two');
            await store.replace('key', 'two', undefined, 60_000);
            assert.equal(await store.get('key'), undefined);
            await store.replace('key', 'two', 'three', 60_000);
            assert.equal(await store.get('key'), undefined);
        });
        it('forgets a value when its time is over', async () => {
            const { store, pass } = await open();
            await store.set('set', 'one', 60_000);
            await store.add('added', 'one', 60_000);
            await pass(60_001);
            assert.equal(await store.take('set'), undefined);
            assert.equal(await store.add('added', 'two', 60_000), undefined);
            assert.equal(await store.take('added'), 'two');
        });
        it('replaces a value, with a time of its own', async () => {
            const { store, pass } = await open();
            await store.set('key', 'one', 60_000);
            await store.set('key', 'two', 3_600_000);
            await pass(60_001);
            assert.equal(await store.take('key'), 'two');
        });
        it('gives a value out once, to one of twenty who ask at once', async () => {
            const { store } = await open();
            await store.set('word', 'once', 60_000);
            const taken = await Promise.all(Array.from({ length: 20 }, () => store.take('word')));
            assert.deepEqual(
                taken.filter((one) => one !== undefined),
                ['once']
            );
        });
        it('lets one of twenty in who come at once', async () => {
            const { store } = await open();
            const before = await Promise.all(
                Array.from({ length: 20 }, (_, index) => store.add('key', `${index}`, 60_000))
            );
            assert.equal(before.filter((one) => one === undefined).length, 1);
            assert.equal(new Set(before.filter((one) => one !== undefined)).size, 1);
        });
        it('lets as many of twenty through who come at once as may be, and each key for itself', async () => {
            const { store } = await open();
            const all = await Promise.all(
                Array.from({ length: 20 }, () => store.admit([{ key: 'calls', most: 7 }], 3_600_000))
            );
            assert.equal(all.filter((one) => one === undefined).length, 7);
            for (const one of all.filter((full) => full !== undefined))
                assert.ok(one.key === 'calls' && one.waitMs > 3_000_000 && one.waitMs <= 3_600_000);
            assert.equal(await store.admit([{ key: 'others', most: 7 }], 3_600_000), undefined);
        });
        it('lets the next one through when the first has left the window, not before', async () => {
            const { store, pass } = await open();
            const calls = [{ key: 'calls', most: 2 }];
            assert.equal(await store.admit(calls, 600_000), undefined);
            await pass(360_000);
            assert.equal(await store.admit(calls, 600_000), undefined);
            const full = await store.admit(calls, 600_000);
            assert.ok(full !== undefined && full.waitMs > 0 && full.waitMs <= 240_000, `${full?.waitMs}`);
            await pass(full.waitMs);
            assert.equal(await store.admit(calls, 600_000), undefined);
            // The second is still in it.
            assert.ok(await store.admit(calls, 600_000));
        });
        it('counts nobody who is refused, under no limit', async () => {
            const { store } = await open();
            const [narrow, wide] = [
                { key: 'narrow', most: 1 },
                { key: 'wide', most: 2 }
            ];
            assert.equal(await store.admit([narrow, wide], 60_000), undefined);
            for (let round = 0; round < 5; round += 1)
                assert.equal((await store.admit([wide, narrow], 60_000))?.key, 'narrow');
            assert.equal(await store.admit([wide], 60_000), undefined);
            assert.equal((await store.admit([wide], 60_000))?.key, 'wide');
            assert.equal(await store.admit([], 60_000), undefined);
        });
        it('answers who asks first whether there is room, and counts nothing', async () => {
            const { store } = await open();
            const calls = [{ key: 'calls', most: 1 }];
            for (let round = 0; round < 3; round += 1) assert.equal(await store.full(calls, 3_600_000), undefined);
            assert.equal(await store.admit(calls, 3_600_000), undefined);
            const full = await store.full(calls, 3_600_000);
            assert.ok(full !== undefined && full.waitMs > 3_000_000);
            assert.equal(await store.full([], 3_600_000), undefined);
        });
        it('takes a limit that an operator has made narrower, or wider', async () => {
            const { store } = await open();
            const calls = (most: number) => [{ key: 'calls', most }];
            for (let round = 0; round < 3; round += 1) assert.equal(await store.admit(calls(3), 60_000), undefined);
            assert.ok(await store.admit(calls(2), 60_000));
            assert.equal(await store.admit(calls(4), 60_000), undefined);
        });
        it('refuses for one window at most when the clock is set back, and lets no more through', async () => {
            const { store, pass, setBack } = await open();
            const calls = [{ key: 'calls', most: 2 }];
            for (let round = 0; round < 2; round += 1) assert.equal(await store.admit(calls, 600_000), undefined);
            await setBack(3_600_000);
            const full = await store.admit(calls, 600_000);
            assert.ok(full !== undefined && full.waitMs > 0 && full.waitMs <= 600_000, `${full?.waitMs}`);
            await pass(full.waitMs);
            for (let round = 0; round < 2; round += 1) assert.equal(await store.admit(calls, 600_000), undefined);
            assert.ok(await store.admit(calls, 600_000));
        });
        it('keeps odd keys and values apart', async () => {
            const { store } = await open();
            await store.set("it's; -- \\ %", '{"quote":"\'"}', 60_000);
            await store.set('__proto__', 'own', 60_000);
            assert.equal(await store.take("it's; -- \\ %"), '{"quote":"\'"}');
            assert.equal(await store.take('__proto__'), 'own');
            assert.equal(await store.take('constructor'), undefined);
            await store.check();
        });
    });
}

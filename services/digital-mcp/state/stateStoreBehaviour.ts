import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StateStore } from './stateStore.ts';

/** What every store must do, whatever it keeps its facts in. `pass` lets time go by. */
export function describeStore(
    name: string,
    open: () => Promise<{ readonly store: StateStore; pass(ms: number): Promise<void> }>
): void {
    describe(name, () => {
        it('keeps the first value, and answers it to whoever comes later', async () => {
            const { store } = await open();
            assert.equal(await store.add('key', 'first', 1_000), undefined);
            assert.equal(await store.add('key', 'second', 1_000), 'first');
            assert.equal(await store.take('key'), 'first');
        });
        it('forgets a value when its time is over', async () => {
            const { store, pass } = await open();
            await store.set('set', 'one', 200);
            await store.add('added', 'one', 200);
            await pass(300);
            assert.equal(await store.take('set'), undefined);
            assert.equal(await store.add('added', 'two', 1_000), undefined);
            assert.equal(await store.take('added'), 'two');
        });
        it('replaces a value, with a time of its own', async () => {
            const { store, pass } = await open();
            await store.set('key', 'one', 200);
            await store.set('key', 'two', 60_000);
            await pass(300);
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
        it('counts each call of a window once, also of twenty at once, and each key for itself', async () => {
            const { store } = await open();
            const counts = await Promise.all(Array.from({ length: 20 }, () => store.count('calls', 3_600_000)));
            assert.deepEqual(
                counts.sort((one, other) => one - other),
                Array.from({ length: 20 }, (_, index) => index + 1)
            );
            assert.equal(await store.count('others', 3_600_000), 1);
        });
        it('begins to count anew in the next window', async () => {
            const { store, pass } = await open();
            await store.count('calls', 200);
            await store.count('calls', 200);
            await pass(500);
            assert.equal(await store.count('calls', 200), 1);
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

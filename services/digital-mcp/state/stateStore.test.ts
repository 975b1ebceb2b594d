import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { memoryStore } from './stateStore.ts';
import { describeStore } from './stateStoreBehaviour.ts';

describeStore('the store in memory', () => {
    const clock = clockForTests();
    return Promise.resolve({
        store: memoryStore(clock),
        pass: (ms: number) => clock.wait(ms),
        setBack: (ms: number) => Promise.resolve(clock.set(clock.now() - ms))
    });
});

test('an operator is told that the store in memory is not shared with other processes', async () => {
    const store = memoryStore(clockForTests());
    assert.equal(store.isShared, false);
    await store.check();
    await store.close();
});

test('a developer who begins anew finds nothing in the store in memory, neither values nor counts', async () => {
    const store = memoryStore(clockForTests());
    const limits = [{ key: 'calls', most: 1 }];
    await store.set('one', 'value', 60_000);
    assert.equal(await store.admit(limits, 60_000), undefined);
    assert.notEqual(await store.full(limits, 60_000), undefined);
    store.forget();
    assert.deepEqual([await store.get('one'), await store.full(limits, 60_000)], [undefined, undefined]);
});

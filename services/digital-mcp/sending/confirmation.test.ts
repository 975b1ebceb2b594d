import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { CONFIRMATION_SECONDS, createConfirmations } from './confirmation.ts';
import { memoryStore } from '../state/stateStore.ts';

let clock = clockForTests();
let confirmations = createConfirmations(memoryStore(clock));
const what = { caller: 'anna', hash: 'h', again: false };

beforeEach(() => {
    clock = clockForTests();
    confirmations = createConfirmations(memoryStore(clock));
});

test('a confirmation allows one call', async () => {
    const word = await confirmations.issue(what);
    assert.equal(await confirmations.redeem(word, what), true);
    assert.equal(await confirmations.redeem(word, what), false);
});

test('a confirmation is for its caller and its call alone, and is gone after a wrong use', async () => {
    for (const other of [
        { ...what, caller: 'ben' },
        { ...what, hash: 'another' },
        { ...what, again: true }
    ]) {
        const word = await confirmations.issue(what);
        assert.equal(await confirmations.redeem(word, other), false);
        assert.equal(await confirmations.redeem(word, what), false);
    }
});

test('a confirmation ends after five minutes', async () => {
    assert.equal(CONFIRMATION_SECONDS, 300);
    const early = await confirmations.issue(what);
    const late = await confirmations.issue(what);
    clock.set(clock.now() + 299_999);
    assert.equal(await confirmations.redeem(early, what), true);
    clock.set(clock.now() + 1);
    assert.equal(await confirmations.redeem(late, what), false);
});

test('a made-up confirmation allows nothing, whatever it looks like', async () => {
    await confirmations.issue(what);
    for (const word of ['', 'yes', 'confirm:x', 'a'.repeat(24), 'ä'.repeat(24), 'a'.repeat(1_000_000)]) {
        assert.equal(await confirmations.redeem(word, what), false);
    }
});

test('no two confirmations are the same', async () => {
    const words = await Promise.all(Array.from({ length: 100 }, () => confirmations.issue(what)));
    assert.equal(new Set(words).size, 100);
});

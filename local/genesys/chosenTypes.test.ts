import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTold } from './chosenTypes.ts';

const MESSAGES = ['InitialSetup', 'Interaction', 'UserAction', 'Notification'].map((type) => ({ type }));
const told = (answers?: Record<string, string>): string[] =>
    MESSAGES.filter((message) => isTold(message, answers)).map(({ type }) => type);

test('a page hears every type that the phone has', () => {
    assert.equal(told({ 'phone-messages': 'all' }).length, 4);
    assert.equal(told().length, 4);
});

test('a page hears no interaction when the admin did not choose them', () => {
    assert.deepEqual(told({ 'phone-messages': 'noInteractions' }), ['InitialSetup', 'UserAction', 'Notification']);
});

test('a page hears what is no message too, as a broken phone may send it', () => {
    for (const broken of [null, 7, 'hello', undefined]) {
        assert.equal(isTold(broken, { 'phone-messages': 'noInteractions' }), true);
    }
});

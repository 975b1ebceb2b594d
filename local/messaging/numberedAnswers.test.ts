import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedAnswers } from './numberedAnswers.ts';

const labels = (...lines: readonly string[]): string[] => numberedAnswers(lines.join('\n')).map(({ label }) => label);

test('a customer can tap what is numbered from one, and nothing else', () => {
    assert.deepEqual(labels('Which card?', '1. Visa', '2. Mastercard'), ['1. Visa', '2. Mastercard']);
    assert.deepEqual(numberedAnswers('1. Yes'), [{ number: '1', label: '1. Yes' }]);
    assert.deepEqual(labels('It costs', '20. Not more.'), []);
    assert.deepEqual(labels('1. Yes', '3. No'), []);
    assert.deepEqual(labels('1.', '1.5 litres', 'No 1. Sorry'), []);
});

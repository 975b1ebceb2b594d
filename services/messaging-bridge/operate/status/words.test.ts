import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, durationInWords } from './words.ts';

test('an operator reads lengths of time and numbers as people say them', () => {
    const told = [-5, 340, 1_000, 61_000, 3_600_000, 90_061_000].map(durationInWords);
    assert.deepEqual(told, ['0 ms', '340 ms', '1 s', '1 min 1 s', '1 h', '1 d 1 h']);
    assert.deepEqual(
        [counted(1, 'entry', 'entries'), counted(12_000, 'entry', 'entries')],
        ['1 entry', '12,000 entries']
    );
});

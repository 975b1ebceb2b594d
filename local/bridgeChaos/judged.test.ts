import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryName, judged, textOf } from './judged.ts';

const came = (...numbers: readonly number[]): { what: string; at: number }[] =>
    numbers.map((number, at) => ({ what: textOf(number, number % 2 === 0 ? 'even' : 'odd'), at }));
const told = (...numbers: readonly number[]): { what: string; at: number }[] =>
    numbers.map((number) => ({ what: entryName(number), at: 100 }));

test('a developer is told of what was lost, doubled or out of order, and of nothing where all is well', () => {
    const well = judged(5, came(1, 0, 2, 3), told(4));
    assert.deepEqual([well.lost, well.doubled, well.outOfOrder, well.toldThoughArrived], [[], [], [], []]);
    assert.deepEqual([well.written, well.arrived, well.told], [5, 4, 1]);

    assert.deepEqual(judged(3, came(0, 2), []).lost, ['entry-1']);
    assert.deepEqual(judged(3, came(0, 1, 2, 2), []).doubled, ['entry-2']);
    assert.deepEqual(judged(4, came(0, 3, 2, 1), []).outOfOrder, ['text 1 in odd']);
    assert.deepEqual(judged(2, came(0, 1), told(1)).toldThoughArrived, ['entry-1 was told 99 ms after it had arrived']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { row } from '../aims.ts';
import { timed, turned } from './rounds.ts';
import { summed } from './summed.ts';

test('every contender runs the same number of times, and the first round does not count', async () => {
    const runs = { a: 0, b: 0 };
    const begun = { a: 0, b: 0 };
    const contender = (name: 'a' | 'b'): { size: number; begin: () => () => void; run: () => void } => ({
        size: 1,
        begin: () => {
            begun[name] += 1;
            return () => (begun[name] -= 1);
        },
        run: () => (runs[name] += begun[name])
    });
    const { times } = await timed({ a: contender('a'), b: contender('b') }, { rounds: 3, turns: 5 });
    assert.deepEqual(runs, { a: 20, b: 20 });
    assert.deepEqual(begun, { a: 0, b: 0 });
    assert.deepEqual(Object.keys(times), ['a', 'b']);
});

test('a time is for one of many, and a ratio says how many times as fast the first is', async () => {
    let clock = 0;
    const taking = (milliseconds: number) => (): void => void (clock += milliseconds);
    const { times, ratio } = await timed(
        { fast: { size: 4, run: taking(2) }, slow: { size: 1, run: taking(1) } },
        { rounds: 3, turns: 5, now: () => clock }
    );
    assert.deepEqual([times.fast.median, times.slow.median], [500, 1_000]);
    assert.deepEqual(ratio('fast', 'slow'), { median: 2, spread: [2, 2] });
});

test('each round begins with another', () => {
    assert.deepEqual(
        [0, 1, 2, 3].map((by) => turned(['a', 'b', 'c'], by)[0]),
        ['a', 'b', 'c', 'a']
    );
});

test('the median and the middle half stand for the rounds', () => {
    assert.deepEqual(summed([5, 1, 2, 100, 3]), { median: 3, spread: [2, 5] });
});

test('an aim is met at its limit and missed beyond it', () => {
    assert.equal(row('speed', 0.9, { least: 0.9 }, 'x').says, 'met');
    assert.equal(row('speed', 0.899, { least: 0.9 }, 'x').says, 'missed');
    assert.equal(row('size', 2048, { most: 2048 }, 'B').says, 'met');
    assert.equal(row('size', 2049, { most: 2048 }, 'B').says, 'missed');
    assert.equal(row('not a number', NaN, { most: 0 }, 'B').says, 'missed');
});

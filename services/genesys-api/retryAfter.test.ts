import assert from 'node:assert/strict';
import { it } from 'node:test';
import { retryAfterMs, retryAfterSeconds } from './retryAfter.ts';

const NOW = Date.UTC(2031, 0, 1, 10);

it('a Retry-After is seconds or a date, and anything else says nothing', () => {
    const asked: readonly (readonly [string | null, number | undefined])[] = [
        ['7', 7_000],
        [' 0.5 ', 500],
        ['0', 0],
        ['Wed, 01 Jan 2031 10:00:30 GMT', 30_000],
        ['Wed, 01 Jan 2031 09:00:00 GMT', 0],
        ['soon', undefined],
        ['-3', undefined],
        ['1e9', undefined],
        ['2031-01-01', undefined],
        ['', undefined],
        [null, undefined]
    ];
    for (const [header, ms] of asked) assert.equal(retryAfterMs(header, NOW), ms, String(header));
});

it('of seconds none is too few', () => {
    assert.equal(retryAfterSeconds('0.1', NOW), 1);
    assert.equal(retryAfterSeconds('Wed, 01 Jan 2031 10:00:30 GMT', NOW + 1), 30);
    assert.equal(retryAfterSeconds('soon', NOW), undefined);
});

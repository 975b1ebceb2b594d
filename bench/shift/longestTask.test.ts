import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestOf } from './longestTask.ts';

const PAGE = { pid: 7, tid: 1 };
const main = (where: { pid: number; tid: number }): object => ({
    name: 'thread_name',
    args: { name: 'CrRendererMain' },
    ...where
});
const task = (dur: number, tdur?: number, where = PAGE): object => ({
    name: 'ThreadControllerImpl::RunTask',
    dur,
    ...(tdur === undefined ? {} : { tdur }),
    ...where
});
const longest = (...events: object[]): unknown => longestOf(events as unknown as Parameters<typeof longestOf>[0]);

test('the longest task is the one that took most of the processor, not the one that waited for it', () => {
    assert.deepEqual(longest(main(PAGE), task(700_000, 12_000), task(31_000, 30_000)), { processor: 30, clock: 700 });
});

test('a task has no more of the processor than it lasted, whatever the coarse thread time says', () => {
    assert.deepEqual(longest(main(PAGE), task(8_000, 13_000)), { processor: 8, clock: 8 });
});

test('tasks of other threads and of emptier pages are none of the page', () => {
    const worker = { pid: 7, tid: 2 };
    const other = { pid: 9, tid: 1 };
    const events = [main(other), task(90_000, 90_000, other), main(PAGE), task(5_000, 4_000), task(3_000, 2_000)];
    assert.deepEqual(longest(...events, task(80_000, 80_000, worker)), { processor: 4, clock: 5 });
});

test('a trace without a task of a page is no measurement of nothing', () => {
    assert.throws(() => longest(main(PAGE)), /told of no task/);
});

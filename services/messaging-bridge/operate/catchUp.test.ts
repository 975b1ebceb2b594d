import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatchUp } from './catchUp.ts';
import type { Progress } from './log.ts';

test('an operator reads every ten seconds how far a long catch-up is and how long it takes, and that it is over', () => {
    const told: Progress[] = [];
    let now = 1_000_000_000;
    const catchUp = createCatchUp({ log: { catchingUp: (progress) => void told.push(progress) }, now: () => now });
    const read = (behindMs: number): void => catchUp.read({ events: 100, publishedAt: now - behindMs });
    read(500);
    assert.deepEqual(told, []);
    read(3_600_000);
    for (let at = 1; at <= 10; at += 1) {
        now += 1_000;
        read(3_600_000 - at * 60_000);
    }
    now -= 3_600_000;
    read(2_000_000);
    now += 1;
    catchUp.read({ events: 0 });
    catchUp.read({ events: 0 });
    assert.deepEqual(told, [
        { behindMs: 3_600_000, events: 100, isOver: false },
        { behindMs: 3_000_000, events: 1_000, leftMs: 50_000, isOver: false },
        { behindMs: 2_000_000, events: 100, isOver: false },
        { behindMs: 0, events: 0, isOver: true }
    ]);
});

test('an operator whose bridge falls further behind is promised no end', () => {
    const told: Progress[] = [];
    let now = 0;
    const catchUp = createCatchUp({ log: { catchingUp: (progress) => void told.push(progress) }, now: () => now });
    catchUp.read({ events: 1, publishedAt: -70_000 });
    now += 20_000;
    catchUp.read({ events: 1, publishedAt: -70_000 });
    assert.deepEqual(
        told.map(({ leftMs }) => leftMs),
        [undefined, undefined]
    );
});

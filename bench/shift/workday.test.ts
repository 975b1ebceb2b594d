import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectedIn, messagesOf } from './workday.ts';
import type { Workday } from './workday.ts';

const DAY: Workday = { begins: new Date('2026-01-15T09:00:00.000Z'), hours: 1, interactions: 60 };
const MINUTE = 60_000;

type Wire = Readonly<Record<string, unknown>>;

function conversationIds(from: number, to: number): Set<unknown> {
    const told = messagesOf(DAY, from, to).map(({ message }) => ((message as Wire)['data'] ?? {}) as Wire);
    const ids = told.map((data) => ((data['new'] as Wire | undefined) ?? data)['id']);
    return new Set(ids.filter((id) => id !== undefined));
}

test('each interaction of a day has an id of its own, also when its trace comes again', () => {
    assert.equal(conversationIds(0, 60).size, 60);
});

test('an interaction begins at its own time of the day, and its messages say that time', () => {
    const messages = messagesOf(DAY, 30, 31);
    assert.ok(messages.every(({ atMs }) => atMs >= 30 * MINUTE && atMs < 31 * MINUTE));
    const said = JSON.stringify(messages).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
    assert.ok(said.length > 0);
    assert.ok(said.every((moment) => moment.startsWith('2026-01-15T09:3')));
});

test('the parts of a day hold the same messages as the day', () => {
    const text = (from: number, to: number): string[] => messagesOf(DAY, from, to).map((one) => JSON.stringify(one));
    assert.deepEqual([...text(0, 17), ...text(17, 60)].sort(), text(0, 60).sort());
});

test('the messages of overlapping interactions come in the order of their times', () => {
    const crowded = messagesOf({ ...DAY, hours: 0.05 }, 0, 60).map(({ atMs }) => atMs);
    assert.deepEqual(
        crowded,
        [...crowded].sort((one, other) => one - other)
    );
});

test('a missed call is not counted among the connected interactions', () => {
    assert.equal(connectedIn(8), 8);
    assert.equal(connectedIn(20), 19);
    assert.equal(connectedIn(1_000), 950);
});

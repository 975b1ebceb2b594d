import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { measureWrites, sumOfWrites } from './writes.ts';
import type { WritesRow } from './writes.ts';

const FIVE = { tasks: 1, writes: 3, redundant: 0, most: 3, handedOver: 0, oneWritePerEvent: 100 };
const row = (more: Partial<WritesRow>): WritesRow => ({
    trace: 'call.json',
    mode: 'own',
    tasks: 1,
    writes: 3,
    redundant: 0,
    most: 3,
    handedOver: 0,
    oneWritePerEvent: 20,
    ratio: 0.15,
    fiveTabs: FIVE,
    ...more
});

test('five tabs cost the org what one tab does: the recorded call is one Task in three writes', async () => {
    const rows = await measureWrites(path.resolve(import.meta.dirname, '..'), (name) => name === 'inbound-call.json');
    const [own, , phone] = rows;
    assert.deepEqual([phone?.mode, phone?.tasks, phone?.writes, phone?.fiveTabs.writes], ['phone', 0, 0, 0]);
    assert.deepEqual([phone?.handedOver, phone?.fiveTabs.handedOver, phone?.ratio], [3, 3, 0.13]);
    assert.deepEqual([own?.tasks, own?.writes, own?.redundant], [1, 3, 0]);
    assert.deepEqual([own?.fiveTabs.tasks, own?.fiveTabs.writes, own?.fiveTabs.redundant], [1, 3, 0]);
    assert.deepEqual([own?.oneWritePerEvent, own?.fiveTabs.oneWritePerEvent], [23, 115]);
});

test('a write or a Task more with five tabs is counted, and one less does not make up for it', () => {
    const five = (tasks: number, writes: number): WritesRow => row({ fiveTabs: { ...FIVE, tasks, writes } });
    assert.equal(sumOfWrites([five(2, 5), five(1, 2)]).extraWithFiveTabs, 3);
});

test('a write that changed nothing is counted with one tab and with five', () => {
    const idle = row({ redundant: 1, fiveTabs: { ...FIVE, writes: 4, redundant: 2 } });
    assert.equal(sumOfWrites([idle, row({})]).redundant, 3);
});

test('where the phone saves, a write of ours is counted by itself and is no part of the sum', () => {
    const fiveTabs = { ...FIVE, tasks: 0, writes: 2 };
    const sum = sumOfWrites([row({}), row({ mode: 'phone', tasks: 0, writes: 1, fiveTabs })]);
    assert.deepEqual([sum.writes, sum.oneWritePerEvent, sum.wherePhoneSaves], [3, 20, 3]);
});

test('writes are told for one Task, and for the Task that needed most, also when another of its trace needed few', () => {
    const sum = sumOfWrites([row({}), row({ tasks: 2, writes: 5, most: 4 }), row({ tasks: 0, writes: 0, most: 0 })]);
    assert.deepEqual([sum.perTask, sum.mostPerTask], [2.667, 4]);
});

test('what the phone is asked to write is told for one interaction, and what five tabs ask more', () => {
    const fiveTabs = { ...FIVE, tasks: 0, writes: 0, handedOver: 5 };
    const byPhone = row({ mode: 'phone', tasks: 0, writes: 0, most: 0, handedOver: 4, fiveTabs });
    const { handedOver, handedOverEach, handedOverMoreWithFiveTabs } = sumOfWrites([row({ tasks: 2 }), byPhone]);
    assert.deepEqual([handedOver, handedOverEach, handedOverMoreWithFiveTabs], [4, 2, 1]);
});

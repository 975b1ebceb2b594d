import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createCalls } from './calls.ts';
import { isRecord } from './checks.ts';

const TRACE = path.resolve(import.meta.dirname, '../../../local/genesys/traces/inbound-call.json');

type Body = Readonly<Record<string, unknown>>;

/** A message by what it says: its category, the states, and the names of the interaction's fields. */
function shapeOf(message: unknown): string {
    assert.ok(isRecord(message));
    const { category, data } = message;
    assert.ok(isRecord(data));
    const after = (isRecord(data.new) ? data.new : data) as Body;
    const before = isRecord(data.old) ? data.old.state : undefined;
    const what =
        before === undefined || before !== after.state ? `${String(before)} to ${String(after.state)}` : 'same';
    return `${String(category)}, ${what}, done ${String(after.isDone)}: ${Object.keys(after).sort().join(' ')}`;
}

/** Changes that say nothing new come several times in a row; the last of them is enough. */
function order(messages: readonly unknown[]): string[] {
    const shapes = messages.map(shapeOf);
    return shapes.filter((shape, i) => !(isSame(shape) && isSame(shapes[i + 1] ?? '')));
}

const isSame = (shape: string): boolean => shape.startsWith('change, same');

test('a call on the fake phone tells the same, in the same order, as the recorded call', () => {
    const recorded = JSON.parse(readFileSync(TRACE, 'utf8')) as { readonly message: unknown }[];
    const told: unknown[] = [];
    const calls = createCalls((message) => told.push(JSON.parse(JSON.stringify(message))));
    const id = calls.ring({});
    calls.connect(id);
    calls.hold(id);
    calls.hold(id);
    calls.disconnect(id);
    calls.wrapUp(id, 'Default Wrap-up Code');

    assert.deepEqual(order(told), order(recorded.map(({ message }) => message)));
});

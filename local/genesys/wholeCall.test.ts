import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import { readTrace } from './trace.ts';

// The recorded call is the outside check: nothing of it is used to make messages.
const recorded = readTrace(readFileSync(path.join(import.meta.dirname, 'traces/inbound-call.json'), 'utf8'));
assert.ok('entries' in recorded);
const recordedMessages = recorded.entries.map(({ message }) => message as Wire);

interface Wire {
    readonly category: string;
    readonly data: Record<string, unknown> & { readonly old?: Body; readonly new?: Body };
}
type Body = Readonly<Record<string, unknown>>;

/** Category, state and field names with their types: what two calls have in common whatever was said. */
function shapeOf({ category, data }: Wire): string {
    const bodies = data.new && data.old ? [data.old, data.new] : [data];
    return [category, ...bodies.map(fieldsOf)].join(' | ');
}

function fieldsOf(body: Body): string {
    const fields = Object.keys(body).map((field) => `${field}:${typeof body[field]}`);
    return `${String(body.state)} ${fields.sort().join(' ')}`;
}

async function playRecordedCall(): Promise<readonly Wire[]> {
    const centre = createTestCentre();
    await centre.send('PUT', 'package-attributes', { value: 'absent' });
    const page = centre.page('agent');
    await page.view();
    const id = await centre.ring({ queue: 'Customer Care' });
    centre.pass(2332);
    await centre.state('pickup', id);
    centre.pass(3931);
    await centre.state('hold', id);
    centre.pass(1750);
    await centre.state('hold', id);
    centre.pass(6695);
    await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
    centre.pass(2760);
    await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Default Wrap-up Code' });
    const said = (await page.said()) as unknown as Wire[];
    centre.genesys.close();
    return said;
}

test('the agent gets messages of the same shapes as in the recorded call, and of no other', async () => {
    const said = await playRecordedCall();
    assert.deepEqual([...new Set(said.map(shapeOf))].sort(), [...new Set(recordedMessages.map(shapeOf))].sort());
});

test('the agent gets the categories of a call in the recorded order', async () => {
    const said = await playRecordedCall();
    const withoutRepeats = (messages: readonly Wire[]): readonly string[] =>
        messages.map(({ category }) => category).filter((category, i, all) => category !== all[i - 1]);
    assert.deepEqual(withoutRepeats(said), withoutRepeats(recordedMessages));
});

test('the agent gets as many changes that say nothing new as in the recorded call (T8)', async () => {
    const noOpsIn = (messages: readonly Wire[]): number =>
        messages.filter(({ data }) => data.old && JSON.stringify(data.old) === JSON.stringify(data.new)).length;
    assert.equal(noOpsIn(await playRecordedCall()), noOpsIn(recordedMessages));
});

test('the durations of a call are counted as in the recorded call', async () => {
    const [last, lastRecorded] = [(await playRecordedCall()).at(-1), recordedMessages.at(-1)];
    for (const field of [
        'totalIvrDurationSeconds',
        'interactionDurationSeconds',
        'totalAcdDurationSeconds',
        'dispositionDurationSeconds'
    ]) {
        assert.equal(last?.data[field], lastRecorded?.data[field], field);
    }
});

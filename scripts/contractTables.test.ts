import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageWithTables, readPage } from './contractTables/page.ts';
import { actionTable, eventTable, withTable } from './contractTables/tables.ts';

test('a developer reads the contract in the guide as the code has it', async () => {
    const page = readPage();
    // The pages themselves would fill the screen.
    const same = page === (await pageWithTables(page));
    assert.ok(same, 'docs/developers.md differs from c/clientEventCatalogue: run npm run contract-tables');
});

test('a developer reads each field of an action below it, and what nobody can confirm', () => {
    const table = actionTable([
        {
            builder: 'mute',
            publishes: 'PureCloud.Interaction.updateState',
            fields: [
                { path: 'id', kind: 'text', required: true, note: 'the conversation', evidence: 'documented' },
                {
                    path: 'how',
                    kind: 'choice',
                    required: false,
                    allowed: ['on', 'off'],
                    local: true,
                    note: 'a | b',
                    evidence: 'seen'
                }
            ],
            toggles: true,
            provable: false,
            experimental: false,
            note: 'mutes',
            evidence: 'documented'
        }
    ]);
    assert.deepEqual(table.split('\n'), [
        '| builder | field | values | note | evidence |',
        '| --- | --- | --- | --- | --- |',
        '| **`mute`** |  |  | mutes (a toggle; nothing confirms it) | documented |',
        '|  | `id` | text | the conversation | documented |',
        String.raw`|  | ${'`how`'} (optional) | ${'`on`, `off`'} | a \| b. Not sent | seen |`
    ]);
});

test('a developer reads the type of events once, above its categories', () => {
    const row = { when: 'w', carries: ['id', 'data'], note: 'n', evidence: 'seen' } as const;
    const table = eventTable([
        { ...row, type: 'A', category: 'one' },
        { ...row, type: 'A', category: 'two' },
        { ...row, type: 'A', category: 'three', carries: [] },
        { ...row, type: 'B' }
    ]);
    assert.deepEqual(table.split('\n').slice(2), [
        '| **`A`** | `one` | w | `id`, `data` | n | seen |',
        '|  | `two` | w | as above | n | seen |',
        '|  | `three` | w | – | n | seen |',
        '| **`B`** |  | w | `id`, `data` | n | seen |'
    ]);
});

test('the table takes its place and no other', () => {
    const page = 'a\n<!-- contract:events -->\nold\n<!-- /contract:events -->\nb\n';
    assert.equal(
        withTable(page, 'events', 'new'),
        'a\n<!-- contract:events -->\n\nnew\n\n<!-- /contract:events -->\nb\n'
    );
});

test('whoever removed the place is told what to put', () => {
    assert.throws(
        () => withTable('a page', 'actions', 'new'),
        /put <!-- contract:actions --> and <!-- \/contract:actions --> on lines/
    );
});

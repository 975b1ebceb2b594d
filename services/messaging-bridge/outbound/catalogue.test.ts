import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entryRows, messageRows } from './catalogue.ts';

const page = readFileSync(new URL('../../../docs/bridge.md', import.meta.url), 'utf8');

/** The cells of the page's table whose first column has that heading. */
function rowsUnder(heading: string): string[][] {
    const [, table = ''] = page.split(new RegExp(`^\\| ${heading} .*\\n\\|[ |-]+\\n`, 'm'));
    const [rows = ''] = table.split('\n\n');
    return rows
        .trim()
        .split('\n')
        .map((row) =>
            row
                .split('|')
                .slice(1, -1)
                .map((cell) => cell.trim())
        );
}

test('an admin reads in the guide what each event does, and for whom it is', () => {
    assert.deepEqual(rowsUnder('event'), entryRows());
});

test('an admin reads in the guide how each message looks on a plain phone', () => {
    assert.deepEqual(rowsUnder('message'), messageRows());
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { TOOLS, toolNamed, TOOLSETS } from './tools.ts';

/** What the page publishes: a line for each parameter, in its order; a tool without parameters has one line. */
const lines = readFileSync(path.join(import.meta.dirname, 'publishedParameters.tsv'), 'utf8')
    .trim()
    .split('\n');

test('an AI client gets the 63 tools with the 352 parameters that the page publishes, in name, type and required flag', () => {
    const ours = TOOLS.flatMap(({ name, operation: { params } }) =>
        params.length === 0
            ? [name]
            : params.map((param) => {
                  const type = param.type === 'array' ? 'any[]' : param.type;
                  return [name, param.name, type, param.required ? 'Yes' : 'No'].join('\t');
              })
    );
    assert.deepEqual(ours, lines);
    assert.equal(lines.filter((line) => line.includes('\t')).length, 352);
});

test('an operator finds each tool by either of its names, and nothing by another word', () => {
    for (const tool of TOOLS) {
        assert.equal(toolNamed(tool.name), tool);
        assert.equal(toolNamed(tool.shortName), tool);
        assert.ok(tool.shortName.length <= 49);
    }
    assert.equal(toolNamed('constructor'), undefined);
});

test('what changes nothing is neither destructive nor seen by a customer', () => {
    for (const { readOnly, destructive, customerFacing, idempotent, operation } of TOOLS) {
        assert.equal(readOnly, operation.method === 'GET');
        if (readOnly) assert.deepEqual([destructive, customerFacing, idempotent], [false, false, true]);
    }
    const titles = new Set(TOOLS.map(({ title }) => title));
    assert.equal(titles.size, 63);
    assert.equal(TOOLS.filter(({ customerFacing }) => customerFacing).length, 9);
    assert.equal(TOOLSETS.length, 8);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn } from './compiledCode.ts';

test('only what the browser compiled is counted as code, each node with its own size', () => {
    const snapshot = {
        meta: { node_fields: ['type', 'name', 'self_size'], node_types: [['object', 'code', 'string']] }
    };
    const nodes = [0, 5, 100, 1, 6, 2_000, 2, 7, 50, 1, 8, 300];
    assert.equal(codeIn({ snapshot, nodes } as unknown as Parameters<typeof codeIn>[0]), 2_300);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageScripts } from './pageScripts.ts';

test('the pages that are compared differ in the utility alone', async () => {
    const scripts = await pageScripts();
    const items = (script: string): string | undefined => /"utilityItems": ?(\[[^]*?\]) ?\}/.exec(script)?.[1];
    const holds = (script: string): boolean => /\bGenesysUtility\b/.test(script);
    assert.deepEqual([holds(scripts['no utility']), items(scripts['no utility'])], [false, '[]']);
    assert.deepEqual([holds(scripts['modules only']), items(scripts['modules only'])], [true, '[]']);
    assert.ok(holds(scripts.utility));
    assert.match(items(scripts.utility) ?? '', /genesysUtility/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary, whatFailed } from './summary.ts';

test('a developer reads one line that sums all steps', () => {
    const counts = [
        { counts: { passed: 3, failed: 0, skipped: 0 } },
        { counts: { passed: 39, failed: 2, skipped: 0 } }
    ];
    assert.equal(summary(counts), '42 passed, 2 failed');
});

test('a developer is told of skipped tests only when there are any', () => {
    assert.equal(summary([{ counts: { passed: 1, failed: 0, skipped: 4 } }]), '1 passed, 0 failed, 4 skipped');
});

test('a developer sees what failed, not the list of what passed', () => {
    const output = ['✔ a passes (1ms)', '  ✔ b passes (1ms)', 'PASS c.test.ts', '✖ d fails', '  why'].join('\n');
    assert.equal(whatFailed(output), '✖ d fails\n  why');
});

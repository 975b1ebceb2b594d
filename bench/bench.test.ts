import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const LONGEST_MS = 60_000;

function bench(...given: string[]): { readonly status: number | null; readonly out: string; readonly error: string } {
    const script = path.join(import.meta.dirname, 'bench.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
        encoding: 'utf8',
        timeout: LONGEST_MS
    });
    return { status, out: stdout, error: stderr };
}

test('a developer who asks the bench for help reads what it does, and nothing is measured', () => {
    for (const word of ['--help', '-h']) {
        const { error, out, status } = bench(word);
        assert.equal(status, 0);
        assert.equal(error, '');
        assert.match(out, /^Usage: npm run bench[^]*--help/);
        assert.doesNotMatch(out, /ratio/);
    }
});

test('a developer who gives the bench an option that it does not have is told which, and nothing is measured', () => {
    for (const [given, words] of [
        ['--quick', /^There is no option --quick\.\nUsage/],
        ['dispatch', /^There is no argument dispatch\.\nUsage/]
    ] as const) {
        const { error, out, status } = bench(given);
        assert.equal(status, 2);
        assert.equal(out, '');
        assert.match(error, words);
    }
});

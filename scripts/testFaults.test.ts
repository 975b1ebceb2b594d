import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const LONGEST_MS = 60_000;

function testFaults(...given: string[]): {
    readonly status: number | null;
    readonly out: string;
    readonly error: string;
} {
    const script = path.join(import.meta.dirname, 'testFaults.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
        encoding: 'utf8',
        timeout: LONGEST_MS
    });
    return { status, out: stdout, error: stderr };
}

test('a developer who asks the fault model for help reads every option, and nothing is played', () => {
    for (const given of [['--help'], ['-h'], ['--runs', '5', '--help']]) {
        const { error, out, status } = testFaults(...given);
        assert.equal(status, 0);
        assert.equal(error, '');
        for (const option of ['--runs', '--seed', '--threads', '--profile', '--path', '--help']) {
            assert.ok(out.includes(`    ${option} `), option);
        }
        assert.doesNotMatch(out, /schedules, seed/);
    }
});

test('a developer who gives the fault model what it does not know is told which, without a stack trace', () => {
    for (const [given, words] of [
        [['--rums', '5'], /'--rums'/],
        [['500'], /'500'/],
        [['--runs', 'many'], /--runs is "many"/],
        [['--profile', 'locks=missing'], /"locks"/]
    ] as const) {
        const { error, out, status } = testFaults(...given);
        assert.equal(status, 2);
        assert.equal(out, '');
        assert.match(error, words);
        assert.match(error, /Usage: npm run test:faults/);
        assert.doesNotMatch(error, /\n\s+at /);
    }
});

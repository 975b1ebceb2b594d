import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { countedByJest, countedByNode } from './counted.ts';
import { countsOf, runStep } from './step.ts';
import type { StepResult } from './step.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-step-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
    const place = path.join(folder, name);
    writeFileSync(place, text);
    return place;
}

function nodeTests(text: string): Promise<StepResult> {
    const tests = file('given.test.mjs', `import { test } from 'node:test';\n${text}`);
    const counts = path.join(folder, 'counts.json');
    rmSync(counts, { force: true });
    const reporter = path.join(import.meta.dirname, 'counting.ts');
    const args = ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`, tests];
    return runStep({ name: 'given', args, counts: () => countedByNode(counts) }, folder);
}

test('a check that passes counts as one passed, one that fails as one failed', async () => {
    const good = await runStep({ name: 'good', args: ['-e', ''] }, folder);
    const bad = await runStep({ name: 'bad', args: ['-e', 'process.exit(3)'] }, folder);
    assert.deepEqual([good.ok, good.counts], [true, { passed: 1, failed: 0, skipped: 0 }]);
    assert.deepEqual([bad.ok, bad.counts], [false, { passed: 0, failed: 1, skipped: 0 }]);
});

test('a developer reads everything that a failing step said', async () => {
    const { output } = await runStep(
        { name: 'loud', args: ['-e', "console.log('to out'); console.error('to err'); process.exit(1)"] },
        folder
    );
    assert.match(output, /to out/);
    assert.match(output, /to err/);
});

test('passed, failed and skipped tests of node:test are counted', async () => {
    const text =
        "test('a', () => {}); test('b', () => { throw new Error('no'); }); test('c', { skip: true }, () => {});";
    const result = await nodeTests(text);
    assert.deepEqual(result.counts, { passed: 1, failed: 1, skipped: 1 });
    assert.equal(result.ok, false);
});

test('a test file that cannot be loaded is a failure', async () => {
    const result = await nodeTests("await import('./missing.mjs');");
    assert.deepEqual(result.counts, { passed: 0, failed: 1, skipped: 0 });
});

test('a suite that crashed without counting a failure is a failure', () => {
    assert.deepEqual(countsOf(1, { passed: 7, failed: 0, skipped: 0 }), { passed: 7, failed: 1, skipped: 0 });
    assert.deepEqual(countsOf(1, undefined), { passed: 0, failed: 1, skipped: 0 });
});

test("Jest's counts hold the files that could not be loaded", () => {
    const report = {
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        numRuntimeErrorTestSuites: 1
    };
    assert.deepEqual(countedByJest(file('jest.json', JSON.stringify(report))), { passed: 5, failed: 2, skipped: 3 });
});

test('counts that cannot be read are no counts', () => {
    assert.equal(countedByJest(file('broken.json', '{')), undefined);
    assert.equal(countedByNode(path.join(folder, 'nowhere.json')), undefined);
});

test('a step that hangs is ended with what it started, and has failed', async () => {
    const hanging = "require('node:child_process').spawnSync(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])";
    const result = await runStep({ name: 'hanging', args: ['-e', hanging] }, folder, 100);
    assert.equal(result.ok, false);
    assert.match(result.output, /Stopped: it took longer/);
});

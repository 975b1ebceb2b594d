import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { compared, printedRows } from './compared.ts';
import type { Row } from './compared.ts';
import { FIGURES } from './figures.ts';
import type { Figure } from './figures.ts';

const root = path.resolve(import.meta.dirname, '../..');
const kept = JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8')) as Record<string, unknown>;

const LESS: Figure = { what: 'bytes', path: ['size'], better: 'less' };
const MORE: Figure = { what: 'speed', path: ['fast', 'ratio'], better: 'more' };
const says = (figure: Figure, before: unknown, after: unknown): Row['says'] | undefined =>
    compared([figure], before, after)[0]?.says;
const size = (before: unknown, after: unknown): Row['says'] | undefined =>
    says(LESS, { size: before }, { size: after });
const speed = (before: unknown, after: unknown): Row['says'] | undefined =>
    says(MORE, { fast: { ratio: before } }, { fast: { ratio: after } });

test('a developer who changed nothing reads that no figure of the kept run is worse', () => {
    const rows = compared(FIGURES, kept, kept);
    assert.deepEqual(
        rows.filter(({ says: word }) => word !== 'as before'),
        []
    );
    assert.ok(rows.length > 30);
});

test('a developer reads which figure is more than a tenth worse, and by how much', () => {
    assert.deepEqual(compared([LESS], { size: 1000 }, { size: 1101 }), [
        {
            what: 'bytes',
            kept: 1000,
            now: 1101,
            says: 'WORSE',
            why: 'bytes: was 1000, is 1101, which is 10 % worse; less is better.'
        }
    ]);
    assert.equal(size(1000, 1100), 'as before');
    assert.equal(size(1000, 900), 'better');
});

test('a developer is not stopped by a figure of which more is better', () => {
    assert.equal(speed(2, 1.7), 'WORSE');
    assert.equal(speed(2, 1.9), 'as before');
    assert.equal(speed(2, 3), 'better');
});

test('a developer is not stopped by what changes as much from round to round', () => {
    const before = { median: 2, spread: [1.5, 2.5] };
    assert.equal(speed(before, { median: 1.6, spread: [1.2, 1.7] }), 'within the spread');
    assert.equal(speed(before, { median: 1.4, spread: [1.2, 1.7] }), 'WORSE');
    assert.equal(size(before, { median: 2.4, spread: [2, 3] }), 'within the spread');
    assert.equal(size(before, { median: 2.6, spread: [2, 3] }), 'WORSE');
});

test('a developer is told of the first event that is lost', () => {
    assert.equal(size(0, 0), 'as before');
    assert.match(compared([LESS], { size: 0 }, { size: 1 })[0]?.why ?? '', /was 0, is 1, and may not grow/);
});

test('a developer compares with the baseline of the same run, whatever the machine', () => {
    const beside: Figure = { ...LESS, beside: ['base'] };
    assert.equal(says(beside, { size: 10, base: 5 }, { size: 100, base: 50 }), 'as before');
    assert.equal(says(beside, { size: 10, base: 5 }, { size: 100, base: 40 }), 'WORSE');
});

test('a figure that cannot be measured on a machine stops nobody, one that is gone does', () => {
    const notMeasured = { notMeasured: 'No browser.' };
    const [row] = compared([MORE], { fast: { ratio: 2 } }, { fast: notMeasured });
    assert.deepEqual(row, { what: 'speed', says: 'not measured', why: 'No browser.' });
    assert.equal(says(MORE, { fast: notMeasured }, { fast: { ratio: 2 } }), 'not measured');
    assert.match(compared([MORE], { fast: { ratio: 2 } }, {})[0]?.why ?? '', /this run has no figure at fast, ratio/);
    assert.equal(says(MORE, {}, { fast: { ratio: 2 } }), 'not measured');
});

test('a developer reads each figure on a line', () => {
    assert.match(printedRows(compared([LESS], { size: 10 }, { size: 20 })).join(), /^WORSE +bytes +10 -> 20$/);
});

test('the command fails with the sentence, and says what can be done', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-compare-'));
    const now = path.join(folder, 'now.json');
    const run = (
        figures: unknown
    ): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => {
        writeFileSync(now, JSON.stringify(figures));
        const args = [path.join(root, 'bench/compare.ts'), path.join(root, 'bench/results.json'), now];
        return spawnSync(process.execPath, args, { encoding: 'utf8' });
    };
    try {
        const same = run(kept);
        assert.equal(same.status, 0, same.stderr);
        assert.match(same.stdout, /No figure is more than 10 % worse\.\n$/);
        const worse = run({ ...kept, writesInAll: { ...(kept['writesInAll'] as object), redundant: 2 } });
        assert.equal(worse.status, 1);
        assert.match(
            worse.stderr,
            /writes that changed nothing: was 0, is 2, and may not grow; less is better\.\nFind what/
        );
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readPages } from '../pages.ts';
import type { Page } from '../pages.ts';
import { readResults, resultsOf } from './results.ts';
import { hasMeasured, staleMeasured, withMeasured, withoutMeasured } from './written.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const results = readResults(root);
const pages = readPages(root).filter(hasMeasured);
const page = (text: string): Page => ({ file: 'docs/seeded.md', text });

test('a reader of any page reads the figures of the bench that is kept', () => {
    const files = pages.map(({ file }) => file);
    for (const file of ['docs/developers.md', 'docs/proven.md', 'docs/scale.md']) assert.ok(files.includes(file), file);
    const stale = pages.flatMap((one) => staleMeasured(one, results).map((name) => `${one.file}: ${name}`));
    assert.deepEqual(stale, [], 'run npm run docs');
});

test('no figure of what was measured is typed by hand', () => {
    const [, section = ''] =
        /^## What was measured\n([^]*?)^## /m.exec(pages.find(({ file }) => file === 'docs/scale.md')?.text ?? '') ??
        [];
    const typed = [...withoutMeasured(section).matchAll(/\d+[.,]\d+/g)].map(([figure]) => figure);
    assert.ok(section.length > 2_000);
    assert.deepEqual(typed, []);
});

test('an operator who reads that no text was lost, doubled or out of order reads what was counted', () => {
    const runs = (name: string): number[] =>
        results
            .list('bridge', name)
            .flatMap((run) =>
                run
                    .list('of')
                    .flatMap((of) => ['lost', 'doubled', 'outOfOrder'].map((what) => of.number('delivered', what)))
            );
    const single = [
        ...results.list('bridge', 'limited'),
        ...['postgres', 'embedded'].flatMap((name) => [results.inner('bridge', 'carried', name, 'heap')]),
        results.inner('bridge', 'outage')
    ].map((run) => (run.has('delivered') ? run.inner('delivered') : run));
    const counted = [
        ...runs('growth'),
        ...runs('atOnce'),
        ...single.flatMap((run) => ['lost', 'doubled', 'outOfOrder'].map((what) => run.number(what)))
    ];
    assert.ok(counted.length > 40);
    assert.deepEqual(new Set(counted), new Set([0]));
});

const made = resultsOf({
    machine: { node: '24.1.0', cpu: 'Fast', cores: 8 },
    aims: [{ what: 'a', measured: 1234.5, unit: 'ms', aim: { most: 2 }, says: 'missed' }]
});

test('a writer has a figure and a table written anew', async () => {
    const text =
        'On <!-- figure: machine -->x<!-- /figure -->.\n\n<!-- measured: aims -->\n\nold\n\n<!-- /measured -->\n';
    const { text: now } = { text: await withMeasured(root, page(text), made) };
    assert.match(now, /On <!-- figure: machine -->Fast, 8 processors, Node 24\.1<!-- \/figure -->\./);
    assert.match(now, /\| a +\| 1,234\.5 ms \| at most 2 \| \*\*missed\*\* \|/);
    assert.deepEqual(staleMeasured(page(text), made), ['machine', 'aims']);
    assert.deepEqual(staleMeasured(page(now), made), []);
});

test('a writer is told of a figure that there is not, and of one that was not measured', () => {
    const stale = (name: string): string[] => staleMeasured(page(`<!-- figure: ${name} -->1<!-- /figure -->`), made);
    assert.throws(() => stale('luck'), /There is no figure "luck"\. There are: machine;/);
    assert.throws(() => stale('dispatch, times as long'), /has no number at dispatch\.besideChannel\.median/);
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { isStale } from './built.mjs';

const BUNDLE = 'force-app/tasks/lwc/sample';
const BUILT = 'node_modules/.cache/switchboard/build.tsbuildinfo';

/** Files by path with the second in which each was changed. */
function staleWith(files: Readonly<Record<string, number>>): boolean {
    const root = mkdtempSync(path.join(tmpdir(), 'switchboard-built-'));
    try {
        for (const [file, second] of Object.entries(files)) {
            mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
            writeFileSync(path.join(root, file), '');
            utimesSync(path.join(root, file), second, second);
        }
        return isStale(root);
    } finally {
        rmSync(root, { recursive: true, force: true });
    }
}

test('a developer who changed nothing waits for no build', () => {
    assert.equal(staleWith({ [`${BUNDLE}/sample.ts`]: 1, [`${BUNDLE}/sample.js`]: 2, [BUILT]: 2 }), false);
});

test('a changed source is built', () => {
    assert.equal(staleWith({ [`${BUNDLE}/sample.ts`]: 3, [`${BUNDLE}/sample.js`]: 2, [BUILT]: 2 }), true);
});

test('a new source is built, and what is left of a deleted one is removed', () => {
    assert.equal(staleWith({ [`${BUNDLE}/sample.ts`]: 1, [BUILT]: 2 }), true);
    assert.equal(staleWith({ [`${BUNDLE}/sample.js`]: 1, [BUILT]: 2 }), true);
});

test('a changed test is no reason to build', () => {
    const test = `${BUNDLE}/__tests__/sample.test.ts`;
    assert.equal(staleWith({ [`${BUNDLE}/sample.ts`]: 1, [`${BUNDLE}/sample.js`]: 1, [BUILT]: 2, [test]: 3 }), false);
});

test('the phone that is copied into the stand-in is copied anew when it changed', () => {
    const standIn = 'force-app/stand-in/lwc/standInPhone';
    const built = { [`${standIn}/standInPhone.ts`]: 1, [`${standIn}/standInPhone.js`]: 2, [BUILT]: 2 };
    assert.equal(staleWith(built), false);
    assert.equal(staleWith({ ...built, 'packages/client-events/testing/calls.ts': 1 }), true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { FEATURES_OFF } from './featuresOff.ts';

test('what Playwright turns off in a browser stays off beside what the tests turn off', async () => {
    // Node is no browser: it ends at once, and Playwright's error says how it was called.
    const error = await chromium.launch({ executablePath: process.execPath }).then(
        () => undefined,
        (reason: unknown) => String(reason)
    );
    const [, features] = /--disable-features=(\S+)/.exec(error ?? '') ?? [];
    assert.ok(features, error);
    const missing = features.split(',').filter((feature) => !FEATURES_OFF.includes(feature));
    assert.deepEqual(missing, [], 'add these to featuresOff.ts');
});

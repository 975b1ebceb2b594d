import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrowser, NoBrowserError, WHAT_TO_INSTALL } from '../browser.ts';
import { installedBrowser, placesOn } from './installed.ts';

const only =
    (...files: readonly string[]) =>
    (file: string): boolean =>
        files.includes(file);

test('a browser on the path of Linux is found, Chrome before Chromium', () => {
    const env = { PATH: '/home/ada/bin:/usr/bin' };
    assert.equal(installedBrowser('linux', env, only('/usr/bin/chromium'))?.executablePath, '/usr/bin/chromium');
    const both = only('/usr/bin/chromium', '/home/ada/bin/google-chrome');
    assert.equal(installedBrowser('linux', env, both)?.executablePath, '/home/ada/bin/google-chrome');
});

test('an app of macOS is found for everybody or for one user', () => {
    const chrome = '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    assert.equal(installedBrowser('darwin', { HOME: '/Users/ada' }, only(chrome))?.executablePath, chrome);
});

test('Edge is found on Windows, where it always is', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    assert.equal(installedBrowser('win32', env, only(edge))?.executablePath, edge);
});

test('nowhere means none', () => {
    assert.equal(installedBrowser('linux', { PATH: '' }, only()), undefined);
    assert.equal(new Set(placesOn('linux', { PATH: '/usr/bin' })).size, placesOn('linux', { PATH: '/usr/bin' }).length);
});

test('a developer names a browser, and a wrong name is told', async () => {
    const named = await findBrowser({ env: { SWITCHBOARD_BROWSER: process.execPath } });
    assert.equal(named.executablePath, process.execPath);
    await assert.rejects(findBrowser({ env: { SWITCHBOARD_BROWSER: '/nowhere/chrome' } }), (error) => {
        assert.ok(error instanceof NoBrowserError);
        return /SWITCHBOARD_BROWSER names \/nowhere\/chrome/.test(error.message);
    });
});

test('a developer without any browser reads what to install', () => {
    assert.match(WHAT_TO_INSTALL, /apt-get install chromium/);
    assert.match(WHAT_TO_INSTALL, /SWITCHBOARD_BROWSER=/);
});

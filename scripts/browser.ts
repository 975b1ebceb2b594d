/** Finds a Chromium that browser tests can drive; installs one only where none is found. */
import { existsSync } from 'node:fs';
import { installedBrowser } from './browser/installed.ts';
import type { Browser } from './browser/installed.ts';
import { installDebianPackage, installWithPlaywright, playwrightBrowser } from './browser/download.ts';
import { FEATURES_OFF } from './browser/featuresOff.ts';

/** For `chromium.launch({ executablePath, args: launchArgs })`. */
export const launchArgs: readonly string[] = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${FEATURES_OFF.join(',')}`
];

export class NoBrowserError extends Error {
    override readonly name = 'NoBrowserError';
}

export const WHAT_TO_INSTALL = [
    'No Chrome, Chromium or Edge was found, and none could be installed.',
    'Install Google Chrome (https://www.google.com/chrome/), or Chromium with your package manager',
    '(Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask google-chrome),',
    'or name one: SWITCHBOARD_BROWSER=/path/to/chrome npm test'
].join('\n');

/**
 * The browser named by SWITCHBOARD_BROWSER, an installed one, Playwright's own, or Debian's package, in this order.
 * Throws NoBrowserError, which says what to install.
 */
export async function findBrowser(
    options: { say?: (line: string) => void; env?: NodeJS.ProcessEnv } = {}
): Promise<Browser> {
    const say = options.say ?? ((): void => undefined);
    const env = options.env ?? process.env;
    const named = env['SWITCHBOARD_BROWSER'];
    if (named) {
        if (existsSync(named)) return { executablePath: named, origin: 'SWITCHBOARD_BROWSER' };
        throw new NoBrowserError(`SWITCHBOARD_BROWSER names ${named}, which does not exist.`);
    }
    const present = installedBrowser(process.platform, env) ?? playwrightBrowser();
    if (present) return present;

    say('No browser is installed; trying to download one for the browser tests.');
    if (await installWithPlaywright(say)) {
        const downloaded = playwrightBrowser();
        if (downloaded) return downloaded;
    }
    if (await installDebianPackage(say)) {
        const installed = installedBrowser(process.platform, env);
        if (installed) return installed;
    }
    throw new NoBrowserError(WHAT_TO_INSTALL);
}

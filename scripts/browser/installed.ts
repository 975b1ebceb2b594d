/** Where Chrome, Chromium and Edge are on Linux, macOS and Windows. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Browser {
    readonly executablePath: string;
    /** Where it came from, for a person. */
    readonly origin: string;
}

const LINUX_NAMES = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge'
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PLACES = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe'
];

/** Every place to look at, best first. */
export function placesOn(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
    if (platform === 'darwin') {
        const roots = ['/Applications', path.posix.join(env['HOME'] ?? '', 'Applications')];
        return MAC_APPS.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
    }
    if (platform === 'win32') {
        const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
        return WINDOWS_PLACES.flatMap((place) => roots.flatMap((root) => (root ? [path.win32.join(root, place)] : [])));
    }
    const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
    const found = LINUX_NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => `${folder}/${name}`));
    return [...new Set([...found, '/opt/google/chrome/chrome'])];
}

export function installedBrowser(
    platform: NodeJS.Platform,
    env: NodeJS.ProcessEnv,
    exists: (file: string) => boolean = existsSync
): Browser | undefined {
    const executablePath = placesOn(platform, env).find(exists);
    return executablePath ? { executablePath, origin: 'installed' } : undefined;
}

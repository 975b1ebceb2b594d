/** Ways to get a Chromium where none is installed. Each has a time limit, and none asks a question. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from './installed.ts';

const MINUTE = 60_000;

/** Resolves to true when the program ended well within the time. Its output goes nowhere. */
export function succeeds(command: string, args: readonly string[], limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
        const child = spawn(command, [...args], {
            stdio: 'ignore',
            timeout: limitMs,
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
        });
        child.on('error', () => resolve(false));
        child.on('exit', (code) => resolve(code === 0));
    });
}

/** Playwright's own Chromium, if it was downloaded before. */
export function playwrightBrowser(): Browser | undefined {
    try {
        const executablePath = chromium.executablePath();
        return executablePath && existsSync(executablePath)
            ? { executablePath, origin: "Playwright's own" }
            : undefined;
    } catch {
        return undefined;
    }
}

export function installWithPlaywright(say: (line: string) => void): Promise<boolean> {
    const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
    say("  downloading Playwright's Chromium (at most 3 minutes)");
    return succeeds(process.execPath, [path.join(path.dirname(manifest), 'cli.js'), 'install', 'chromium'], 3 * MINUTE);
}

/** Debian's and Ubuntu's package, where this user may install packages without a password. */
export async function installDebianPackage(say: (line: string) => void): Promise<boolean> {
    if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
    const isRoot = process.getuid?.() === 0;
    if (!isRoot && !(await succeeds('sudo', ['-n', 'true'], 10_000))) return false;
    const [command, before]: [string, string[]] = isRoot ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
    say('  installing the package chromium (at most 5 minutes)');
    await succeeds(command, [...before, 'update'], 2 * MINUTE);
    return succeeds(command, [...before, 'install', '-y', '--no-install-recommends', 'chromium'], 5 * MINUTE);
}

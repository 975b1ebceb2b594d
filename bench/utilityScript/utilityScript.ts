import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { startLocal } from '../../local/start.ts';
import { findBrowser, launchArgs } from '../../scripts/browser.ts';
import { turned } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import { loadPage } from './loadPage.ts';
import { PAGES, pageScripts } from './pageScripts.ts';
import type { PageName } from './pageScripts.ts';

/** Milliseconds of script on the page's main thread, as the processor's own time, from the navigation to rest. */
export interface UtilityScript {
    readonly loads: number;
    readonly pages: Readonly<Record<PageName, Measured>>;
    /** The utility: its modules, and all from its first connectedCallback until it can be used and the org has answered. */
    readonly whole: Measured;
    readonly modules: Measured;
    readonly created: Measured;
}

/**
 * What the utility costs: pages with and without it are loaded in turn, each on a computer that never saw it, and what
 * one has more than the other is the utility's. A browser that is missing is no failure.
 */
export async function measureUtilityScript({ loads = 9, env = process.env } = {}): Promise<
    UtilityScript | { readonly notMeasured: string }
> {
    let browser: Browser;
    try {
        const { executablePath } = await findBrowser({ env });
        browser = await chromium.launch({ executablePath, args: [...launchArgs] });
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        const [why = ''] = error.message.split('\n');
        return { notMeasured: why };
    }
    const local = await startLocal({ port: 0 });
    try {
        const scripts = await pageScripts();
        const rounds: Record<PageName, number>[] = [];
        for (let round = 0; round <= loads; round += 1) {
            const times = {} as Record<PageName, number>;
            for (const name of turned(PAGES, round)) {
                const ready = name === 'utility' ? 'Conversations' : 'Phone';
                times[name] = await loadPage(browser, { url: local.url, script: scripts[name], ready });
            }
            // The first round warms up.
            if (round > 0) rounds.push(times);
        }
        const less = (more: PageName, fewer: PageName): Measured =>
            summed(rounds.map((times) => times[more] - times[fewer]));
        const pages = {} as Record<PageName, Measured>;
        for (const name of PAGES) pages[name] = summed(rounds.map((times) => times[name]));
        return {
            loads,
            pages,
            whole: less('utility', 'no utility'),
            modules: less('modules only', 'no utility'),
            created: less('utility', 'modules only')
        };
    } finally {
        await browser.close();
        await local.close();
    }
}

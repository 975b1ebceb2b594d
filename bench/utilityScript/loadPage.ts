import type { Browser } from 'playwright-core';

interface Visit {
    readonly url: string;
    /** Takes the place of the page's own script. */
    readonly script: string;
    /** The name of the region that must be there. */
    readonly ready: string;
}

/**
 * Opens the page as an agent on a new computer and waits until nothing is loaded any more and the browser has nothing to
 * do. Gives the milliseconds that scripts took of the processor, so that other programs on the machine do not count.
 */
export async function loadPage(browser: Browser, { url, script, ready }: Visit): Promise<number> {
    const computer = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
        await computer.addCookies([{ name: 'sid', value: 'agent', url }]);
        const page = await computer.newPage();
        await page.route('**/page.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
        const session = await computer.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(url);
        await page.getByRole('region', { name: ready, exact: true }).waitFor();
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
        const { metrics } = await session.send('Performance.getMetrics');
        const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value;
        if (seconds === undefined) throw new Error('The browser does not tell how long scripts took.');
        return seconds * 1_000;
    } finally {
        await computer.close();
    }
}

import { chromium } from 'playwright-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findBrowser, launchArgs } from '../../scripts/browser.ts';
import type { ShiftPage } from './page.ts';
import { startShiftOrg } from './shiftOrg.ts';
import type { ShiftOrg } from './shiftOrg.ts';
import { connectedIn, messagesOf } from './workday.ts';
import type { Workday } from './workday.ts';

/** What is there, after the garbage was collected. */
export interface Held {
    /** Bytes of the page's heap. The platform's own cache of answers is not in it. */
    readonly heap: number;
    readonly nodes: number;
    readonly listeners: number;
    /** Characters in the browser's storage, names and values. */
    readonly stored: number;
}

export interface Shift {
    readonly interactions: number;
    readonly hours: number;
    /** Interactions that were connected to the agent, and the Tasks that the org has. */
    readonly connected: number;
    readonly tasks: number;
    readonly writes: number;
    /** After the first interactions, and at the end of the day. */
    readonly start: Held;
    readonly end: Held;
    /** Bytes of the platform's cache at the end of the day: one answer for each question that was asked. */
    readonly cached: number;
    /** The most that was stored, looked at after each part of the day. */
    readonly mostStored: number;
    /**
     * Milliseconds without a break on the page's main thread, after the first interactions: the longest of the whole day,
     * and the median of the longest of each part, on which other programs of the machine tell less.
     */
    readonly longestTask: number;
    readonly longestTaskOfAPart: number;
}

type InPage = typeof globalThis & { readonly shiftPage: ShiftPage };

const PARTS = 20;
/** Time at the end of the day in which everything on its way comes to rest. */
const REST_MS = 15 * 60_000;

/** Plays a working day on the real page in Chromium, in quick time. A browser that is missing is no failure. */
export async function measureShift(
    { interactions = 1_000, hours = 8, begins = new Date('2026-01-15T09:00:00.000Z') }: Partial<Workday> = {},
    env = process.env
): Promise<Shift | { readonly notMeasured: string }> {
    let browser: Browser;
    try {
        const { executablePath } = await findBrowser({ env });
        browser = await chromium.launch({ executablePath, args: [...launchArgs] });
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        const [why = ''] = error.message.split('\n');
        return { notMeasured: why };
    }
    const shiftOrg = await startShiftOrg(begins);
    try {
        return await work(browser, shiftOrg, { interactions, hours, begins });
    } finally {
        await browser.close();
        await shiftOrg.close();
    }
}

async function work(browser: Browser, { url, org }: ShiftOrg, day: Workday): Promise<Shift> {
    const { interactions, hours, begins } = day;
    const page = await openPage(browser, url, begins);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const live = async (from: number, to: number, more = 0): Promise<void> => {
        const untilMs = (hours * 3_600_000 * to) / interactions + more;
        const sent = [messagesOf(day, from, to), begins.getTime(), untilMs] as const;
        await page.evaluate(
            ([messages, start, until]) => (globalThis as InPage).shiftPage.live(messages, start, until),
            sent
        );
    };
    const part = Math.max(1, Math.ceil(interactions / PARTS));
    await live(0, part);
    const start = await heldWithoutCache(page, session);
    await longestTurn(page);
    const longest: number[] = [];
    let mostStored = start.stored;
    for (let from = part; from < interactions; from += part) {
        await live(from, Math.min(from + part, interactions));
        longest.push(await longestTurn(page));
        mostStored = Math.max(mostStored, await stored(page));
    }
    await live(interactions, interactions, REST_MS);
    longest.push(await longestTurn(page));
    const withCache = await held(page, session);
    const end = await heldWithoutCache(page, session);
    return {
        interactions,
        hours,
        connected: connectedIn(interactions),
        tasks: org.records('Task').length,
        writes: org.commits().filter(({ object }) => object === 'Task').length,
        start,
        end,
        cached: withCache.heap - end.heap,
        mostStored,
        longestTask: Math.max(...longest),
        longestTaskOfAPart: longest.sort((one, other) => one - other)[Math.floor(longest.length / 2)] ?? NaN
    };
}

async function openPage(browser: Browser, url: string, begins: Date): Promise<Page> {
    const computer = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await computer.addCookies([{ name: 'sid', value: 'agent', url }]);
    const page = await computer.newPage();

    await page.goto(new URL(`lightning/o/Contact/list?begins=${begins.getTime()}`, url).href);
    await page.getByRole('region', { name: 'Conversations' }).waitFor();
    return page;
}

async function heldWithoutCache(page: Page, session: CDPSession): Promise<Held> {
    await page.evaluate(() => (globalThis as InPage).shiftPage.forgetAnswers());
    return held(page, session);
}

async function held(page: Page, session: CDPSession): Promise<Held> {
    for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
        heap: metric('JSHeapUsedSize'),
        nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'),
        stored: await stored(page)
    };
}

async function longestTurn(page: Page): Promise<number> {
    return Math.round(await page.evaluate(() => (globalThis as InPage).shiftPage.longestTurn()));
}

function stored(page: Page): Promise<number> {
    return page.evaluate(() => Object.entries(localStorage).reduce((sum, pair) => sum + pair.join('').length, 0));
}

import { chromium } from 'playwright-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findBrowser, launchArgs } from '../../scripts/browser.ts';
import { compiledCode } from './compiledCode.ts';
import { longestTaskOf } from './longestTask.ts';
import type { LongestTask } from './longestTask.ts';
import type { ShiftPage } from './page.ts';
import { startShiftOrg } from './shiftOrg.ts';
import type { ShiftOrg } from './shiftOrg.ts';
import { connectedIn, messagesOf } from './workday.ts';
import type { Workday } from './workday.ts';

/** What is there, after the garbage was collected. */
export interface Held {
    /** Bytes of the page's heap. The platform's own cache of answers is not in it. */
    readonly heap: number;
    /** Bytes of it that are code which the browser has compiled. */
    readonly code: number;
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
    /** After the first interactions, in the middle of the day, and at its end. */
    readonly start: Held;
    readonly middle: Held;
    readonly end: Held;
    /** Bytes of the platform's cache in a whole day: one answer for each question that was asked. */
    readonly cached: number;
    /** The most that was stored, looked at after each part of the day. */
    readonly mostStored: number;
    /** Of the whole day, from the first interaction on. */
    readonly longestTask: LongestTask;
}

export interface ShiftOptions {
    readonly env?: NodeJS.ProcessEnv;
    /** How the compiled code is counted, which takes a second or two each time. */
    readonly code?: (session: CDPSession) => Promise<number>;
}

type InPage = typeof globalThis & { readonly shiftPage: ShiftPage };

const PARTS = 20;
/** Fewer interactions than these make no part of the day. */
const LEAST_IN_A_PART = 10;
/** Time at the end of the day in which everything on its way comes to rest. */
const REST_MS = 15 * 60_000;

/** Plays a working day on the real page in Chromium, in quick time. A browser that is missing is no failure. */
export async function measureShift(
    { interactions = 1_000, hours = 8, begins = new Date('2026-01-15T09:00:00.000Z') }: Partial<Workday> = {},
    { env = process.env, code = compiledCode }: ShiftOptions = {}
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
        return await work(browser, shiftOrg, { interactions, hours, begins }, code);
    } finally {
        await browser.close();
        await shiftOrg.close();
    }
}

async function work(
    browser: Browser,
    { url, org }: ShiftOrg,
    day: Workday,
    code: NonNullable<ShiftOptions['code']>
): Promise<Shift> {
    const { interactions, hours, begins } = day;
    const page = await openPage(browser, url, begins);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const longest = { processor: 0, clock: 0 };
    const live = async (from: number, to: number, more = 0): Promise<void> => {
        const untilMs = (hours * 3_600_000 * to) / interactions + more;
        const due = [messagesOf(day, from, to), begins.getTime(), untilMs] as const;
        await page.evaluate(([messages, start, until]) => {
            (globalThis as InPage).shiftPage.expect(messages, start, until);
        }, due);
        const { processor, clock } = await longestTaskOf(browser, page, () =>
            page.evaluate((until) => (globalThis as InPage).shiftPage.live(until), begins.getTime() + untilMs)
        );
        longest.processor = Math.max(longest.processor, processor);
        longest.clock = Math.max(longest.clock, clock);
    };
    const part = Math.max(LEAST_IN_A_PART, Math.ceil(interactions / PARTS));
    await live(0, part);
    let cached = 0;
    const held = async (): Promise<Held> => {
        const withCache = await heapUsed(session);
        await page.evaluate(() => (globalThis as InPage).shiftPage.forgetAnswers());
        const used = await heapUsed(session);
        cached += withCache.heap - used.heap;
        return { ...used, code: await code(session), stored: await stored(page) };
    };
    const start = await held();
    let middle = start;
    let mostStored = start.stored;
    for (let from = part; from < interactions; from += part) {
        const to = Math.min(from + part, interactions);
        await live(from, to);
        mostStored = Math.max(mostStored, await stored(page));
        if (from < interactions / 2 && to >= interactions / 2) middle = await held();
    }
    await live(interactions, interactions, REST_MS);
    const end = await held();
    return {
        interactions,
        hours,
        connected: connectedIn(interactions),
        tasks: org.records('Task').length,
        writes: org.commits().filter(({ object }) => object === 'Task').length,
        start,
        middle,
        end,
        cached,
        mostStored,
        longestTask: { processor: Math.round(longest.processor), clock: Math.round(longest.clock) }
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

async function heapUsed(session: CDPSession): Promise<Pick<Held, 'heap' | 'nodes' | 'listeners'>> {
    for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

function stored(page: Page): Promise<number> {
    return page.evaluate(() => Object.entries(localStorage).reduce((sum, pair) => sum + pair.join('').length, 0));
}

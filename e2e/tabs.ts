import { chromium } from 'playwright-core';
import type { BrowserContext, CDPSession, Route } from 'playwright-core';
import { findBrowser, launchArgs } from '../scripts/browser.ts';
import { freePort } from '../test/freePort.ts';
import type { Agent } from './agent.ts';
import { PATIENCE_MS } from './contactCentre.ts';

export interface RealBrowser {
    readonly computer: BrowserContext;
    close(): Promise<void>;
}

/**
 * A browser whose tabs lie behind one another as a person's do: only the one in front is visible, and the others may be
 * put to sleep. The tabs of other tests' browsers all believe that they are in front, and never sleep.
 */
export async function openRealBrowser(): Promise<RealBrowser> {
    const { executablePath } = await findBrowser();
    const port = await freePort();
    const launched = await chromium.launch({
        executablePath,
        args: [...launchArgs, `--remote-debugging-port=${port}`, '--remote-debugging-address=127.0.0.1']
    });
    // Playwright keeps every tab that it opens by itself in front. It leaves the tabs of this connection as they are.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const [computer] = browser.contexts();
    if (!computer) throw new Error('The browser has no window.');
    computer.setDefaultTimeout(PATIENCE_MS);
    return {
        computer,
        async close() {
            await browser.close();
            await launched.close();
        }
    };
}

/** Brings a tab to the front, where a person can use it. */
export async function turnTo(tab: Agent | undefined): Promise<Agent> {
    if (!tab) throw new Error('There is no such tab.');
    await tab.page.bringToFront();
    return tab;
}

export interface HeldSave {
    /** The tab that is saving: it holds the Task's lock. */
    readonly tab: Agent;
    readonly others: readonly Agent[];
    /** Lets it go on. Nothing happens when the tab is gone. */
    release(): Promise<void>;
}

/**
 * Waits for the next change of a Task that any of the tabs sends, and stops it: `onItsWay`, so that the org has not heard
 * of it, or `committed`, so that the org has done it and only the answer is missing.
 */
export async function holdNextSave(tabs: readonly Agent[], where: 'onItsWay' | 'committed'): Promise<HeldSave> {
    const computer = tabs[0]?.page.context();
    if (!computer) throw new Error('There is no tab.');
    return new Promise((resolve, reject) => {
        let held = false;
        const tooLong = setTimeout(() => reject(new Error('None of the tabs has saved.')), PATIENCE_MS);
        computer.once('close', () => clearTimeout(tooLong));
        const handle = async (route: Route): Promise<void> => {
            if (held || !isTaskChange(route.request().postData())) return route.continue();
            held = true;
            clearTimeout(tooLong);
            const page = route.request().frame().page();
            const answer = where === 'committed' ? await route.fetch() : undefined;
            const tab = tabs.find((one) => one.page === page);
            if (!tab) throw new Error('A page that is none of the tabs has saved.');
            resolve({
                tab,
                others: tabs.filter((one) => one !== tab),
                release: async () => {
                    const go = answer ? route.fulfill({ response: answer }) : route.continue();
                    await go.catch(() => undefined);
                }
            });
        };
        void computer.route('**/graphql', handle);
    });
}

function isTaskChange(sent: string | null): boolean {
    return sent !== null && /mutation Switchboard(Create|Update)Task\b/.test(sent);
}

export interface Asleep {
    readonly tab: Agent;
    wake(): Promise<void>;
}

/**
 * The browser puts a tab behind the others to sleep: no timer, no answer, no event, but its locks stay. The witness is a
 * tab that stays awake, and sees that it happened.
 */
export async function putToSleep(tab: Agent, witness: Agent): Promise<Asleep> {
    const session = await tab.page.context().newCDPSession(tab.page);
    const said = `asleep-${Math.random()}`;
    await tab.page.evaluate((name) => {
        document.addEventListener('freeze', () => localStorage.setItem(name, 'yes'), { once: true });
    }, said);
    await setState(session, 'frozen');
    await witness.page.waitForFunction((name) => localStorage.getItem(name), said, { polling: 100 });
    return { tab, wake: () => setState(session, 'active') };
}

async function setState(session: CDPSession, state: 'frozen' | 'active'): Promise<void> {
    await session.send('Page.setWebLifecycleState', { state });
}

/** The tab's process ends at once: nothing of the page gets to say goodbye. */
export async function crash(tab: Agent): Promise<void> {
    const crashed = tab.page.waitForEvent('crash');
    const session = await tab.page.context().newCDPSession(tab.page);
    session.send('Page.crash').catch(() => undefined);
    await crashed;
}

/** Waits until what was typed in any tab is in the storage that this tab shares, a third of a second after the last key. */
export async function areKept(notes: string, tab: Agent | undefined): Promise<void> {
    const found = (text: string): boolean =>
        Object.entries(localStorage).some(([name, kept]) => name.includes(':notes:') && String(kept).includes(text));
    await tab?.page.waitForFunction(found, notes, { polling: 100 });
}

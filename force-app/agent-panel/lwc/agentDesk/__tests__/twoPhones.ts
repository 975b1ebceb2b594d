import { announcePhone } from 'c/phoneOnPage';
import type { Vendor } from 'c/phoneOnPage';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser, TestPage } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';

/** One of the two utility items of a page. */
export interface TestItem extends TestPage {
    /** The item goes from the page: it was popped out, or the page was left. */
    remove(): void;
}

export interface TwoPhones extends TestBrowser {
    item(vendor: Vendor): TestItem;
    /** The admin chooses; the pages that are open do not know yet. */
    choose(vendor: Vendor | ''): void;
}

/** One page in an app with both phones. What a test opens it closes by `leavePage`. */
export function twoPhones(): TwoPhones {
    const browser = testBrowser();
    const { answers } = browser;
    const usual = answers.settings;
    return {
        ...browser,
        item(vendor): TestItem {
            const page = browser.open(undefined, { vendor });
            const leave = announcePhone({
                vendor,
                news: () => ({ received: {}, unknown: 0 }),
                lastInteraction: () => undefined,
                readTrace: () => ({ interactions: [] })
            });
            const item = {
                ...page,
                remove(): void {
                    leave();
                    page.desk.close();
                    opened.delete(item);
                }
            };
            opened.add(item);
            return item;
        },
        choose(vendor): void {
            answers.settings = { ...(usual as object), Writing_Vendor__c: vendor };
        }
    };
}

const opened = new Set<TestItem>();

export function leavePage(): void {
    for (const item of [...opened]) {
        item.remove();
    }
}

/** The same call as each phone tells it: under ids of their own. */
export const CALL = {
    genesysCloud: { id: 'conversation-1', talks: TALKING, ends: { ...ENDED, done: true } },
    salesforceVoice: {
        id: 'leg-1',
        talks: { ...TALKING, part: 'leg', connectedTime: '2026-01-15T09:00:00.400Z' },
        ends: { ...ENDED, part: 'leg', connectedTime: '2026-01-15T09:00:00.400Z', done: true }
    }
} as const;

/** Both phones tell that the call is answered, or over. */
export function tellBoth(items: Readonly<Partial<Record<Vendor, TestItem>>>, step: 'talks' | 'ends', nth = 1): void {
    for (const vendor of ['genesysCloud', 'salesforceVoice'] as const) {
        const told = CALL[vendor];
        items[vendor]?.phone.describe(told.id.replace('1', String(nth)), told[step]);
    }
}

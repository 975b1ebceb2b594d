import locale from '@salesforce/i18n/locale';
import userZone from '@salesforce/i18n/timeZone';
import { fill } from 'c/labelText';
import { BROWSER } from './browserLabels.ts';
import type { Finding } from './findings.ts';
import { inTime } from './inTime.ts';
import type { Question } from './question.ts';

const NAME = 'switchboard-org-health';
const KEPT_CHARACTERS = 100_000;
const LONGEST_MS = 5000;

function askStorage(): Promise<Finding> {
    return Promise.resolve(kept());
}

function kept(): Finding {
    const off: Finding = {
        outcome: 'refused',
        meaning: BROWSER.storageNo,
        setting: BROWSER.storageNoSet,
        profile: { 'browser-storage': 'disabled' }
    };
    try {
        const text = 'x'.repeat(KEPT_CHARACTERS);
        window.localStorage.setItem(NAME, text);
        const same = window.localStorage.getItem(NAME) === text;
        window.localStorage.removeItem(NAME);
        return same
            ? { outcome: 'works', meaning: BROWSER.storageWorks, profile: { 'browser-storage': 'works' } }
            : off;
    } catch (error) {
        return (error as { name?: unknown }).name === 'QuotaExceededError'
            ? {
                  outcome: 'limited',
                  meaning: BROWSER.storageFull,
                  setting: BROWSER.storageFullSet,
                  profile: { 'browser-storage': 'full' }
              }
            : off;
    }
}

/** A lock that is held must not be given again. */
async function lockHolds(): Promise<boolean> {
    const { locks } = navigator;
    return locks.request(NAME, async (held) => {
        if (!held) return false;
        return locks.request(NAME, { ifAvailable: true }, (second) => Promise.resolve(second === null));
    });
}

async function askLocks(): Promise<Finding> {
    const holds = await inTime(lockHolds(), LONGEST_MS).catch(() => false);
    return holds
        ? { outcome: 'works', meaning: BROWSER.locksWorks, profile: { 'web-locks': 'works' } }
        : {
              outcome: 'limited',
              meaning: BROWSER.locksNo,
              setting: BROWSER.locksSet,
              profile: { 'web-locks': 'missing' }
          };
}

async function wordArrives(): Promise<boolean> {
    const ends = [new BroadcastChannel(NAME), new BroadcastChannel(NAME)] as const;
    try {
        const heard = new Promise<boolean>((resolve) => {
            ends[1].onmessage = (): void => resolve(true);
        });
        ends[0].postMessage('hello');
        return await inTime(heard, LONGEST_MS);
    } finally {
        ends.forEach((end) => end.close());
    }
}

async function askBroadcast(): Promise<Finding> {
    const arrives = await wordArrives().catch(() => false);
    return arrives
        ? { outcome: 'fact', meaning: BROWSER.broadcastWorks, profile: { 'broadcast-channel': 'works' } }
        : { outcome: 'fact', meaning: BROWSER.broadcastNo, profile: { 'broadcast-channel': 'missing' } };
}

async function databaseOpens(): Promise<boolean> {
    const opened = await new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open(NAME);
        opening.onsuccess = (): void => {
            opening.result.close();
            resolve(true);
        };
        opening.onerror = (): void => reject(new Error('refused'));
    });
    indexedDB.deleteDatabase(NAME);
    return opened;
}

async function askDatabase(): Promise<Finding> {
    const opens = await inTime(databaseOpens(), LONGEST_MS).catch(() => false);
    return opens
        ? { outcome: 'fact', meaning: BROWSER.databaseWorks, profile: { 'browser-database': 'works' } }
        : { outcome: 'fact', meaning: BROWSER.databaseNo, profile: { 'browser-database': 'missing' } };
}

function askZone(): Promise<Finding> {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return Promise.resolve<Finding>(
        here === userZone
            ? { outcome: 'fact', meaning: fill(BROWSER.zoneSame, here, locale) }
            : { outcome: 'fact', meaning: fill(BROWSER.zoneDiffers, userZone, here, locale), setting: BROWSER.zoneSet }
    );
}

/** What may this page use of the browser, under the platform's protection? */
export const BROWSER_QUESTIONS: readonly Question[] = [
    { id: 'storage', group: 'browser', title: BROWSER.storageTitle, tried: BROWSER.storageTried, ask: askStorage },
    { id: 'locks', group: 'browser', title: BROWSER.locksTitle, tried: BROWSER.locksTried, ask: askLocks },
    {
        id: 'broadcast',
        group: 'browser',
        title: BROWSER.broadcastTitle,
        tried: BROWSER.broadcastTried,
        ask: askBroadcast
    },
    {
        id: 'database',
        group: 'browser',
        title: BROWSER.databaseTitle,
        tried: BROWSER.databaseTried,
        ask: askDatabase
    },
    { id: 'zone', group: 'browser', title: BROWSER.zoneTitle, tried: BROWSER.zoneTried, ask: askZone }
];

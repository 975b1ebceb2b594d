import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk, AgentDeskOptions } from 'c/agentDesk';
import { announcePhone } from 'c/phoneOnPage';
import type { PhoneOnPage } from 'c/phoneOnPage';
import { browserLocks } from 'c/taskSync';
import timeZone from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import { SUBJECT_WORDS } from './labels.ts';
import { lastInteraction } from './lastInteraction.ts';
import { warnBeforeClosing } from './warnBeforeClosing.ts';

export interface OpenDesk {
    readonly desk: AgentDesk;
    readonly close: () => void;
}

/** What the vendor's utility item brings. */
export interface DeskParts extends Pick<
    AgentDeskOptions,
    'transport' | 'phoneWriter' | 'callRecords' | 'reader' | 'storage' | 'clock'
> {
    /** What an admin's page on the same page may ask. */
    readonly phone: Pick<PhoneOnPage, 'news' | 'observations' | 'readTrace'>;
}

/** Who uses this page, and in which org: part of the name of all that is kept in the browser. */
export function userOnPage(): Pick<AgentDeskOptions, 'userId' | 'org'> {
    return { userId, org: window.location.hostname };
}

/** Tells this tab from the others of the same user. */
function tabName(): string {
    return `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
}

/** Puts a desk behind a transport, for the user and the org of this page, and says that it is there. */
export function openDesk({ phone, ...parts }: DeskParts): OpenDesk {
    const { storage, clock, transport } = parts;
    const desk = createAgentDesk({
        ...parts,
        ...userOnPage(),
        reading: { locale: window.navigator.language, timeZone, words: SUBJECT_WORDS },
        locks: browserLocks(storage, clock, tabName())
    });
    const backOnline = (): void => desk.resume();
    window.addEventListener('online', backOnline);
    const stopWarning = warnBeforeClosing(() => desk.hasUnsaved());
    const leave = announcePhone({
        ...phone,
        vendor: transport.vendor,
        writesTasks: parts.phoneWriter !== undefined,
        lastInteraction: () => lastInteraction(desk.view())
    });
    return {
        desk,
        close(): void {
            window.removeEventListener('online', backOnline);
            stopWarning();
            leave();
            desk.close();
        }
    };
}

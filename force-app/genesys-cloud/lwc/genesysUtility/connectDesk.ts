import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import { connectClientEvents } from 'c/clientEvents';
import { CLIENT_EVENT } from 'c/genesysChannel';
import { PANEL_SUBSCRIPTIONS, createGenesysTransport, createPhoneWriter } from 'c/genesysTransport';
import type { OrgReader } from 'c/orgReader';
import { announcePhone } from 'c/phoneOnPage';
import { browserClock, browserLocks, browserStorage } from 'c/taskSync';
import timeZone from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import type { MessageContextValue } from 'lightning/messageService';
import { handOver, takeOver, transcriptsOf } from './handOver.ts';
import { SUBJECT_WORDS } from './labels.ts';
import { lastInteraction } from './lastInteraction.ts';
import { createPhoneNews } from './phoneNews.ts';
import { readTraceText } from './traceWords.ts';
import { warnBeforeClosing } from './warnBeforeClosing.ts';

export interface ConnectedDesk {
    readonly desk: AgentDesk;
    close(): void;
}

/** Tells this tab from the others of the same user. */
function tabName(): string {
    return `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
}

/** Joins the phone's channel and puts a desk behind it. */
export function connectDesk(messageContext: MessageContextValue, reader: OrgReader): ConnectedDesk {
    const storage = browserStorage();
    const clock = browserClock();
    const before = takeOver(clock.now());
    const connection = connectClientEvents({
        messageContext,
        channel: CLIENT_EVENT,
        subscriptions: PANEL_SUBSCRIPTIONS,
        known: before.interactions
    });
    const news = createPhoneNews(connection);
    const transport = createGenesysTransport(connection, undefined, before);
    const desk = createAgentDesk({
        transport,
        phoneWriter: createPhoneWriter(connection),
        reader,
        userId,
        org: window.location.hostname,
        reading: { locale: window.navigator.language, timeZone, words: SUBJECT_WORDS },
        storage,
        clock,
        locks: browserLocks(storage, clock, tabName())
    });
    const backOnline = (): void => desk.resume();
    window.addEventListener('online', backOnline);
    const stopWarning = warnBeforeClosing(() => desk.hasUnsaved());
    const leave = announcePhone({
        vendor: transport.vendor,
        news,
        lastInteraction: () => lastInteraction(desk.view()),
        readTrace: (text) => readTraceText(text, clock.now())
    });
    return {
        desk,
        close(): void {
            window.removeEventListener('online', backOnline);
            stopWarning();
            leave();
            const view = desk.view();
            handOver(
                {
                    interactions: connection.interactions(),
                    presence: transport.agent?.read() ?? {},
                    selected: view.selected,
                    transcripts: transcriptsOf(view)
                },
                clock
            );
            desk.close();
            connection.close();
        }
    };
}

import { connectClientEvents } from 'c/clientEvents';
import { openDesk, transcriptsOf } from 'c/deskOnPage';
import type { OpenDesk } from 'c/deskOnPage';
import { CLIENT_EVENT } from 'c/genesysChannel';
import { genesysObservations, watchPhone } from 'c/genesysObservations';
import { PANEL_SUBSCRIPTIONS, createGenesysTransport, createPhoneWriter } from 'c/genesysTransport';
import type { OrgReader } from 'c/orgReader';
import { browserClock, browserStorage } from 'c/taskSync';
import type { MessageContextValue } from 'lightning/messageService';
import { createPhoneNews } from './phoneNews.ts';
import { NOTHING, toldBefore } from './toldBefore.ts';
import { readTraceText } from './traceWords.ts';

/** Joins the phone's channel and puts a desk behind it. */
export function connectDesk(messageContext: MessageContextValue, reader: OrgReader): OpenDesk {
    const clock = browserClock();
    const before = toldBefore.take(clock.now()) ?? NOTHING;
    const connection = connectClientEvents({
        messageContext,
        channel: CLIENT_EVENT,
        subscriptions: PANEL_SUBSCRIPTIONS,
        known: before.interactions
    });
    watchPhone(connection);
    const news = createPhoneNews(connection);
    const transport = createGenesysTransport(connection, undefined, before);
    const { desk, close } = openDesk({
        transport,
        phoneWriter: createPhoneWriter(connection),
        reader,
        storage: browserStorage(),
        clock,
        phone: { news, observations: genesysObservations, readTrace: (text) => readTraceText(text, clock.now()) }
    });
    return {
        desk,
        close(): void {
            const view = desk.view();
            const told = {
                interactions: connection.interactions(),
                presence: transport.agent?.read() ?? {},
                selected: view.selected,
                transcripts: transcriptsOf(view)
            };
            toldBefore.leave(told, clock);
            close();
            connection.close();
        }
    };
}

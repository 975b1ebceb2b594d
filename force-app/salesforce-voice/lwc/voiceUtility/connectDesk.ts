import { openDesk, transcriptsOf, userOnPage } from 'c/deskOnPage';
import type { OpenDesk } from 'c/deskOnPage';
import type { OrgReader } from 'c/orgReader';
import { browserClock, browserStorage } from 'c/taskSync';
import { voiceObservations } from 'c/voiceObservations';
import type { ToolkitBridge } from 'c/voiceToolkit';
import { createKeptCalls, createVoiceTransport } from 'c/voiceTransport';
import { createCallLookUp } from './callLookUp.ts';
import { phoneNews } from './phoneNews.ts';
import { readTraceText } from './readTraceText.ts';
import { addSentNotes } from './sentNotes.ts';
import { toldBefore } from './toldBefore.ts';

export interface VoiceDeskOptions {
    readonly bridge: ToolkitBridge;
    readonly reader: OrgReader;
    /** The only call that is told here; all of the page without it. */
    readonly callId?: string | undefined;
    /** A note that is sent beside a call is added to the call's notes. */
    readonly notesFromVoice: boolean;
}

/**
 * Puts a desk behind the toolkit. No phone of Salesforce Voice writes Tasks, so there is nothing that could hand them
 * over: where the settings leave Tasks to the phone, they are written all the same.
 */
export function connectDesk({ bridge, callId, notesFromVoice, reader }: VoiceDeskOptions): OpenDesk {
    const clock = browserClock();
    const storage = browserStorage();
    const { org, userId } = userOnPage();
    const left = toldBefore.take(clock.now());
    const transport = createVoiceTransport({
        bridge,
        clock,
        kept: createKeptCalls(storage, clock, org, userId),
        lookUp: createCallLookUp(reader),
        before: left?.callId === callId ? left?.told : undefined
    });
    const { close, desk } = openDesk({
        transport,
        callRecords: true,
        reader,
        storage,
        clock,
        phone: {
            news: () => phoneNews(bridge.diagnostics()),
            observations: voiceObservations,
            readTrace: (text) => readTraceText(text, clock.now())
        }
    });
    const stopNotes = notesFromVoice ? addSentNotes(desk, storage, clock, org, userId) : undefined;
    return {
        desk,
        close(): void {
            stopNotes?.();
            const told = { ...transport.told(), transcripts: transcriptsOf(desk.view()) };
            toldBefore.leave({ callId, told }, clock);
            close();
            transport.close();
        }
    };
}

import type { OrgReader } from 'c/orgReader';
import { browserClock } from 'c/taskSync';
import { createToolkitBridge } from 'c/voiceToolkit';
import type { ToolkitBridge } from 'c/voiceToolkit';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { callOfRecord } from './callOfRecord.ts';
import type { CallOfRecord } from './callOfRecord.ts';
import { withHeardBefore } from './heardBefore.ts';

/** An org that did not answer is asked again so soon, in milliseconds. */
const AGAIN_MS = 5_000;
/** So many events are kept while it is asked. */
const KEPT = 200;

/** Why a record page shows no call; `noAnswer` is asked again. */
export type WithoutCall = Extract<CallOfRecord, { without: unknown }>['without'];

/** The call of a VoiceCall record. */
export interface RecordCall {
    /** For each `renderedCallback`. */
    attach(element: VoiceToolkitElement | null | undefined): void;
    /** It is asked no more, and hears nothing. */
    close(): void;
}

/**
 * Finds out which call the record is about, and hears meanwhile what the toolkit tells.
 * @param found gets the bridge that tells of this call alone
 */
export function openRecordCall(
    reader: OrgReader,
    recordId: string,
    found: (bridge: ToolkitBridge, callId: string) => void,
    without: (why: WithoutCall) => void
): RecordCall {
    const early = createToolkitBridge();
    let bridge = early;
    let heard: readonly VoiceEvent[] = [];
    let element: VoiceToolkitElement | null | undefined;
    let closed = false;
    let cancel: (() => void) | undefined;
    early.onEvent((event) => {
        heard = [...heard, event].slice(-KEPT);
    });

    async function ask(): Promise<void> {
        const call = await callOfRecord(reader, recordId);
        if (closed) return;
        if ('without' in call) {
            if (call.without === 'noAnswer') cancel = browserClock().after(AGAIN_MS, askNow);
            without(call.without);
            return;
        }
        early.detach();
        bridge = createToolkitBridge({ callId: call.callId });
        bridge.attach(element);
        found(withHeardBefore(bridge, heard, call.callId), call.callId);
    }

    function askNow(): void {
        void ask();
    }

    askNow();
    return {
        attach(now): void {
            element = now;
            bridge.attach(now);
        },
        close(): void {
            closed = true;
            cancel?.();
            bridge.detach();
        }
    };
}

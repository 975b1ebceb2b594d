import { setTimeout as pause } from 'node:timers/promises';
import type { CallTool } from '../calling/toolCall.ts';

/** What is under way when the server stops has so long to end, and so long more to be noted after it was broken off. */
export const STOP_MS = 10_000;
const NOTE_MS = 2_000;

export interface UnderWay {
    readonly callTool: CallTool;
    /** Whether a call has begun and not ended. */
    isBusy(): boolean;
    /** After the calls were broken off: resolves when each has noted what became of it, or two seconds later. */
    noted(): Promise<void>;
}

/** Knows which calls have not ended. */
export function underWay(callTool: CallTool): UnderWay {
    const calls = new Set<Promise<unknown>>();
    return {
        callTool(call) {
            const called = callTool(call);
            calls.add(called);
            return called.finally(() => calls.delete(called));
        },
        isBusy: () => calls.size > 0,
        async noted(): Promise<void> {
            await Promise.race([Promise.all(calls), pause(NOTE_MS, undefined, { ref: false })]);
        }
    };
}

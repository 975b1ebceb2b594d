import { passUntil } from './quickTime.ts';
import '../../local/lightning/page/main.ts';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import type { TraceEntry } from '../../local/genesys/trace.ts';
import { resetGraphql } from '../../local/lightning/platform/lightning/graphql.ts';
import { createMessageContext, publish } from '../../local/lightning/platform/lightning/messageService.ts';
import { typeNotes } from './typing.ts';

/** The page of an agent whose day passes quickly. */
export interface ShiftPage {
    /** Takes what is to be published at its time, which counts from the day's beginning, and what is to be typed until then. */
    expect(messages: readonly TraceEntry[], begins: number, untilMs: number): void;
    /** Lets time pass until a moment, in epoch milliseconds. */
    live(until: number): Promise<void>;
    /** Empties the platform's cache of answers. */
    forgetAnswers(): void;
}

declare global {
    var shiftPage: ShiftPage;
}

const TYPES_EVERY_MS = 60_000;
const context = createMessageContext();

globalThis.shiftPage = {
    expect(messages, begins, untilMs) {
        for (const { atMs, message } of messages) {
            setTimeout(() => publish(context, CLIENT_EVENT, message), begins + atMs - Date.now());
        }
        for (let at = Date.now(); at < begins + untilMs; at += TYPES_EVERY_MS) {
            setTimeout(typeNotes, at - Date.now());
        }
    },
    live: passUntil,
    forgetAnswers: resetGraphql
};

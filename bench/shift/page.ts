import { passUntil } from './quickTime.ts';
import '../../local/lightning/page/main.ts';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import type { TraceEntry } from '../../local/genesys/trace.ts';
import { resetGraphql } from '../../local/lightning/platform/lightning/graphql.ts';
import { createMessageContext, publish } from '../../local/lightning/platform/lightning/messageService.ts';
import { typeNotes } from './typing.ts';

/** The page of an agent whose day passes quickly. */
export interface ShiftPage {
    /** Publishes messages at their times, which count from the day's beginning, and lets time pass until then. */
    live(messages: readonly TraceEntry[], begins: number, untilMs: number): Promise<void>;
    /** The longest turn since it was last asked, in milliseconds. */
    longestTurn(): number;
    /** Empties the platform's cache of answers. */
    forgetAnswers(): void;
}

declare global {
    var shiftPage: ShiftPage;
}

const TYPES_EVERY_MS = 60_000;
const context = createMessageContext();
const slowest = { ms: 0 };

globalThis.shiftPage = {
    async live(messages, begins, untilMs) {
        for (const { atMs, message } of messages) {
            setTimeout(() => publish(context, CLIENT_EVENT, message), begins + atMs - Date.now());
        }
        for (let at = Date.now(); at < begins + untilMs; at += TYPES_EVERY_MS) {
            setTimeout(typeNotes, at - Date.now());
        }
        await passUntil(begins + untilMs, slowest);
    },
    longestTurn() {
        const { ms } = slowest;
        slowest.ms = 0;
        return ms;
    },
    forgetAnswers: resetGraphql
};

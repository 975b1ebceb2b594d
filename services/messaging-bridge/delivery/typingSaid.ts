import type { Sender, Typing } from '../outbound/outbound.ts';

/** Somebody began to type to the customer, or stopped. */
export interface TypingSaid {
    /** As lanes and links name it. */
    readonly conversation: string;
    readonly entryType: Typing['entryType'];
    readonly sender: Sender;
    /** Epoch milliseconds. */
    readonly createdAt: number;
}

export const isTypingType = (entryType: string): entryType is Typing['entryType'] =>
    entryType === 'TypingStartedIndicator' || entryType === 'TypingStoppedIndicator';

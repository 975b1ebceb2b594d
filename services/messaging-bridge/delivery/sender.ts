import type { NewEntry } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';

/** What became of one send. */
export type Sent =
    /** It has arrived, under this name there. `also` is kept in the transaction that keeps this. */
    | {
          readonly kind: 'sent';
          readonly remoteId?: string;
          readonly also?: (statements: Statements) => Promise<unknown>;
      }
    /**
     * It has certainly not arrived, and may go later: too many requests, no connection, no token. `isElsewhere`: who
     * takes it had no part in that.
     */
    | {
          readonly kind: 'notNow';
          readonly reason: string;
          readonly waitMs?: number;
          readonly isElsewhere?: true;
      }
    /** It has certainly not arrived, and never will. */
    | { readonly kind: 'refused'; readonly reason: string }
    /** It may have arrived. */
    | { readonly kind: 'unknown'; readonly reason: string };

/** Thrown by `plan`: there is nothing to send, for now or for good. Genesys Cloud had no part in it. */
export class Unplanned extends Error {
    readonly outcome: Extract<Sent, { readonly kind: 'notNow' | 'refused' }>;
    constructor(outcome: Extract<Sent, { readonly kind: 'notNow' | 'refused' }>) {
        super(outcome.reason);
        this.name = 'Unplanned';
        this.outcome = outcome;
    }
}

export interface Sending {
    readonly entry: Entry;
    readonly body: unknown;
    readonly signal: AbortSignal;
    /**
     * Called right before the request leaves, and again before one that was certainly not done leaves once more; what it
     * throws keeps it from leaving, and comes out of `send`.
     */
    readonly leaving: () => void;
    /** Keeps what follows from an answer. Where another worker has the lane by now it throws LaneLost, and keeps nothing. */
    readonly whileHeld: (change: (statements: Statements) => Promise<unknown>) => Promise<void>;
}

/** What a look needs: nothing leaves. */
export type Looking = Omit<Sending, 'leaving' | 'whileHeld'>;

/** Delivers one kind of entry. It throws only what `leaving` threw, or a fault of ours. */
export interface Sender {
    /** The sends that the entry is, each as JSON: fixed once, so that a retry sends the same. Throws Unplanned. */
    plan(entry: Entry): Promise<readonly unknown[]>;
    send(sending: Sending): Promise<Sent>;
    /**
     * Looks whether a send that was started has arrived. `startedAgoMs`: how long before this look it was started, at
     * the most; less than 0 where clocks disagree. `claimed` are the names of what has been found before.
     * 'repeat': sending it twice is the same as sending it once, so nobody needs to look.
     */
    find(
        sending: Looking,
        startedAgoMs: number,
        claimed: ReadonlySet<string>
    ): Promise<{ readonly remoteId: string } | 'absent' | 'unreachable' | 'repeat'>;
    /** What follows when all of an entry has arrived; kept in the transaction that ends it. */
    delivered?(entry: Entry): readonly NewEntry[];
    /** Where an entry has a deadline: its lane waits no longer than this, whatever it waits for. Milliseconds. */
    wakeWithinMs?(entry: Entry): number;
    /** What somebody must be told when an entry comes to nothing, or perhaps to nothing. */
    undelivered(entry: Entry, why: { readonly isCertain: boolean; readonly reason: string }): readonly NewEntry[];
}

/** Of what is the same, done twice or once, and of which nobody has to be told. */
export const REPEATABLE: Pick<Sender, 'find' | 'undelivered'> = {
    find: async () => 'repeat',
    undelivered: () => []
};

import { randomUUID } from 'node:crypto';
import { CallError } from '../calling/callError.ts';
import type { StateStore } from '../state/stateStore.ts';

/** How long the same message to the same customer is taken for a repetition by mistake. */
export const REPEATED_SECONDS = 600;

interface Attempt {
    readonly at: string;
    readonly state: 'underWay' | 'sent' | 'unknown';
    /** Genesys Cloud's. */
    readonly correlationId?: string | undefined;
    /** Of the call that made it. */
    readonly callId?: string;
    /** Tells two attempts of the same moment apart. */
    readonly id?: string;
}

/** An attempt that was kept. */
export interface Kept {
    readonly mine: string;
    /** What was known before. */
    readonly before: string | undefined;
}

/** How an attempt ended. */
interface Became {
    readonly state: 'sent' | 'unknown';
    readonly callId: string;
    readonly correlationId?: string | undefined;
}

/** Customers get a message twice only where somebody wants it so. */
export interface SentBefore {
    /**
     * Keeps the attempt before it is made. Throws CallError `repeated` where the same was attempted a short time ago.
     * @returns what `undo` needs
     */
    attempt(hash: string, now: number, again: boolean, callId: string): Promise<Kept>;
    /** Throws as `attempt` does, and keeps nothing: for before somebody is asked. */
    look(hash: string): Promise<void>;
    /** Nothing was sent: what was known before holds again, unless another attempt was kept meanwhile. */
    undo(hash: string, kept: Kept): Promise<void>;
    is(hash: string, now: number, became: Became): Promise<void>;
}

export function createSentBefore(store: StateStore): SentBefore {
    const keyOf = (hash: string): string => `sent:${hash}`;
    const ttlMs = REPEATED_SECONDS * 1_000;
    const textOf = (attempt: Attempt): string => JSON.stringify(attempt);
    return {
        async attempt(hash, now, again, callId): Promise<Kept> {
            const mine = textOf({ at: new Date(now).toISOString(), state: 'underWay', callId, id: randomUUID() });
            const before = await store.add(keyOf(hash), mine, ttlMs);
            if (before === undefined) return { mine, before };
            if (!again) throw repeated(JSON.parse(before) as Attempt);
            await store.set(keyOf(hash), mine, ttlMs);
            return { mine, before };
        },
        async look(hash): Promise<void> {
            const before = await store.get(keyOf(hash));
            if (before !== undefined) throw repeated(JSON.parse(before) as Attempt);
        },
        undo: (hash, { before, mine }) => store.replace(keyOf(hash), mine, before, ttlMs),
        is: (hash, now, { callId, correlationId, state }) =>
            store.set(keyOf(hash), textOf({ at: new Date(now).toISOString(), state, callId, correlationId }), ttlMs)
    };
}

const SAYS: Readonly<Record<Attempt['state'], string>> = {
    underWay: 'is being sent, or its sender stopped before it was told the outcome',
    sent: 'was sent',
    unknown: 'was sent, and nobody knows whether it arrived'
};

function repeated({ at, state, callId, correlationId }: Attempt): CallError {
    return new CallError({
        reason: 'repeated',
        message: `The same message ${SAYS[state]} at ${at}. Nothing was sent now.`,
        hint: 'Read the conversation to see whether it is there. To send it once more on purpose, give sendAgain: true.',
        earlier: {
            at,
            state,
            ...(callId === undefined ? {} : { callId }),
            ...(correlationId === undefined ? {} : { correlationId })
        }
    });
}

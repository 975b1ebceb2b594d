import { randomBytes } from 'node:crypto';
import type { StateStore } from '../state/stateStore.ts';

/** What a confirmation is for: nobody else, no other connection, tool or argument. */
export interface Confirmed {
    readonly caller: string;
    readonly hash: string;
    /** Wanted once more, though it may have been sent. */
    readonly again: boolean;
}

export const CONFIRMATION_SECONDS = 300;

/** Words that allow one call, once, for five minutes. Given back by a model a word is a guard against haste, not a person's consent. */
export interface Confirmations {
    issue(what: Confirmed): Promise<string>;
    /** True once for each word, and only for what it was issued for. */
    redeem(word: string, what: Confirmed): Promise<boolean>;
}

export function createConfirmations(store: StateStore): Confirmations {
    const keyOf = (word: string): string => `confirm:${word}`;
    const textOf = ({ again, caller, hash }: Confirmed): string => JSON.stringify([caller, hash, again]);
    return {
        async issue(what): Promise<string> {
            const word = randomBytes(18).toString('base64url');
            await store.set(keyOf(word), textOf(what), CONFIRMATION_SECONDS * 1_000);
            return word;
        },
        async redeem(word, what): Promise<boolean> {
            if (!/^[\w-]{24}$/.test(word)) return false;
            return (await store.take(keyOf(word))) === textOf(what);
        }
    };
}

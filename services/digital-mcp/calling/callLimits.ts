import type { Caller } from '../callers/access.ts';
import { CallError } from './callError.ts';
import type { Configuration, Policy } from '../connections/configuration.ts';
import type { Full, Limit } from '../state/slidingWindows.ts';
import type { StateStore } from '../state/stateStore.ts';

interface CallLimitsOptions {
    readonly configuration: Configuration;
    readonly store: StateStore;
}

/** Throws CallError `tooManyCalls`. */
export type WithinLimits = (pcid: string, caller: Caller) => Promise<void>;

/** What each policy leaves of a minute. */
export interface CallLimits {
    /** Counts a call. */
    readonly calls: WithinLimits;
    /** Counts what reaches a customer. */
    readonly sends: WithinLimits;
    /** As `sends`, and counts nothing: nobody is asked in vain whether it may go. */
    readonly roomToSend: WithinLimits;
}

type Word = 'callsPerMinute' | 'sendsPerMinute';

const MINUTE_MS = 60_000;

export function createCallLimits({ configuration, store }: CallLimitsOptions): CallLimits {
    function limitsOf(word: Word, pcid: string, caller: Caller): Limit[] {
        const policies: readonly (readonly [string, Policy | undefined])[] = [
            ['server', configuration.narrowedTo],
            [`connection:${pcid}`, configuration.connections[pcid]?.policy],
            [`caller:${caller.name}`, caller.policy]
        ];
        return policies.flatMap(([whose, policy]) => {
            const most = policy?.[word];
            return most === undefined ? [] : [{ key: `${word}:${whose}`, most }];
        });
    }

    const within =
        (word: Word, ask: 'admit' | 'full'): WithinLimits =>
        async (pcid, caller) => {
            const full = await store[ask](limitsOf(word, pcid, caller), MINUTE_MS);
            if (full !== undefined) throw tooManyCalls(word, full);
        };

    return {
        calls: within('callsPerMinute', 'admit'),
        sends: within('sendsPerMinute', 'admit'),
        roomToSend: within('sendsPerMinute', 'full')
    };
}

const SAYS: Readonly<Record<Word, string>> = {
    callsPerMinute:
        'As many calls as the policy of this connection allows were made in the last minute. Nothing was done.',
    sendsPerMinute:
        'As many messages to customers as the policy of this connection allows were sent in the last minute. Nothing was sent.'
};

function tooManyCalls(word: Word, { waitMs }: Full): CallError {
    const retryAfterSeconds = Math.ceil(waitMs / 1_000);
    return new CallError({
        reason: 'tooManyCalls',
        message: SAYS[word],
        hint: `Try it after ${retryAfterSeconds} seconds.`,
        retryAfterSeconds
    });
}

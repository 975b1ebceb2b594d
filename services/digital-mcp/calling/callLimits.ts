import type { Caller } from '../callers/access.ts';
import { CallError } from './callError.ts';
import type { Configuration, Policy } from '../connections/configuration.ts';
import type { Full, Limit } from '../state/slidingWindows.ts';
import type { StateStore } from '../state/stateStore.ts';

interface CallLimitsOptions {
    readonly configuration: Configuration;
    readonly store: StateStore;
}

/** Counts a call by each policy that limits its minute. Throws CallError `tooManyCalls`. */
export type WithinLimits = (pcid: string, caller: Caller) => Promise<void>;

const MINUTE_MS = 60_000;

export function createCallLimits({ configuration, store }: CallLimitsOptions): WithinLimits {
    return async (pcid, caller) => {
        const limits = [
            limit('calls:server', configuration.narrowedTo),
            limit(`calls:connection:${pcid}`, configuration.connections[pcid]?.policy),
            limit(`calls:caller:${caller.name}`, caller.policy)
        ].flat();
        const full = await store.admit(limits, MINUTE_MS);
        if (full !== undefined) throw tooManyCalls(full);
    };
}

function limit(key: string, policy: Policy | undefined): Limit[] {
    return policy?.callsPerMinute === undefined ? [] : [{ key, most: policy.callsPerMinute }];
}

function tooManyCalls({ waitMs }: Full): CallError {
    const retryAfterSeconds = Math.ceil(waitMs / 1_000);
    return new CallError({
        reason: 'tooManyCalls',
        message:
            'As many calls as the policy of this connection allows were made in the last minute. Nothing was done.',
        hint: `Try it after ${retryAfterSeconds} seconds.`,
        retryAfterSeconds
    });
}

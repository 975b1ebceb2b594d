import type { Clock } from '@switchboard/genesys-api';
import type { Caller } from '../callers/access.ts';
import { CallError } from './callError.ts';
import type { Configuration, Policy } from '../connections/configuration.ts';
import type { StateStore } from '../state/stateStore.ts';

interface CallLimitsOptions {
    readonly configuration: Configuration;
    readonly store: StateStore;
    readonly clock: Clock;
}

/** Counts a call by each policy that limits its minute. Throws CallError `tooManyCalls`. */
export type WithinLimits = (pcid: string, caller: Caller) => Promise<void>;

export function createCallLimits({ clock, configuration, store }: CallLimitsOptions): WithinLimits {
    async function withinLimit(whose: string, policy: Policy | undefined): Promise<void> {
        const most = policy?.callsPerMinute;
        if (most === undefined || (await store.count(`calls:${whose}`, 60_000)) <= most) return;
        const retryAfterSeconds = 60 - (Math.floor(clock.now() / 1_000) % 60);
        throw new CallError({
            reason: 'tooManyCalls',
            message: 'No more calls in this minute: the policy of this connection allows no more. Nothing was done.',
            hint: `Try it after ${retryAfterSeconds} seconds.`,
            retryAfterSeconds
        });
    }

    return async (pcid, caller) => {
        await withinLimit('server', configuration.narrowedTo);
        await withinLimit(`connection:${pcid}`, configuration.connections[pcid]?.policy);
        await withinLimit(`caller:${caller.name}`, caller.policy);
    };
}

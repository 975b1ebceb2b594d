import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';

/** No call goes on for longer, in milliseconds: a day. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

const FLAGS = ['ended', 'held', 'muted', 'recordingPaused', 'tellsWrapUp'] as const;

/** What a page of this browser was told of a call and the toolkit does not tell again (G7, G8). Nothing of a customer. */
export interface KeptCall extends Partial<Readonly<Record<(typeof FLAGS)[number], boolean>>> {
    /** When it was first heard to be connected, ISO 8601. */
    readonly connectedAt?: string | undefined;
}

/** The same in all tabs of the browser and after a reload. */
export interface KeptCalls {
    /** Empty for a call that no page was told of. */
    read(callId: string): KeptCall;
    /** The first time of connection stays; all else is as told last. */
    keep(callId: string, call: KeptCall): void;
}

export function createKeptCalls(storage: Storage, clock: Clock, org: string, userId: string): KeptCalls {
    const kept = createKeptEntries(storage, org, userId, 'voice');

    function read(callId: string): KeptCall {
        const stored = (kept.read(callId) ?? {}) as Readonly<Record<string, unknown>>;
        const { at, connectedAt } = stored;
        if (typeof at !== 'number' || Math.abs(clock.now() - at) > KEPT_MS) return {};
        const connected = typeof connectedAt === 'string' ? Date.parse(connectedAt) : Number.NaN;
        return {
            ...Object.fromEntries(FLAGS.map((flag) => [flag, stored[flag] === true])),
            ...(Number.isNaN(connected) ? {} : { connectedAt: new Date(connected).toISOString() })
        };
    }

    for (const callId of kept.names()) {
        if (Object.keys(read(callId)).length === 0) kept.remove(callId);
    }

    return {
        read,
        keep(callId, call): void {
            const known = read(callId);
            const { connectedAt = call.connectedAt } = known;
            const isNews =
                connectedAt !== known.connectedAt ||
                FLAGS.some((flag) => (call[flag] === true) !== (known[flag] === true));
            if (isNews) kept.write(callId, { at: clock.now(), ...call, connectedAt });
        }
    };
}

import type { Clock } from '@switchboard/genesys-api';
import { CallError } from './callError.ts';

/** Unless a connection says otherwise. */
export const USUAL_AT_ONCE = 10;
/** Clients give up a call after a minute, and Genesys Cloud may need most of that. */
export const LONGEST_WAIT_MS = 10_000;
/** For one connection. */
export const MOST_WAITING = 100;

interface TurnsOptions {
    readonly clock: Clock;
    /** How many calls of a connection may be under way at once; 1 or more. */
    readonly atOnce: (pcid: string) => number;
}

/**
 * Does it when fewer calls of this connection are under way than may be, first come, first served, in this process.
 * Throws CallError, and does nothing: `tooManyCalls` where too many wait or it would wait too long, `cancelled` where the
 * client went while it waited.
 */
export type InTurn = <Done>(pcid: string, signal: AbortSignal | undefined, run: () => Promise<Done>) => Promise<Done>;

interface Lane {
    underWay: number;
    /** In the order of coming. */
    readonly waiting: Set<() => void>;
}

export function createTurns({ atOnce, clock }: TurnsOptions): InTurn {
    const lanes = new Map<string, Lane>();

    function laneOf(pcid: string): Lane {
        const lane = lanes.get(pcid) ?? { underWay: 0, waiting: new Set() };
        lanes.set(pcid, lane);
        return lane;
    }

    function turnIn({ waiting }: Lane, most: number, signal: AbortSignal | undefined): Promise<void> {
        const come = new AbortController();
        const either = signal === undefined ? come.signal : AbortSignal.any([signal, come.signal]);
        return new Promise((resolve, reject) => {
            const go = (): void => {
                resolve();
                come.abort();
            };
            const giveUp = (why: CallError): void => {
                if (waiting.delete(go)) reject(why);
            };
            waiting.add(go);
            clock.wait(LONGEST_WAIT_MS, either).then(
                () => giveUp(tooMany(most)),
                () => giveUp(cancelled())
            );
        });
    }

    /** Whoever waits longest has the turn of whoever leaves. */
    function leave(pcid: string, lane: Lane): void {
        const [next] = lane.waiting;
        if (next !== undefined) {
            lane.waiting.delete(next);
            next();
            return;
        }
        lane.underWay -= 1;
        if (lane.underWay === 0) lanes.delete(pcid);
    }

    return async (pcid, signal, run) => {
        if (signal?.aborted === true) throw cancelled();
        const lane = laneOf(pcid);
        const most = atOnce(pcid);
        if (lane.underWay < most) lane.underWay += 1;
        else if (lane.waiting.size >= MOST_WAITING) throw tooMany(most);
        else await turnIn(lane, most, signal);
        try {
            return await run();
        } finally {
            leave(pcid, lane);
        }
    };
}

const RETRY_SECONDS = 5;

const tooMany = (most: number): CallError =>
    new CallError({
        reason: 'tooManyCalls',
        message: `${most} calls of this connection are under way, as many as may be at once, and none ended in time. Nothing was done.`,
        hint: `Make fewer calls at once, and try this one after ${RETRY_SECONDS} seconds.`,
        retryAfterSeconds: RETRY_SECONDS
    });

const cancelled = (): CallError =>
    new CallError({
        reason: 'cancelled',
        message: 'The client went before it was the turn of this call. Nothing was done.'
    });

import type { Interaction } from 'c/interactions';
import { seconds } from './asCarried.ts';

/**
 * Seconds from the connection to the disconnection or transfer: as carried, else from the two times, rounded as the
 * vendor rounds. Absent while it goes on, and when nobody told both times, or told them in an order that cannot be.
 */
export function callDuration({
    durationSeconds,
    disconnected,
    connectedTime,
    endTime
}: Interaction): number | undefined {
    if (!disconnected) return undefined;
    const carried = seconds(durationSeconds);
    if (carried !== undefined) return carried;
    if (connectedTime === undefined || endTime === undefined || namesZone(connectedTime) !== namesZone(endTime)) {
        return undefined;
    }
    return seconds(Math.round((moment(endTime) - moment(connectedTime)) / 1000));
}

/** A time without its zone is compared only with another such. */
function namesZone(time: string): boolean {
    return /(Z|[+-]\d{2}:?\d{2})$/i.test(time.trim());
}

/** Two times without zone are both read as UTC, so that no change to summer time comes between them. */
function moment(time: string): number {
    return Date.parse(namesZone(time) ? time : `${time.trim()}Z`);
}

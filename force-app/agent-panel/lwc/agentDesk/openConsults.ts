import type { Interaction } from 'c/interactions';
import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';

/** Longer than anybody consults: a page that was closed in between never hears the end. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * For which calls the agent began to talk to somebody else. The phone tells it once and describes the call without it
 * ever after, so a page that was loaded anew in between could not offer to complete the transfer.
 */
export interface OpenConsults {
    /** Keeps it while it is open, and forgets it after. */
    note(interaction: Interaction): void;
    /** True when an earlier page heard of a consult in this handling, and not of its end. */
    wasOpen(interaction: Interaction): boolean;
}

interface Kept {
    readonly connectedTime?: unknown;
    /** Epoch milliseconds. */
    readonly keptAt?: unknown;
}

export function createOpenConsults(storage: Storage, clock: Clock, org: string, userId: string): OpenConsults {
    const kept = createKeptEntries(storage, org, userId, 'consult');
    const read = (id: string): Kept => kept.read(id) ?? {};

    for (const id of kept.names()) {
        const { keptAt } = read(id);
        if (typeof keptAt !== 'number' || clock.now() - keptAt > KEPT_MS) {
            kept.remove(id);
        }
    }

    return {
        note({ connectedTime, consulting, id }): void {
            if (consulting === true) {
                kept.write(id, { connectedTime, keptAt: clock.now() });
            } else if (kept.read(id) !== undefined) {
                kept.remove(id);
            }
        },
        wasOpen({ connectedTime, disconnected, id }): boolean {
            return !disconnected && connectedTime !== undefined && read(id).connectedTime === connectedTime;
        }
    };
}

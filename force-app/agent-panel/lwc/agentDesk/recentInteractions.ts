import type { Interaction } from 'c/interactions';
import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';
import { recentEntry, recentOf } from './recentEntry.ts';
import type { PageRecord, RecentInteraction } from './types.ts';

const KEPT_MS = 24 * 60 * 60 * 1_000;
const KEPT_COUNT = 20;
/** Other tabs add to the same list: it is read again when what is known is older than this, in milliseconds. */
const READ_AGAIN_MS = 5_000;

/** Conversations that are over. One entry in the browser for each, so that two tabs never overwrite each other's. */
export interface RecentInteractions {
    /** Takes an interaction that is over, as often as it is told; does nothing for one that goes on. */
    remember(interaction: Interaction, caller: PageRecord | undefined): void;
    /** Whose conversation it was, of one that is over and listed. */
    recordOf(interaction: Interaction): PageRecord | undefined;
    /** Newest first. */
    list(): readonly RecentInteraction[];
}

export function createRecentInteractions(
    storage: Storage,
    clock: Clock,
    org: string,
    userId: string
): RecentInteractions {
    const kept = createKeptEntries(storage, org, userId, 'recent');
    /** Under which key each handling is listed; a key gets better when the connected time becomes known. */
    const keys = createLastUsed<string>();
    let known: readonly RecentInteraction[] = [];
    let readAt = 0;

    function isYoung({ endedAt }: RecentInteraction): boolean {
        return clock.now() - Date.parse(endedAt) < KEPT_MS;
    }

    function read(): readonly RecentInteraction[] {
        const entries = new Map<string, RecentInteraction>();
        for (const name of kept.names()) {
            const entry = recentOf(kept.read(name));
            if (entry?.key === name) {
                entries.set(name, entry);
            } else {
                kept.remove(name);
            }
        }
        const newestFirst = [...entries.values()].sort((a, b) => Date.parse(b.endedAt) - Date.parse(a.endedAt));
        const listed = new Set(newestFirst.filter(isYoung).slice(0, KEPT_COUNT));
        newestFirst.filter((entry) => !listed.has(entry)).forEach(({ key }) => kept.remove(key));
        readAt = clock.now();
        known = [...listed];
        return known;
    }

    /** Conversation and part. A part that is not known yet is the last one that is listed of the conversation. */
    function keyOf(interaction: Interaction): string {
        const { connectedTime, handled, id, part } = interaction;
        if (!handled) {
            return `${id}|missed`;
        }
        if (part !== undefined) {
            return `${id}|${part}`;
        }
        const connected = Date.parse(connectedTime ?? '');
        if (!Number.isNaN(connected)) {
            return `${id}|${new Date(connected).toISOString()}`;
        }
        const last = known.find(({ key, outcome }) => key.startsWith(`${id}|`) && outcome === 'handled');
        return last?.key ?? `${id}|`;
    }

    function endOf(interaction: Interaction, before: RecentInteraction | undefined): string {
        const told = Date.parse(interaction.endTime ?? '');
        if (!Number.isNaN(told)) {
            return new Date(Math.min(told, clock.now())).toISOString();
        }
        return before?.endedAt ?? new Date(clock.now()).toISOString();
    }

    read();
    return {
        remember(interaction, caller): void {
            if (!interaction.disconnected) {
                return;
            }
            read();
            const name = handling(interaction);
            const key = keyOf(interaction);
            const former = keys.get(name);
            // Missed for the second time is a new end, told again is not.
            const isSame = (one: RecentInteraction): boolean =>
                one.key === former || (interaction.handled && (one.key === key || one.key === `${interaction.id}|`));
            const before = known.find((one) => one.key === key && isSame(one)) ?? known.find(isSame);
            const entry = recentEntry(interaction, caller, key, endOf(interaction, before), before);
            keys.set(name, key);
            known.filter((one) => isSame(one) && one.key !== key).forEach((one) => kept.remove(one.key));
            kept.write(key, entry);
            read();
        },
        recordOf(interaction): PageRecord | undefined {
            const key = interaction.disconnected ? keyOf(interaction) : undefined;
            return known.find((one) => one.key === key)?.record;
        },
        list: () => (clock.now() - readAt > READ_AGAIN_MS || !known.every(isYoung) ? read() : known)
    };
}

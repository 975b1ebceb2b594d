import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { Place } from '../../services/messaging-bridge/store/store.ts';

/**
 * What the bridge's database says of entries that did not arrive: `entry-7: waiting`, or that it never had them. What waits
 * is not lost: nobody has delivered it yet. No process of the bridge has the database open.
 */
export async function whereabouts(place: Place, entries: readonly string[]): Promise<string[]> {
    if (entries.length === 0) return [];
    const database = await openStore(place);
    try {
        const rows = await database.query<{ key: string; state: string; reason: string | null }>(
            `select key, state, coalesce(entry.reason, lane.reason) as reason
             from bridge_entries as entry left join bridge_lanes as lane using (lane)`
        );
        const found = new Map(rows.map(({ key, reason, state }) => [key, reason ? `${state} (${reason})` : state]));
        return entries.map((name) => `${name}: ${found.get(`entry:${name}`) ?? 'never stored'}`);
    } finally {
        await database.close();
    }
}

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../services/messaging-bridge/store/database.ts';

const LONGEST_MS = 60_000;

/** Waits until so many messages of reps have come to an end, whichever, and no more. Tells what waits where it is not so. */
export async function messagesEnd(database: Database, count: number): Promise<void> {
    const ended = async (): Promise<number> => {
        const [row] = await database.query<{ count: number | string }>(
            `select count(*) as count from bridge_entries where kind = 'message' and state <> 'waiting'`
        );
        return Number(row?.count);
    };
    let now = await ended();
    for (const since = performance.now(); now < count && performance.now() - since < LONGEST_MS; now = await ended())
        await wait(20);
    const left = await database.query('select lane, reason from bridge_lanes where due_at is not null');
    assert.equal(now, count, JSON.stringify(left));
}

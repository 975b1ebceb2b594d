import { endBeginning } from './beginnings.ts';
import type { Database, Statements } from './database.ts';
import { assertLeader } from './leadership.ts';
import type { Leadership } from './leadership.ts';
import { rememberPosition } from './positions.ts';

/** Something that is to be done in its turn. */
export interface NewEntry {
    /** One conversation in one direction: `out:…` or `back:…`. */
    readonly lane: string;
    /** The same thing said twice has the same key. */
    readonly key: string;
    readonly kind: string;
    readonly body: object;
    /** Epoch milliseconds: when it was said. */
    readonly createdAt: number;
}

/** An event that nobody could read, as it came. */
export interface Unreadable {
    readonly eventId: string;
    readonly replayId: Uint8Array;
    readonly schemaId: string;
    readonly bytes: Uint8Array;
    readonly reason: string;
}

export interface NewBatch {
    readonly topic: string;
    /** How far the stream has been read when this batch is stored. */
    readonly replayId: Uint8Array;
    /** When its last event was published, in epoch milliseconds; undefined where it has none: nothing more is to be had. */
    readonly publishedAt?: number;
    readonly entries: readonly NewEntry[];
    readonly unreadable: readonly Unreadable[];
    /** It reaches what was published since the bridge began. */
    readonly hasBegun?: boolean;
}

/** Told to every worker when there is something new. */
export const WORK = 'bridge_work';
/** Told beside it where something has a deadline. */
export const URGENT_WORK = 'bridge_urgent_work';
/** The beginning of the names of lanes whose entries have a deadline of a minute. */
export const URGENT_LANES = 'routing:';

/**
 * Stores what a batch brought, and how far the stream has been read, in one transaction: either all of it is kept or
 * the batch comes again. Gives how many of its entries were new. Throws NotLeader.
 */
export async function storeBatch(database: Database, leadership: Leadership, batch: NewBatch): Promise<number> {
    return database.transaction(async (statements) => {
        await assertLeader(statements, leadership);
        const stored = await addEntries(statements, batch.entries);
        for (const one of batch.unreadable) await quarantine(statements, one);
        await statements.query(
            `insert into bridge_streams (topic, replay_id, published_at)
             values ($1, $2, to_timestamp($3::float8 / 1000))
             on conflict (topic) do update set replay_id = excluded.replay_id, stored_at = clock_timestamp(),
                 published_at = excluded.published_at`,
            [batch.topic, batch.replayId, batch.publishedAt ?? null]
        );
        await rememberPosition(statements, batch);
        if (batch.hasBegun === true) await endBeginning(statements, batch.topic);
        return stored;
    });
}

/** Keeps what nobody could read, as it came. Read again, it is the same event. */
export async function quarantine(statements: Statements, unreadable: Unreadable): Promise<void> {
    const { bytes, eventId, reason, replayId, schemaId } = unreadable;
    await statements.query(
        `insert into bridge_quarantine (event_id, replay_id, schema_id, bytes, reason)
         select $1::text, $2, $3, $4, $5
         where $1 = '' or not exists (select from bridge_quarantine where event_id = $1)`,
        [eventId, replayId, schemaId, bytes, reason]
    );
}

/** Within a transaction: adds what was not seen before, in the order given, and wakes the workers. Gives how many. */
export async function addEntries(statements: Statements, entries: readonly NewEntry[]): Promise<number> {
    if (entries.length === 0) return 0;
    const given = JSON.stringify(
        entries.map(({ lane, key, kind, body, createdAt }) => ({ lane, key, kind, body, created_at: createdAt }))
    );
    // A lane's row first, in one order for all: whoever adds to a lane waits for whoever adds to it now, so that an
    // entry with a lower number is never seen after one with a higher number.
    await statements.query(
        `insert into bridge_lanes (lane)
         select distinct lane from jsonb_to_recordset($1::jsonb) as given (lane text) order by lane
         on conflict (lane) do update set lane = excluded.lane`,
        [given]
    );
    const [added] = await statements.query<{ count: number | string }>(
        `with given as (
             select * from rows from (
                 jsonb_to_recordset($1::jsonb) as (lane text, key text, kind text, body jsonb, created_at float8)
             ) with ordinality as given (lane, key, kind, body, created_at, place)
         ), fresh as (
             insert into bridge_seen (key) select distinct key from given on conflict do nothing returning key
         ), first as (
             select distinct on (given.key) given.* from given join fresh using (key) order by given.key, given.place
         ), added as (
             insert into bridge_entries (lane, key, kind, body, created_at)
             select lane, key, kind, body, to_timestamp(created_at / 1000) from first order by place
             returning lane
         ), woken as (
             update bridge_lanes set due_at = coalesce(due_at, clock_timestamp())
             where lane in (select lane from added)
         )
         select count(*) as count from added`,
        [given]
    );
    const count = Number(added?.count ?? 0);
    if (count > 0) await statements.query(`notify ${WORK}`);
    if (count > 0 && entries.some(({ lane }) => lane.startsWith(URGENT_LANES)))
        await statements.query(`notify ${URGENT_WORK}`);
    return count;
}

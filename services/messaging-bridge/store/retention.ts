import type { Statements } from './database.ts';

/** How long what has ended is kept. Milliseconds. */
export interface Retention {
    /** What was seen: Salesforce replays the events of 72 hours, and not all outages are shorter. */
    readonly seenMs: number;
    /** What was delivered, with its text. */
    readonly deliveredMs: number;
    /** What was not delivered, and events that nobody could read: until somebody has looked at them. */
    readonly asideMs: number;
}

const DAY_MS = 86_400_000;

export const RETENTION: Retention = { seenMs: 14 * DAY_MS, deliveredMs: DAY_MS, asideMs: 30 * DAY_MS };

/** Deletes what is older, a bounded number of rows of each kind at a time. Gives how many. */
export async function forgetOld(
    statements: Statements,
    retention: Retention = RETENTION,
    most = 5_000
): Promise<number> {
    const { asideMs, deliveredMs, seenMs } = retention;
    const deleted = await Promise.all([
        statements.query(
            `delete from bridge_seen where key in (
                 select key from bridge_seen where at < clock_timestamp() - $1 * interval '1 millisecond' limit $2
             ) returning key`,
            [Math.max(seenMs, deliveredMs, asideMs), most]
        ),
        statements.query(
            `delete from bridge_entries where seq in (
                 select seq from bridge_entries
                 where settled_at < clock_timestamp()
                     - case when state in ('delivered', 'discarded') then $1::float8 else $2::float8 end * interval '1 millisecond'
                 limit $3
             ) returning seq`,
            [deliveredMs, asideMs, most]
        ),
        statements.query(
            `delete from bridge_quarantine where id in (
                 select id from bridge_quarantine
                 where received_at < clock_timestamp() - $1 * interval '1 millisecond' limit $2
             ) returning id`,
            [asideMs, most]
        ),
        statements.query(`delete from bridge_workers where until < clock_timestamp() - interval '1 day' returning id`),
        statements.query(
            `delete from bridge_lanes where lane in (
                 select lane from bridge_lanes
                 where worker is null and due_at is null
                     and not exists (select from bridge_entries where bridge_entries.lane = bridge_lanes.lane)
                 limit $1 for update skip locked
             ) returning lane`,
            [most]
        )
    ]);
    return deleted.reduce((sum, rows) => sum + rows.length, 0);
}

import type { Statements } from './database.ts';
import { forgetHeard } from './heard.ts';
import { forgetFiles } from './files.ts';
import { forgetLinks } from './links.ts';
import { forgetTold } from './told.ts';
import { forgetWorkItems } from './workItems.ts';

/** How long what has ended is kept. Milliseconds. */
export interface Retention {
    /**
     * That something was seen, and where conversations that have ended went on: Salesforce replays the events of 72 hours,
     * not all outages are shorter, and what is set aside may be tried again. Never shorter than the others.
     */
    readonly seenMs: number;
    /** What was delivered, with its text. */
    readonly deliveredMs: number;
    /** What was not delivered, and events that nobody could read: until somebody has looked at them. */
    readonly asideMs: number;
}

const DAY_MS = 86_400_000;

/** That something was seen is kept for so long, whatever a configuration says. */
export const LEAST_SEEN_MS = 14 * DAY_MS;

/** By what a configuration can say. */
export function retentionOf({
    delivered,
    setAside
}: {
    readonly delivered: number;
    readonly setAside: number;
}): Retention {
    const [deliveredMs, asideMs] = [delivered * DAY_MS, setAside * DAY_MS];
    return { deliveredMs, asideMs, seenMs: Math.max(LEAST_SEEN_MS, deliveredMs, asideMs) };
}

export const RETENTION = retentionOf({ delivered: 1, setAside: 30 });

/** How many rows were deleted, and how many of them had been set aside and nobody had looked at them. */
export interface Forgotten {
    readonly rows: number;
    readonly aside: number;
}

/**
 * Deletes what is older, `most` rows of each kind at a time, until nothing is left that is older. By the time of the
 * statement: an index is no help against clock_timestamp(), which is another one for each row.
 */
export async function forgetOld(
    statements: Statements,
    retention: Retention = RETENTION,
    most = 5_000
): Promise<Forgotten> {
    let [rows, aside] = [0, 0];
    for (;;) {
        const once = await forgetSome(statements, retention, most);
        rows += once.rows;
        aside += once.aside;
        if (once.rows === 0) return { rows, aside };
    }
}

async function forgetSome(statements: Statements, retention: Retention, most: number): Promise<Forgotten> {
    const { asideMs, deliveredMs, seenMs } = retention;
    const [seen, entries, unreadable, told, ...others] = await Promise.all([
        statements.query(
            `delete from bridge_seen where key in (
                 select key from bridge_seen where at < statement_timestamp() - $1 * interval '1 millisecond' limit $2
             ) returning key`,
            [seenMs, most]
        ),
        statements.query<{ state: string }>(
            `delete from bridge_entries where seq in (
                 select seq from bridge_entries
                 where settled_at < statement_timestamp() - least($1::float8, $2::float8) * interval '1 millisecond'
                     and settled_at < statement_timestamp()
                     - case when state in ('delivered', 'discarded') then $1::float8 else $2::float8 end * interval '1 millisecond'
                 limit $3
             ) returning seq, state`,
            [deliveredMs, asideMs, most]
        ),
        statements.query(
            `delete from bridge_quarantine where id in (
                 select id from bridge_quarantine
                 where received_at < statement_timestamp() - $1 * interval '1 millisecond' limit $2
             ) returning id`,
            [asideMs, most]
        ),
        forgetTold(statements, seenMs, most),
        forgetFiles(statements, most),
        forgetHeard(statements, seenMs, most),
        forgetLinks(statements, seenMs, most),
        forgetWorkItems(statements, seenMs, most),
        statements.query(`delete from bridge_positions where at < clock_timestamp() - interval '4 days' returning at`),
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
    return {
        rows: [seen, entries, unreadable, ...others].reduce((sum, rows) => sum + rows.length, told),
        aside: unreadable.length + entries.filter(({ state }) => state === 'dead' || state === 'parked').length
    };
}

import { endBeginning } from './beginnings.ts';
import type { Database, Statements } from './database.ts';
import { endLeadership } from './leadership.ts';

/** Where a stream is to be read from: after an event, or from the oldest one that Salesforce keeps. */
export type Position = Uint8Array | 'EARLIEST';

/** How far the stream of a topic has been stored; undefined before the first time. */
export async function positionOfTopic(statements: Statements, topic: string): Promise<Position | undefined> {
    const [found] = await statements.query<{ replay_id: Uint8Array | null }>(
        'select replay_id from bridge_streams where topic = $1',
        [topic]
    );
    if (found === undefined) return undefined;
    return found.replay_id === null ? 'EARLIEST' : new Uint8Array(found.replay_id);
}

/** Remembers one position of each minute, so that a stream can be read again from a time. */
export async function rememberPosition(
    statements: Statements,
    {
        publishedAt,
        replayId,
        topic
    }: { readonly topic: string; readonly replayId: Uint8Array; readonly publishedAt?: number }
): Promise<void> {
    await statements.query(
        `insert into bridge_positions (topic, at, replay_id)
         select $1, told.at, $2
         from (select coalesce(to_timestamp($3::float8 / 1000), clock_timestamp()) as at) as told
         where not exists (
             select from bridge_positions as kept
             where kept.topic = $1 and kept.at > told.at - interval '1 minute' and kept.at <= told.at
         )
         on conflict do nothing`,
        [topic, replayId, publishedAt ?? null]
    );
}

/** The last position that is remembered from before a time (epoch milliseconds); undefined where there is none. */
export async function positionBefore(
    statements: Statements,
    topic: string,
    at: number
): Promise<Uint8Array | undefined> {
    const [found] = await statements.query<{ replay_id: Uint8Array }>(
        `select replay_id from bridge_positions where topic = $1 and at <= to_timestamp($2::float8 / 1000)
         order by at desc limit 1`,
        [topic, at]
    );
    return found && new Uint8Array(found.replay_id);
}

/**
 * Has the stream read again from there: nobody leads any more, and the next leader begins there. What the last one has
 * under way is not stored, and comes again.
 */
export async function readAgainFrom(database: Database, topic: string, position: Position): Promise<void> {
    await database.transaction(async (statements) => {
        await endLeadership(statements);
        await endBeginning(statements, topic);
        await statements.query(
            `insert into bridge_streams (topic, replay_id) values ($1, $2)
             on conflict (topic) do update set replay_id = excluded.replay_id, published_at = null`,
            [topic, position === 'EARLIEST' ? null : position]
        );
    });
}

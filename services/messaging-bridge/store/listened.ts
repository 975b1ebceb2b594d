import type { Statements } from './database.ts';

const NOTIFICATIONS = 'notifications';

/** Somebody listens now to what Genesys Cloud tells. */
export async function setListened(statements: Statements): Promise<void> {
    await statements.query(
        `insert into bridge_listened (name, at) values ($1, clock_timestamp())
         on conflict (name) do update set at = excluded.at`,
        [NOTIFICATIONS]
    );
}

/** How long ago somebody listened last, in milliseconds; undefined where nobody ever has. */
export async function listenedAgoMs(statements: Statements): Promise<number | undefined> {
    const [row] = await statements.query<{ ms: number | string }>(
        'select extract(epoch from clock_timestamp() - at) * 1000 as ms from bridge_listened where name = $1',
        [NOTIFICATIONS]
    );
    return row && Number(row.ms);
}

import type { Statements } from './database.ts';

const [FIRST, LAST] = ['notifications first', 'notifications'];

/** Somebody listens now to what Genesys Cloud tells. */
export async function setListened(statements: Statements): Promise<void> {
    await statements.query(
        `insert into bridge_listened (name, at) values ($1, clock_timestamp()), ($2, clock_timestamp())
         on conflict (name) do update set at = excluded.at where bridge_listened.name = $2`,
        [FIRST, LAST]
    );
}

/** How long ago somebody listened for the first time, and the last. Milliseconds. */
export interface Listened {
    readonly firstMs: number;
    readonly lastMs: number;
}

/** Undefined where nobody ever has. */
export async function listenedAgo(statements: Statements): Promise<Listened | undefined> {
    const rows = await statements.query<{ name: string; ms: number | string }>(
        `select name, extract(epoch from clock_timestamp() - at) * 1000 as ms from bridge_listened where name in ($1, $2)`,
        [FIRST, LAST]
    );
    const agoOf = (wanted: string | undefined): number | undefined => {
        const row = rows.find(({ name }) => name === wanted);
        return row && Number(row.ms);
    };
    const [firstMs, lastMs] = [agoOf(FIRST), agoOf(LAST)];
    return firstMs === undefined || lastMs === undefined ? undefined : { firstMs, lastMs };
}

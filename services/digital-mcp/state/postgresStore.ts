import { Pool } from 'pg';
import type { QueryResultRow } from 'pg';
import { postgresWindows } from './postgresWindows.ts';
import type { StateStore } from './stateStore.ts';

const TABLE = 'switchboard_state';

/** Two replicas that start at once would both make it. The lock ends with the statement. */
const CREATE = `
    select pg_advisory_xact_lock(hashtext('${TABLE}'));
    create table if not exists ${TABLE} (key text primary key, value text not null, until timestamptz not null)`;

/** The time of the database: the clocks of two replicas differ. */
const NOW = 'clock_timestamp()';
const after = (ms: string): string => `${NOW} + ${ms} * interval '1 millisecond'`;

const ADD = `
    insert into ${TABLE} as held (key, value, until) values ($1, $2, ${after('$3::float8')})
    on conflict (key) do update set value = excluded.value, until = excluded.until where held.until <= ${NOW}
    returning key`;
const REPLACE = `
    update ${TABLE} set value = $3, until = ${after('$4::float8')} where key = $1 and value = $2 and until > ${NOW}`;
const REMOVE = `delete from ${TABLE} where key = $1 and value = $2`;
const READ = `select value from ${TABLE} where key = $1 and until > ${NOW}`;
const SET = `
    insert into ${TABLE} (key, value, until) values ($1, $2, ${after('$3::float8')})
    on conflict (key) do update set value = excluded.value, until = excluded.until`;
const TAKE = `delete from ${TABLE} where key = $1 returning value, until > ${NOW} as alive`;
/** What somebody works with just now is left for the next time: nobody waits for one another without end. */
const SWEEP = `
    delete from ${TABLE} where key in (select key from ${TABLE} where until <= ${NOW} for update skip locked)`;

const SWEEP_EVERY_MS = 60_000;
const LONGEST_MS = 5_000;

/**
 * One table in a PostgreSQL database, which several processes share; it is made where it is missing. What has ended is
 * deleted once a minute. Throws an Error of ours where the database cannot be used: without address and password.
 */
export async function postgresStore(connectionString: string): Promise<StateStore> {
    const pool = new Pool({
        connectionString,
        max: 10,
        connectionTimeoutMillis: LONGEST_MS,
        query_timeout: LONGEST_MS,
        statement_timeout: LONGEST_MS
    });
    // Of connections that nobody uses just now. Unheard, it would end the process.
    pool.on('error', () => undefined);

    async function rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
        try {
            // Several statements at once go without values only.
            return (await pool.query<Row>(text, values.length === 0 ? undefined : [...values])).rows;
        } catch (error) {
            throw new Error(
                `The store in PostgreSQL cannot be used (${codeOf(error)}). Look at the address that "store" leads to, and ` +
                    'whether its server answers.'
            );
        }
    }

    async function ready(): Promise<void> {
        // Whoever may not create tables uses one that is there.
        const [found] = await rows<{ there: boolean }>(`select to_regclass('${TABLE}') is not null as there`);
        if (found?.there !== true) await rows(CREATE);
    }

    let sweptAt = performance.now();
    function sweep(): void {
        if (performance.now() - sweptAt < SWEEP_EVERY_MS) return;
        sweptAt = performance.now();
        // Another one does it later.
        rows(SWEEP).catch(() => undefined);
    }

    try {
        await ready();
    } catch (error) {
        await pool.end();
        throw error;
    }

    const windows = postgresWindows(TABLE, rows);

    return {
        isShared: true,
        async add(key, value, ttlMs): Promise<string | undefined> {
            sweep();
            for (;;) {
                if ((await rows(ADD, [key, value, ttlMs])).length > 0) return undefined;
                const [held] = await rows<{ value: string }>(READ, [key]);
                // Else it was taken, or ended, between the two.
                if (held !== undefined) return held.value;
            }
        },
        async set(key, value, ttlMs): Promise<void> {
            sweep();
            await rows(SET, [key, value, ttlMs]);
        },
        async replace(key, held, value, ttlMs): Promise<void> {
            await (value === undefined ? rows(REMOVE, [key, held]) : rows(REPLACE, [key, held, value, ttlMs]));
        },
        async get(key): Promise<string | undefined> {
            return (await rows<{ value: string }>(READ, [key]))[0]?.value;
        },
        async take(key): Promise<string | undefined> {
            const [taken] = await rows<{ value: string; alive: boolean }>(TAKE, [key]);
            return taken?.alive === true ? taken.value : undefined;
        },
        ...windows,
        admit(limits, windowMs) {
            sweep();
            return windows.admit(limits, windowMs);
        },
        async check(): Promise<void> {
            await rows(`select 1 from ${TABLE} limit 1`);
        },
        close: () => pool.end()
    };
}

/** `ECONNREFUSED`, or a code of PostgreSQL: `28P01` for a wrong password. */
function codeOf(error: unknown): string {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    if (typeof code === 'string' && /^\w+$/.test(code)) return code;
    return typeof message === 'string' && /timeout/i.test(message) ? 'timeout' : 'no code';
}

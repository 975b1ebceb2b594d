import { Client, Pool } from 'pg';
import { DatabaseFault, statementsOf } from './database.ts';
import type { Database } from './database.ts';

const LONGEST_MS = 10_000;
const LISTEN_AGAIN_MS = 1_000;

/** PostgreSQL at an address such as `postgres://user@host/database`. `connections` at most are open at once. */
export function openPostgres(connectionString: string, connections = 10): Database {
    const pool = new Pool({
        connectionString,
        max: connections,
        connectionTimeoutMillis: LONGEST_MS,
        query_timeout: LONGEST_MS,
        statement_timeout: LONGEST_MS,
        keepAlive: true
    });
    let since = performance.now();
    const broke = (): void => void (since = performance.now());
    // Of connections that nobody uses just now. Unheard, it would end the process.
    pool.on('error', broke);

    return {
        ...statementsOf(pool),
        isShared: true,
        unbrokenSince: () => since,
        async transaction(work) {
            const client = await pool.connect().catch((error: unknown) => {
                broke();
                throw new DatabaseFault(error);
            });
            let isBroken = true;
            try {
                const statements = statementsOf(client);
                await statements.query('begin');
                try {
                    const result = await work(statements);
                    await statements.query('commit');
                    isBroken = false;
                    return result;
                } catch (error) {
                    await statements.query('rollback').then(
                        () => (isBroken = false),
                        () => undefined
                    );
                    throw error;
                }
            } finally {
                client.release(isBroken);
            }
        },
        listen: (channel, told) => listenTo(connectionString, channel, told, broke),
        close: () => pool.end()
    };
}

/** A connection of its own, made anew when it breaks; told once then, because something may have been missed. */
async function listenTo(
    connectionString: string,
    channel: string,
    told: () => void,
    broke: () => void
): Promise<() => Promise<void>> {
    let client: Client | undefined;
    let isOver = false;
    let again: NodeJS.Timeout | undefined;

    async function connect(): Promise<void> {
        const made = new Client({ connectionString, connectionTimeoutMillis: LONGEST_MS, keepAlive: true });
        let isLost = false;
        const lost = (): void => {
            if (isLost) return;
            isLost = true;
            broke();
            made.end().catch(() => undefined);
            if (!isOver) again = setTimeout(() => void connect(), LISTEN_AGAIN_MS);
        };
        made.on('error', lost);
        made.on('end', lost);
        made.on('notification', told);
        try {
            await made.connect();
            await made.query(`listen ${channel}`);
            client = made;
            told();
        } catch {
            lost();
        }
    }

    await connect();
    return async () => {
        isOver = true;
        clearTimeout(again);
        await client?.end().catch(() => undefined);
    };
}

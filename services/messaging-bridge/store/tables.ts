import type { Database, Statements } from './database.ts';
import { BEGINNINGS } from './tables/beginnings.ts';
import { DELIVERY } from './tables/delivery.ts';
import { ENTRIES_BY_LANE } from './tables/entriesByLane.ts';
import { HEARD } from './tables/heard.ts';
import { LINKS_ENDED } from './tables/linksEnded.ts';
import { LISTENED } from './tables/listened.ts';
import { RECEIPTS } from './tables/receipts.ts';
import { TOLD } from './tables/told.ts';
import { FILES } from './tables/files.ts';
import { REPS_THERE } from './tables/repsThere.ts';
import { ROUTING } from './tables/routing.ts';
import { URGENT_LANES_DUE } from './tables/urgentLanes.ts';
import { WORK_ITEMS } from './tables/workItems.ts';
import { OPERATING } from './tables/operating.ts';
import { REPLAYING } from './tables/replaying.ts';
import { SAMPLES } from './tables/samples.ts';
import { RETRYING } from './tables/retrying.ts';

/**
 * What the bridge keeps, one step for each version of its tables: a newer bridge brings older tables to its own version.
 * A lane is one conversation in one direction; its order is that of `seq`. Times are the database's, because the clocks
 * of two processes differ.
 */
const STEPS: readonly string[] = [
    DELIVERY,
    WORK_ITEMS,
    OPERATING,
    RECEIPTS,
    RETRYING,
    FILES,
    ROUTING,
    HEARD,
    REPLAYING,
    ENTRIES_BY_LANE,
    LISTENED,
    REPS_THERE,
    TOLD,
    URGENT_LANES_DUE,
    SAMPLES,
    BEGINNINGS,
    LINKS_ENDED
];

/** Makes the tables, or what they lack. Throws where they are of a newer bridge. */
export async function prepareTables(database: Database): Promise<void> {
    await database.transaction(async (statements) => {
        // Two processes that start at once would both make them. The lock ends with the transaction.
        await statements.query(`select pg_advisory_xact_lock(hashtext('bridge_schema'))`);
        const version = await versionOf(statements);
        if (version > STEPS.length)
            throw new Error(
                `The bridge's tables are of version ${version}; this bridge knows version ${STEPS.length}. ` +
                    'Run the bridge that made them, or a newer one.'
            );
        for (const step of STEPS.slice(version))
            for (const statement of step.split(';')) await statements.query(statement);
        await statements.query('update bridge_schema set version = $1', [STEPS.length]);
    });
}

/** Changes nothing. Throws where there are no tables, or not those that this version makes. */
export async function assertTables(statements: Statements): Promise<void> {
    const [found] = await statements.query<{ name: string | null }>(
        `select to_regclass('bridge_schema')::text as name`
    );
    const [kept] = found?.name ? await statements.query<{ version: number }>('select version from bridge_schema') : [];
    if (kept === undefined) throw new Error('The database has no tables of the bridge. Start the bridge once.');
    if (kept.version !== STEPS.length)
        throw new Error(
            `The bridge's tables are of version ${kept.version}; this command knows version ${STEPS.length}. ` +
                'Use the command of the bridge that runs.'
        );
}

/** 0 where there are no tables. */
async function versionOf(statements: Statements): Promise<number> {
    await statements.query('create table if not exists bridge_schema (version integer not null)');
    const [kept] = await statements.query<{ version: number }>('select version from bridge_schema');
    if (kept !== undefined) return kept.version;
    await statements.query('insert into bridge_schema values (0)');
    return 0;
}

import type { Database, Statements } from './database.ts';
import { assertLeader } from './leadership.ts';
import type { Leadership } from './leadership.ts';

/**
 * Since when the bridge hears what is published in a topic, in epoch milliseconds by Salesforce's clock. Undefined before
 * the first start, and once what was published then has been stored: from there on the position tells enough.
 */
export async function beginningOf(statements: Statements, topic: string): Promise<number | undefined> {
    const [found] = await statements.query<{ ms: number | string }>(
        'select extract(epoch from at) * 1000 as ms from bridge_beginnings where topic = $1',
        [topic]
    );
    return found && Number(found.ms);
}

/** The first start, before its stream is opened: no position may come for minutes. Throws NotLeader. */
export async function begin(database: Database, leadership: Leadership, topic: string, at: number): Promise<void> {
    await database.transaction(async (statements) => {
        await assertLeader(statements, leadership);
        await statements.query(
            `insert into bridge_beginnings (topic, at) values ($1, to_timestamp($2::float8 / 1000))
             on conflict (topic) do update set at = excluded.at`,
            [topic, at]
        );
    });
}

export async function endBeginning(statements: Statements, topic: string): Promise<void> {
    await statements.query('delete from bridge_beginnings where topic = $1', [topic]);
}

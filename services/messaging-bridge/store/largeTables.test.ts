import assert from 'node:assert/strict';
import { it } from 'node:test';
import { deliveredLately } from './backlog.ts';
import type { Row, Statements } from './database.ts';
import { onBothDatabases } from './databasesForTests.ts';
import { claimedIds, firstEntry, waitingEntries } from './entries.ts';
import { forgetOld } from './retention.ts';

onBothDatabases((database) => {
    /** How the database would answer what is asked, if it may read no table from end to end. */
    async function plansOf(ask: (statements: Statements) => Promise<unknown>): Promise<string> {
        const plans: string[] = [];
        await database().transaction(async (statements) => {
            await statements.query('set local enable_seqscan = off');
            let before: Promise<unknown> = Promise.resolve();
            await ask({
                query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]> {
                    const answer = before.then(async () => {
                        const rows = await statements.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
                        plans.push(...rows.map((row) => row['QUERY PLAN']));
                        return statements.query<R>(text, values);
                    });
                    before = answer;
                    return answer;
                }
            });
        });
        return plans.join('\n');
    }

    it('where a day of messages is kept, an index leads to those of one conversation', async () => {
        assert.match(await plansOf((statements) => claimedIds(statements, 'out:a')), /Index Cond: \(lane = /);
        assert.match(await plansOf((statements) => firstEntry(statements, 'out:a')), /Index Cond: \(lane = /);
        assert.match(await plansOf(waitingEntries), /Scan (using|on) bridge_entries_waiting/);
    });

    it('where a month of keys is kept, an index leads to what is old, and to what was delivered just now', async () => {
        const forgetting = await plansOf((statements) => forgetOld(statements));
        assert.match(forgetting, /Scan (using|on) bridge_seen_at[^]*?Index Cond: \(at < /);
        assert.match(forgetting, /Scan (using|on) bridge_entries_settled[^]*?Index Cond: \(\(?settled_at < /);
        assert.match(await plansOf(deliveredLately), /Index Cond: \(settled_at > /);
    });
});

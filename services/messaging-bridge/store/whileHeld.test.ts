import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addEntries } from './batches.ts';
import { onBothDatabases } from './databasesForTests.ts';
import { firstEntry, partsOf, settlePart, startPart } from './entries.ts';
import type { Entry } from './entries.ts';
import { keepWorker, LaneLost, takeLane } from './lanes.ts';
import type { HeldLane } from './lanes.ts';

onBothDatabases((database, another) => {
    /** A message in two parts, in a lane that `one` holds. */
    async function begun(): Promise<{ readonly held: HeldLane; readonly entry: Entry }> {
        const entry = { lane: 'out:a', key: 'a', kind: 'message', body: {}, createdAt: Date.now() };
        await database().transaction((statements) => addEntries(statements, [entry]));
        await keepWorker(database(), 'one', 60_000);
        const [held, first] = [await takeLane(database(), 'one'), await firstEntry(database(), 'out:a')];
        assert.ok(held && first);
        await partsOf(database(), held, first, async () => [{ text: 'ä' }, { text: 'b' }]);
        return { held, entry: first };
    }

    const parts = (): Promise<unknown[]> =>
        database().query('select body, state, remote_id from bridge_parts order by part');

    it('parts are kept as planned, in their order, and one is started and settled while its lane is held', async () => {
        const { entry, held } = await begun();
        await startPart(database(), held, entry, 0);
        await settlePart(database(), held, entry, 0, { state: 'sent', remoteId: 'there' });
        assert.deepEqual(await parts(), [
            { body: { text: 'ä' }, state: 'sent', remote_id: 'there' },
            { body: { text: 'b' }, state: 'waiting', remote_id: null }
        ]);
    });

    it('who loses a lane while it waits for its row changes nothing', async () => {
        const { entry, held } = await begun();
        const other = await another();
        let change: Promise<unknown> | undefined;
        await database().transaction(async (statements) => {
            await statements.query(`update bridge_lanes set worker = 'two' where lane = 'out:a'`);
            change = startPart(other, held, entry, 0).catch((error: unknown) => error);
            await wait(100);
        });
        assert.ok((await change) instanceof LaneLost);
        for (const late of [
            () => settlePart(database(), held, entry, 0, { state: 'sent', remoteId: 'late' }),
            () => settlePart(database(), held, entry, 0, { state: 'sent' }, () => Promise.resolve()),
            () => partsOf(database(), held, { ...entry, seq: entry.seq + 1 }, async () => [])
        ])
            await assert.rejects(late, LaneLost);
        assert.deepEqual(await parts(), [
            { body: { text: 'ä' }, state: 'waiting', remote_id: null },
            { body: { text: 'b' }, state: 'waiting', remote_id: null }
        ]);
    });

    it('what a part brings with it is not kept where the lane is lost', async () => {
        const { entry, held } = await begun();
        await database().query(`update bridge_lanes set worker = 'two' where lane = 'out:a'`);
        let asked = false;
        const also = async (): Promise<void> => void (asked = true);
        await assert.rejects(settlePart(database(), held, entry, 0, { state: 'sent' }, also), LaneLost);
        assert.equal(asked, false);
    });
});

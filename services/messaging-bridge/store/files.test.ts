import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addEntries } from './batches.ts';
import type { Database } from './database.ts';
import { onBothDatabases } from './databasesForTests.ts';
import { firstEntry, keptForMs, settleEntry } from './entries.ts';
import { bytesOf, fileOf, giveUpFile, isFileWanted, keepFile, setLeaving, setUploaded } from './files.ts';
import { keepWorker, postponeLane, takeLane } from './lanes.ts';
import { forgetOld } from './retention.ts';

const FILE = { message: 'entry:1', number: 0, lane: 'out:here' };
const BYTES = new Uint8Array(1_500_000).map((_, at) => at * 7 + (at >> 8));

async function write(database: Database): Promise<void> {
    const entry = { lane: FILE.lane, key: FILE.message, kind: 'message', body: {}, createdAt: Date.now() };
    await database.transaction((statements) => addEntries(statements, [entry]));
}
const keep = (database: Database, fetched: Parameters<typeof keepFile>[2]): Promise<void> =>
    database.transaction((statements) => keepFile(statements, FILE, fetched));

onBothDatabases((database) => {
    it('a file is kept byte by byte, and what was kept first stays', async () => {
        await write(database());
        assert.ok(await isFileWanted(database(), FILE));
        await keep(database(), { bytes: BYTES, mediaType: 'image/png' });
        await keep(database(), { problem: 'too late' });
        assert.ok(!(await isFileWanted(database(), FILE)));
        assert.deepEqual(await fileOf(database(), FILE), { isLeaving: false, mediaType: 'image/png' });
        assert.ok(Buffer.from(BYTES).equals((await bytesOf(database(), FILE)) ?? new Uint8Array()));
        assert.equal(await fileOf(database(), { ...FILE, number: 1 }), undefined);
    });

    it('a file that is given up has a reason and no bytes, however far it was', async () => {
        await write(database());
        await keep(database(), { bytes: BYTES });
        await setUploaded(database(), FILE, { mediaId: 'm', communicationId: 'c' });
        await setLeaving(database(), FILE, true);
        const uploaded = { mediaId: 'm', communicationId: 'c' };
        assert.deepEqual(await fileOf(database(), FILE), { isLeaving: true, uploaded });
        await giveUpFile(database(), FILE, 'not taken');
        assert.equal((await fileOf(database(), FILE))?.problem, 'not taken');
        assert.equal(await bytesOf(database(), FILE), undefined);
        await giveUpFile(database(), { ...FILE, number: 1 }, 'late');
        await keep(database(), { bytes: BYTES });
        assert.equal((await fileOf(database(), { ...FILE, number: 1 }))?.problem, 'late');
    });

    it('the message that waits for a file goes on as soon as it is here', async () => {
        await write(database());
        await keepWorker(database(), 'worker', 10_000);
        const held = await takeLane(database(), 'worker#1');
        assert.ok(held);
        await postponeLane(database(), held, { waitMs: 50_000, reason: 'files', isFailure: false });
        assert.equal(await takeLane(database(), 'worker#1'), undefined);
        await keep(database(), { bytes: BYTES });
        assert.equal((await takeLane(database(), 'worker#1'))?.lane, FILE.lane);
    });

    it('a file is kept until its message has ended, and fetched for no other', async () => {
        await write(database());
        await keep(database(), { bytes: BYTES });
        await forgetOld(database());
        assert.ok(await bytesOf(database(), FILE));
        await keepWorker(database(), 'worker', 10_000);
        const held = await takeLane(database(), 'worker#1');
        const entry = await firstEntry(database(), FILE.lane);
        assert.ok(held && entry);
        await settleEntry(database(), held, entry, { state: 'parked' });
        assert.ok(!(await isFileWanted(database(), { ...FILE, number: 1 })));
        await forgetOld(database());
        assert.equal(await fileOf(database(), FILE), undefined);
    });

    it('how long an entry has been kept is not told by a clock that was set back', async () => {
        await write(database());
        const entry = await firstEntry(database(), FILE.lane);
        assert.ok(entry);
        const ms = await keptForMs(database(), entry);
        assert.ok(ms >= 0 && ms < 10_000, `${ms}`);
        await database().query(`update bridge_entries set received_at = received_at + interval '10 minutes'`);
        assert.equal(await keptForMs(database(), entry), Infinity);
    });
});

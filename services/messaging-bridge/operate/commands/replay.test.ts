import assert from 'node:assert/strict';
import { it } from 'node:test';
import { storeBatch } from '../../store/batches.ts';
import type { NewBatch } from '../../store/batches.ts';
import { onBothDatabases } from '../../store/databasesForTests.ts';
import { NotLeader, takeLeadership } from '../../store/leadership.ts';
import { positionOfTopic } from '../../store/positions.ts';
import { runCommand } from './commands.ts';

const TOPIC = '/event/Outbound__e';
const MINUTE = 60_000;
const bytes = (value: number): Uint8Array => new Uint8Array([0, 0, 0, value]);
const isoAgo = (ms: number): string => new Date(Date.now() - ms).toISOString();

onBothDatabases((database) => {
    const replay = (from: string) => runCommand({ database: database(), topic: TOPIC }, 'replay', { from });
    const position = () => positionOfTopic(database(), TOPIC);
    const lead = async () => {
        const leadership = await takeLeadership(database(), 'leader', 60_000);
        return leadership ?? assert.fail('somebody leads');
    };
    const batch = (value: number, agoMs: number): NewBatch => ({
        topic: TOPIC,
        replayId: bytes(value),
        publishedAt: Date.now() - agoMs,
        entries: [],
        unreadable: []
    });

    it('an operator has the stream read again from a time, and the leader of before stores nothing more', async () => {
        const leadership = await lead();
        for (const [value, ago] of [
            [1, 30],
            [2, 20],
            [3, 19.9],
            [4, 10]
        ] as const)
            await storeBatch(database(), leadership, batch(value, ago * MINUTE));
        const { text } = await replay(isoAgo(15 * MINUTE));
        assert.match(text, /^The stream is read again from a minute or more before /);
        assert.deepEqual(await position(), bytes(2));
        await assert.rejects(storeBatch(database(), leadership, batch(5, 0)), NotLeader);
        assert.deepEqual(await position(), bytes(2));
        await storeBatch(database(), await lead(), batch(5, 0));
        assert.deepEqual(await position(), bytes(5));
    });

    it('an operator has all read again that Salesforce keeps, or what came after a replay id', async () => {
        await storeBatch(database(), await lead(), batch(1, 5 * MINUTE));
        await replay('EARLIEST');
        assert.equal(await position(), 'EARLIEST');
        await replay('00000007');
        assert.deepEqual(await position(), bytes(7));
        assert.match((await replay(isoAgo(60 * MINUTE))).text, /because nothing is known of the stream before/);
        assert.equal(await position(), 'EARLIEST');
        await replay('00000007');
        await replay(isoAgo(80 * 60 * MINUTE));
        assert.equal(await position(), 'EARLIEST');
    });

    it('an operator whose bridge has never run may say where it begins', async () => {
        await replay('EARLIEST');
        assert.equal(await position(), 'EARLIEST');
        await lead();
    });

    it('an event that nobody could read is set aside once, however often it is read', async () => {
        const leadership = await lead();
        const one = { eventId: 'e', replayId: bytes(1), schemaId: 's', bytes: bytes(2), reason: 'no schema' };
        for (const unreadable of [[one], [one, { ...one, eventId: '' }], [{ ...one, eventId: 'f' }]])
            await storeBatch(database(), leadership, { ...batch(1, 0), unreadable });
        assert.equal((await database().query('select from bridge_quarantine')).length, 3);
    });

    for (const from of ['', 'yesterday', '2026-03-01T08:00:00', '12345', '2026-99-01T08:00:00Z'])
        it(`an operator who writes --from "${from}" is told what is allowed`, async () => {
            await assert.rejects(
                replay(from),
                /--from is (missing|\S+)\. Allowed: EARLIEST, a time such as 2026-03-01T08:00:00Z/
            );
        });

    it('an operator who names a time to come is told so', async () => {
        await assert.rejects(
            replay(isoAgo(-2 * 60 * MINUTE)),
            /which is in (2 h|1 h 59 min)\. Give a time that is over/
        );
    });
});

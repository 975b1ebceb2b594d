import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addEntries, storeBatch } from './batches.ts';
import type { NewEntry } from './batches.ts';
import { onBothDatabases, setClockBack } from './databasesForTests.ts';
import { positionOfTopic } from './positions.ts';
import { forgetOld } from './retention.ts';
import { firstEntry, partsOf, settleEntry, startPart } from './entries.ts';
import { LaneLost, endWorker, keepWorker, leaveEmptyLane, nextDueIn, postponeLane, takeLane } from './lanes.ts';
import type { HeldLane } from './lanes.ts';
import { giveUpLeadership, keepLeadership, NotLeader, takeLeadership } from './leadership.ts';
import type { Leadership } from './leadership.ts';
import { freeLeftovers } from './leftovers.ts';

const TOPIC = '/event/Outbound__e';
const REPLAY = new Uint8Array([0, 0, 0, 0, 255, 255, 255, 254]);

const message = (lane: string, key: string): NewEntry => ({
    lane,
    key,
    kind: 'message',
    body: { text: key },
    createdAt: Date.now()
});

onBothDatabases((database, another) => {
    async function leader(): Promise<Leadership> {
        const taken = await takeLeadership(database(), 'this process', 60_000);
        assert.ok(taken);
        return taken;
    }

    const batchOf = (entries: readonly NewEntry[], replayId = REPLAY) => ({
        topic: TOPIC,
        replayId,
        entries,
        unreadable: []
    });

    async function taken(worker: string): Promise<HeldLane> {
        const held = await takeLane(database(), worker);
        assert.ok(held, 'no lane is due');
        return held;
    }

    /** The keys of a lane in the order in which a worker gets them. */
    async function delivered(worker: string): Promise<string[]> {
        const held = await taken(worker);
        const keys: string[] = [];
        for (;;) {
            const entry = await firstEntry(database(), held.lane);
            if (entry === undefined) {
                assert.equal(await leaveEmptyLane(database(), held), true);
                return keys;
            }
            keys.push(entry.key);
            await settleEntry(database(), held, entry, { state: 'delivered' });
        }
    }

    it('a hundred events of one conversation in one batch keep their order, also with the clock set back', async () => {
        const leading = await leader();
        const first = Array.from({ length: 100 }, (_, at) => message('out:a', `a-${at}`));
        const second = Array.from({ length: 100 }, (_, at) => message('out:a', `a-${at + 100}`));
        assert.equal(await storeBatch(database(), leading, batchOf(first)), 100);
        await setClockBack(database());
        assert.equal(await storeBatch(database(), leading, batchOf(second)), 100);
        await keepWorker(database(), 'w', 60_000);
        assert.deepEqual(
            await delivered('w'),
            [...first, ...second].map(({ key }) => key)
        );
    });

    it('an event that comes twice, in one batch or in two, is there once', async () => {
        const leading = await leader();
        const twice = [message('out:a', '1'), message('out:a', '2'), message('out:a', '1')];
        assert.equal(await storeBatch(database(), leading, batchOf(twice)), 2);
        assert.equal(await storeBatch(database(), leading, batchOf([...twice, message('out:a', '3')])), 1);
        await keepWorker(database(), 'w', 60_000);
        assert.deepEqual(await delivered('w'), ['1', '2', '3']);
    });

    it('how far the stream was read is kept as bytes, together with its events or not at all', async () => {
        const leading = await leader();
        assert.equal(await positionOfTopic(database(), TOPIC), undefined);
        await storeBatch(database(), leading, batchOf([message('out:a', '1')]));
        assert.deepEqual(await positionOfTopic(database(), TOPIC), REPLAY);

        const broken = { ...message('out:a', '2'), createdAt: Number.NaN };
        const next = new Uint8Array([1]);
        await assert.rejects(storeBatch(database(), leading, batchOf([message('out:a', 'x'), broken], next)));
        assert.deepEqual(await positionOfTopic(database(), TOPIC), REPLAY);
        await keepWorker(database(), 'w', 60_000);
        assert.deepEqual(await delivered('w'), ['1']);
    });

    it('an event that nobody can read is kept with its bytes, and the stream goes on', async () => {
        const leading = await leader();
        const bytes = new Uint8Array([1, 2, 3, 0, 255]);
        const unreadable = [{ eventId: 'e', replayId: REPLAY, schemaId: 's', bytes, reason: 'no Avro' }];
        await storeBatch(database(), leading, { ...batchOf([]), unreadable });
        const [kept] = await database().query<{ bytes: Uint8Array }>('select bytes from bridge_quarantine');
        assert.deepEqual(new Uint8Array(kept?.bytes ?? []), bytes);
        assert.deepEqual(await positionOfTopic(database(), TOPIC), REPLAY);
    });

    it('one process leads at a time, and the next one when its time is over or it gives up', async () => {
        const first = await leader();
        assert.equal(await takeLeadership(database(), 'another', 60_000), undefined);
        await keepLeadership(database(), first, 60_000);
        await database().query('update bridge_leader set until = clock_timestamp()');
        const second = await takeLeadership(database(), 'another', 60_000);
        assert.equal(second?.epoch, first.epoch + 1);
        await assert.rejects(keepLeadership(database(), first, 60_000), NotLeader);
        await giveUpLeadership(database(), first);
        assert.equal(await takeLeadership(database(), 'a third', 60_000), undefined);
        if (second) await giveUpLeadership(database(), second);
        assert.ok(await takeLeadership(database(), 'a third', 60_000));
    });

    it('a process that opens a database of several takes nothing from those that live', async () => {
        await takeLeadership(database(), 'living', 60_000);
        await freeLeftovers(database());
        const taken = await takeLeadership(database(), 'next', 60_000);
        assert.equal(taken === undefined, database().isShared);
    });

    it('a database is known anew when its connections broke: it may have been put back to an earlier state', async () => {
        const since = database().unbrokenSince();
        if (!database().isShared) return;
        const quiet = await database().listen('bridge_test', () => undefined);
        try {
            const other = await another();
            await other.query(`select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid()`);
            for (let at = 0; at < 6_000 && database().unbrokenSince() === since; at += 1) await wait(10);
            assert.ok(database().unbrokenSince() > since);
        } finally {
            await quiet();
            // A connection whose end has not been heard of yet fails once.
            for (let at = 0; at < 20; at += 1)
                await database()
                    .query('select')
                    .catch(() => wait(20));
        }
    });

    it('a leader that was paused stores nothing after another one has taken over', async () => {
        const paused = await leader();
        await database().query(`update bridge_leader set until = '-infinity'`);
        await leader();
        await assert.rejects(storeBatch(database(), paused, batchOf([message('out:a', '1')])), NotLeader);
        assert.equal(await positionOfTopic(database(), TOPIC), undefined);
        assert.equal(await takeLane(database(), 'w'), undefined);
    });

    it('a clock that is set back keeps nobody from leading or working for longer than without', async () => {
        const leading = await leader();
        await storeBatch(database(), leading, batchOf([message('out:a', '1')]));
        await keepWorker(database(), 'dead', 60_000);
        const held = await taken('dead');
        await postponeLane(database(), held, { waitMs: 600_000, reason: 'later', isFailure: true });
        await setClockBack(database());
        assert.ok(await takeLeadership(database(), 'another', 60_000));
        await keepWorker(database(), 'w', 60_000);
        assert.deepEqual(await delivered('w'), ['1']);
    });

    it('a lane belongs to one worker until that one has given no sign for too long', async () => {
        await database().transaction((statements) => addEntries(statements, [message('out:a', '1')]));
        await keepWorker(database(), 'first', 60_000);
        await keepWorker(database(), 'second', 60_000);
        const held = await taken('first');
        assert.equal(await takeLane(database(), 'second'), undefined);
        await keepWorker(database(), 'first', -1);
        const stolen = await taken('second');
        const entry = await firstEntry(database(), 'out:a');
        assert.ok(entry);
        await partsOf(database(), stolen, entry, async () => [{}]);
        await assert.rejects(startPart(database(), held, entry, 0), LaneLost);
        await assert.rejects(settleEntry(database(), held, entry, { state: 'delivered' }), LaneLost);
        await assert.rejects(leaveEmptyLane(database(), held), LaneLost);
        await startPart(database(), stolen, entry, 0);
        const [part] = await partsOf(database(), stolen, entry, async () => []);
        assert.equal(part?.state, 'started');
    });

    it('a process takes no lane from itself, also when the clock is set back and it seems to be gone', async () => {
        await database().transaction((statements) => addEntries(statements, [message('out:a', '1')]));
        await keepWorker(database(), 'one', 60_000);
        assert.ok(await takeLane(database(), 'one#1'));
        await setClockBack(database());
        assert.equal(await takeLane(database(), 'one#2'), undefined);
        await keepWorker(database(), 'two', 60_000);
        assert.equal((await takeLane(database(), 'two#1'))?.worker, 'two#1');
    });

    it('a worker that ends leaves its lanes to others at once', async () => {
        await database().transaction((statements) => addEntries(statements, [message('out:a', '1')]));
        await keepWorker(database(), 'first', 60_000);
        await taken('first');
        await endWorker(database(), 'first');
        assert.equal((await taken('second')).lane, 'out:a');
    });

    it('a lane whose taking was never answered is taken again by the same worker, and by no other one', async () => {
        await database().transaction((statements) => addEntries(statements, [message('out:a', '1')]));
        await keepWorker(database(), 'first', 60_000);
        await taken('first#1');
        assert.equal(await takeLane(database(), 'first#2'), undefined);
        assert.equal((await taken('first#1')).lane, 'out:a');
        await endWorker(database(), 'first');
        assert.equal((await taken('second#1')).lane, 'out:a');
    });

    it('a lane that has to wait is due afterwards, and says what it waits for', async () => {
        await database().transaction((statements) => addEntries(statements, [message('out:a', '1')]));
        await keepWorker(database(), 'w', 60_000);
        await postponeLane(database(), await taken('w'), { waitMs: 50_000, reason: 'slow down', isFailure: true });
        assert.equal(await takeLane(database(), 'w'), undefined);
        const dueIn = await nextDueIn(database());
        assert.ok(dueIn !== undefined && dueIn > 10_000 && dueIn <= 50_000, String(dueIn));
        const [lane] = await database().query('select reason, failures from bridge_lanes');
        assert.deepEqual(lane, { reason: 'slow down', failures: 1 });
    });

    it('what comes while a lane is being left is not forgotten', async () => {
        const other = await another();
        await keepWorker(database(), 'w', 60_000);
        for (let round = 0; round < 60; round += 1) {
            await database().transaction((statements) => addEntries(statements, [message('out:a', `first-${round}`)]));
            const held = await taken('w');
            const entry = await firstEntry(database(), 'out:a');
            if (entry) await settleEntry(database(), held, entry, { state: 'delivered' });
            const [left] = await Promise.all([
                leaveEmptyLane(database(), held),
                other.transaction((statements) => addEntries(statements, [message('out:a', `second-${round}`)]))
            ]);
            const again = left ? await taken('w') : held;
            const next = await firstEntry(database(), 'out:a');
            assert.equal(next?.key, `second-${round}`);
            if (next) await settleEntry(database(), again, next, { state: 'delivered' });
            assert.equal(await leaveEmptyLane(database(), again), true);
        }
    });

    it('two workers that take at the same moment get different lanes', async () => {
        const other = await another();
        const lanes = Array.from({ length: 40 }, (_, at) => `out:${at}`);
        await database().transaction((statements) =>
            addEntries(
                statements,
                lanes.map((lane) => message(lane, lane))
            )
        );
        await keepWorker(database(), 'one', 60_000);
        await keepWorker(database(), 'two', 60_000);
        const got = await Promise.all(
            lanes.map((_, at) => takeLane(at % 2 === 0 ? database() : other, `${at % 2 === 0 ? 'one' : 'two'}#${at}`))
        );
        const names = got.flatMap((held) => (held === undefined ? [] : [held.lane]));
        assert.equal(new Set(names).size, names.length);
        let rest = 0;
        while ((await takeLane(database(), `one#${lanes.length + rest}`)) !== undefined) rest += 1;
        assert.equal(names.length + rest, lanes.length);
    });

    it('what was delivered is forgotten after a day, what was seen later, and what waits never', async () => {
        const leading = await leader();
        await storeBatch(database(), leading, batchOf(['done', 'aside', 'waits'].map((key) => message('out:a', key))));
        await database().query(`update bridge_entries set state = 'delivered' where key = 'done'`);
        await database().query(`update bridge_entries set state = 'dead' where key = 'aside'`);
        const age = (days: number): Promise<unknown> =>
            database().transaction(async (statements) => {
                const ago = `clock_timestamp() - interval '${days} days'`;
                await statements.query(`update bridge_entries set settled_at = ${ago} where state <> 'waiting'`);
                await statements.query(`update bridge_entries set received_at = ${ago}, created_at = ${ago}`);
                await statements.query(`update bridge_seen set at = ${ago}`);
            });
        const left = async (): Promise<string[]> =>
            (await database().query<{ key: string }>('select key from bridge_entries order by seq')).map(
                ({ key }) => key
            );

        await age(2);
        await forgetOld(database());
        assert.deepEqual(await left(), ['aside', 'waits']);
        assert.equal(await storeBatch(database(), leading, batchOf([message('out:a', 'done')])), 0);
        await age(40);
        await forgetOld(database());
        assert.deepEqual(await left(), ['waits']);
        assert.deepEqual(await database().query('select lane from bridge_lanes'), [{ lane: 'out:a' }]);
        assert.deepEqual(await database().query('select key from bridge_seen'), []);
    });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createFarSide } from '../../delivery/farSideForTests.ts';
import type { FarSide, Fate } from '../../delivery/farSideForTests.ts';
import { laneOptions } from '../../delivery/laneOptionsForTests.ts';
import { startWorkers } from '../../delivery/workers.ts';
import { addEntries, storeBatch } from '../../store/batches.ts';
import { onBothDatabases } from '../../store/databasesForTests.ts';
import { takeLeadership } from '../../store/leadership.ts';
import { forgetOld, retentionOf } from '../../store/retention.ts';
import { CommandRefused } from './command.ts';
import { runCommand } from './commands.ts';

const TOPIC = '/event/Outbound__e';
let starts = 0;

interface Listed {
    readonly total: number;
    readonly found: readonly { readonly id: string; readonly state: string; readonly reason: string }[];
}
interface Done {
    readonly done: readonly string[];
    readonly left: readonly { readonly id: string; readonly why: string }[];
    readonly more: number;
}

onBothDatabases((database) => {
    const run = async <T>(name: string, input: object = {}): Promise<T> =>
        (await runCommand({ database: database(), topic: TOPIC }, `dead-letters ${name}`, input)).data as T;
    const textOf = async (name: string, input: object = {}): Promise<string> =>
        (await runCommand({ database: database(), topic: TOPIC }, `dead-letters ${name}`, input)).text;
    const ids = async (input: object = {}): Promise<string[]> =>
        (await run<Listed>('list', input)).found.map(({ id }) => id);

    async function write(texts: readonly (readonly string[])[], agoMs = 0, lane = 'out:a'): Promise<void> {
        await database().transaction((statements) =>
            addEntries(
                statements,
                texts.map((parts) => ({
                    lane,
                    key: `${lane}:${parts.join('|')}`,
                    kind: 'message',
                    body: { parts },
                    createdAt: Date.now() - agoMs
                }))
            )
        );
    }

    /** Until nothing waits any more. */
    async function deliver(side: FarSide): Promise<void> {
        const workers = await startWorkers({
            ...laneOptions(database(), side),
            name: `worker ${(starts += 1)}`,
            lanes: 2,
            leaseMs: 60_000,
            onFault: (error) => assert.fail(error as Error)
        });
        const left = `select from bridge_entries where state = 'waiting' and kind = 'message'`;
        const since = performance.now();
        while ((await database().query(left)).length > 0 && performance.now() - since < 60_000) await wait(10);
        await workers.drain();
        assert.deepEqual(await database().query(left), []);
    }
    const texts = ({ log }: FarSide): string[] => log.map(({ text }) => text);

    it('an operator reads what was set aside, where and why, and not what it says', async () => {
        await write([['Dear Edna Frank'], ['lost']]);
        await write([['too old']], 7_200_000, 'out:b');
        const fates: Record<string, Fate> = { 'Dear Edna Frank': 'is refused', lost: 'is lost' };
        await deliver(createFarSide((text) => fates[text] ?? 'arrives'));
        const { found } = await run<Listed>('list', {});
        const messages = found.filter(({ reason }) => !reason.startsWith('nothing here delivers'));
        assert.deepEqual(messages.map(({ id, reason, state }) => [id, state, reason]).sort(), [
            ['1', 'dead', 'not allowed'],
            ['2', 'parked', 'it may have been delivered'],
            ['3', 'parked', 'older than maxAge']
        ]);
        const text = await textOf('list', { kind: 'message' });
        assert.match(text, /^ID +STATE +KIND +SET ASIDE +WHERE +WHY\n/);
        assert.match(text, /\n1 +dead +message +\d+ m?s ago +out:a +not allowed\n/);
        assert.doesNotMatch(text, /Edna/);
        assert.deepEqual(await ids({ state: 'dead', kind: 'message' }), ['1']);
        assert.deepEqual(await ids({ reason: 'older than maxAge' }), ['3']);
        assert.match(await textOf('list', { kind: 'message', limit: 1 }), /\n2 more are set aside: --limit 3\n$/);
        assert.equal(await textOf('list', { kind: 'other' }), 'Nothing is set aside.\n');
    });

    it('what was refused goes again when an operator says so, before all that waits behind it, and only what had not arrived', async () => {
        await write([['arrived', 'refused'], ['later']]);
        let refuses = true;
        const side = createFarSide((text) => (text === 'refused' && refuses ? 'is refused' : 'arrives'));
        await deliver(side);
        assert.deepEqual(texts(side), ['arrived', 'later']);
        await write([['behind']]);
        refuses = false;
        assert.deepEqual(await run('retry', { ids: ['1'] }), { done: ['1'], left: [], more: 0 });
        await deliver(side);
        assert.deepEqual(texts(side), ['arrived', 'later', 'refused', 'behind']);
        assert.deepEqual(await ids({ kind: 'message' }), []);
    });

    it('what was too old goes when an operator says so, though it is older still', async () => {
        await write([['old']], 7_200_000);
        const side = createFarSide();
        await deliver(side);
        assert.deepEqual(texts(side), []);
        await run('retry', { all: true, kind: 'message' });
        await deliver(side);
        assert.deepEqual(texts(side), ['old']);
    });

    it('what may have arrived is sent a second time only on the word of the operator', async () => {
        await write([['perhaps']]);
        let isLost = true;
        const side = createFarSide(() => (isLost ? 'is lost' : 'arrives'));
        await deliver(side);
        isLost = false;
        const { done, left } = await run<Done>('retry', { ids: ['1'] });
        assert.deepEqual(done, []);
        assert.match(left[0]?.why ?? '', /it may have arrived: --may-arrive-twice/);
        await deliver(side);
        assert.deepEqual(texts(side), []);
        await run('retry', { ids: ['1'], mayArriveTwice: true });
        await deliver(side);
        assert.deepEqual(texts(side), ['perhaps']);
    });

    it('what an operator discards is shown no more, not tried again, and forgotten a day later', async () => {
        await write([['refused']]);
        const side = createFarSide(() => 'is refused');
        await deliver(side);
        assert.match(
            await textOf('discard', { ids: ['1', '99'] }),
            /^1 entry discarded\.\n1 entry was left \(99\): it is not set aside\./
        );
        assert.deepEqual(await ids({ kind: 'message' }), []);
        assert.deepEqual((await run<Done>('retry', { ids: ['1'] })).done, []);
        await database().query(
            `update bridge_entries set settled_at = settled_at - interval '2 days' where kind = 'message'`
        );
        await forgetOld(database());
        assert.deepEqual(await database().query(`select from bridge_entries where kind = 'message'`), []);
    });

    it('an event that nobody could read is listed, cannot be retried, and can be discarded', async () => {
        const leadership = await takeLeadership(database(), 'leader', 60_000);
        assert.ok(leadership);
        const one = {
            eventId: 'e',
            replayId: new Uint8Array([1]),
            schemaId: 's',
            bytes: new Uint8Array([2]),
            reason: 'no schema'
        };
        await storeBatch(database(), leadership, {
            topic: TOPIC,
            replayId: one.replayId,
            entries: [],
            unreadable: [one]
        });
        assert.deepEqual(await ids({ state: 'unreadable' }), ['u1']);
        assert.match((await run<Done>('retry', { all: true })).left[0]?.why ?? '', /nobody could read it/);
        assert.deepEqual((await run<Done>('discard', { ids: ['u1'] })).done, ['u1']);
        assert.deepEqual(await ids(), []);
    });

    it('what nobody looks at is kept as long as the configuration says, and its end is told', async () => {
        await write([['refused'], ['delivered']]);
        await deliver(createFarSide((text) => (text === 'refused' ? 'is refused' : 'arrives')));
        await database().query(`delete from bridge_entries where kind <> 'message'`);
        await database().query(
            `update bridge_entries set settled_at = clock_timestamp() - interval '8 days' where settled_at is not null`
        );
        assert.deepEqual((await forgetOld(database(), retentionOf({ delivered: 9, setAside: 9 }))).aside, 0);
        assert.equal((await database().query('select from bridge_entries where settled_at is not null')).length, 2);
        assert.equal((await forgetOld(database(), retentionOf({ delivered: 9, setAside: 7 }), 1)).aside, 1);
        assert.equal((await database().query('select from bridge_entries where settled_at is not null')).length, 1);
    });

    it('an operator who names nothing, everything twice, or no id is told what to give', async () => {
        for (const [input, told] of [
            [{}, /Give the ids .* or --all/],
            [{ ids: ['1'], all: true }, /Give the ids .* or --all/],
            [{ ids: ['one'] }, /ids\.0: give the id that dead-letters list shows/],
            [{ all: true, state: 'lost' }, /state: give dead, parked or unreadable/]
        ] as const)
            await assert.rejects(
                run('discard', input),
                (error) => error instanceof CommandRefused && told.test(error.message)
            );
        await assert.rejects(run('list', { limit: Number('many') }), /limit: give a whole number/);
    });
});

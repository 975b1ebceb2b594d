import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addEntries } from '../store/batches.ts';
import type { Database, Statements } from '../store/database.ts';
import { onBothDatabases } from '../store/databasesForTests.ts';
import { createBreaker } from './breaker.ts';
import { createFarSide } from './farSideForTests.ts';
import { createIdleWorkers } from './idleWorkers.ts';
import { startWorkers } from './workers.ts';
import type { Workers } from './workers.ts';

it('a call wakes one worker, and one that came while nobody rested sends the next one to look again', async () => {
    const idle = createIdleWorkers();
    const woken: number[] = [];
    const rest = (number: number): Promise<number> => idle.rest(idle.calls(), 60_000).then(() => woken.push(number));
    const resting = [1, 2, 3].map(rest);
    idle.call();
    await wait(5);
    assert.deepEqual(woken, [1]);
    const before = idle.calls();
    idle.call();
    idle.call();
    await idle.rest(before, 60_000);
    assert.deepEqual(woken, [1, 2, 3]);
    await Promise.all(resting);
    const last = rest(4);
    idle.end();
    await last;
    await rest(5);
});

it('one worker looks again in time for what is due first, and the others rest on', async () => {
    const idle = createIdleWorkers();
    const woken: number[] = [];
    const resting = [60_000, 20, 40_000].map((ms, number) => idle.rest(0, ms).then(() => woken.push(number)));
    await wait(80);
    assert.deepEqual(woken, [0]);
    idle.end();
    await Promise.all(resting);
});

async function until(isSo: () => boolean): Promise<void> {
    for (const since = performance.now(); !isSo(); await wait(5))
        assert.ok(performance.now() - since < 60_000, 'waited a minute in vain');
}

onBothDatabases((database) => {
    /** The same database, how often it was asked anything, and how often it has said when the next lane is due. */
    function counted(): { readonly asked: { count: number; toldDue: number }; readonly database: Database } {
        const asked = { count: 0, toldDue: 0 };
        const counting = (statements: Statements): Statements => ({
            async query(text, values) {
                asked.count += 1;
                const rows = await statements.query(text, values);
                if (text.includes('min(due_at)')) asked.toldDue += 1;
                return rows as never;
            }
        });
        const own = counting(database());
        return {
            asked,
            database: {
                ...database(),
                ...own,
                transaction: (work) => database().transaction((statements) => work(counting(statements)))
            }
        };
    }

    it('one message among many workers with nothing to do costs the database a few questions, not some of each', async () => {
        const side = createFarSide();
        const { asked, database: asks } = counted();
        const breaker = createBreaker();
        const workers: Workers = await startWorkers({
            database: asks,
            name: 'many',
            lanes: 24,
            leaseMs: 60_000,
            senderOf: () => side.sender,
            breakerOf: () => breaker,
            maxAgeMs: 60_000,
            settleMs: 1_000,
            firstWaitMs: 10,
            onSettled: () => undefined,
            onFault: () => undefined
        });
        try {
            await until(() => asked.toldDue >= 24);
            asked.count = 0;
            const entry = {
                lane: 'out:a',
                key: 'one',
                kind: 'message',
                body: { parts: ['one'] },
                createdAt: Date.now()
            };
            await database().transaction((statements) => addEntries(statements, [entry]));
            await until(() => side.log.length > 0);
            await wait(100);
            assert.equal(side.log.length, 1);
            assert.ok(asked.count < 40, `${asked.count} questions`);
        } finally {
            await workers.drain();
        }
    });
});

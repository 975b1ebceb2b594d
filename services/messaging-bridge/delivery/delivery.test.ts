import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { onBothDatabases } from '../store/databasesForTests.ts';
import { keepWorker, takeLane } from '../store/lanes.ts';
import { createBreaker } from './breaker.ts';
import { createFarSide, ProcessEnded } from './farSideForTests.ts';
import type { FarSide, Fate } from './farSideForTests.ts';
import { laneOptions } from './laneOptionsForTests.ts';
import { runLane } from './laneRunner.ts';
import type { LaneOptions } from './laneRunner.ts';
import { Unplanned } from './sender.ts';
import type { Sender } from './sender.ts';
import { startWorkers } from './workers.ts';
import type { Workers } from './workers.ts';

const never = new AbortController().signal;
/** Far longer than a busy machine stands still. */
const LONGEST_MS = 60_000;
let starts = 0;

onBothDatabases((database) => {
    const options = (side: FarSide, breaker = createBreaker(20)): ReturnType<typeof laneOptions> =>
        laneOptions(database(), side, breaker);

    async function write(lane: string, texts: readonly (string | readonly string[])[], agoMs = 0): Promise<void> {
        const entries = texts.map((text, at) => ({
            lane,
            key: `${lane}:${String(text)}:${at}`,
            kind: 'message',
            body: { parts: typeof text === 'string' ? [text] : text },
            createdAt: Date.now() - agoMs
        }));
        await database().transaction((statements) => addEntries(statements, entries));
    }

    const start = (side: FarSide, more: Partial<Parameters<typeof startWorkers>[0]> = {}): Promise<Workers> =>
        startWorkers({
            ...options(side),
            name: `worker ${(starts += 1)}`,
            lanes: 2,
            leaseMs: LONGEST_MS,
            onFault: () => undefined,
            ...more
        });

    async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
        for (const since = performance.now(); !(await isSo()); await wait(10))
            if (performance.now() - since > LONGEST_MS)
                assert.fail(`still waiting: ${JSON.stringify(await database().query('select * from bridge_lanes'))}`);
    }

    /** Waits until nothing to the customer waits any more. */
    async function quiet(): Promise<void> {
        const waiting = `select from bridge_entries where state = 'waiting' and kind = 'message' limit 1`;
        await until(async () => (await database().query(waiting)).length === 0);
    }

    async function states(): Promise<string[]> {
        const rows = await database().query<{ state: string }>(
            `select state from bridge_entries where kind = 'message' order by seq`
        );
        return rows.map(({ state }) => state);
    }

    const texts = (side: FarSide, lane?: string): string[] =>
        side.log.filter((one) => lane === undefined || one.lane === lane).map(({ text }) => text);

    async function played(side: FarSide, work: () => Promise<void>): Promise<void> {
        const workers = await start(side);
        try {
            await work();
            await quiet();
        } finally {
            await workers.drain();
        }
    }

    it('what a rep writes arrives once and in order, parts too, in several conversations at the same time', async () => {
        const side = createFarSide();
        await played(side, async () => {
            await write('out:a', ['1', ['2a', '2b'], '3']);
            await write('out:b', ['x', 'y']);
            await write('out:a', ['4']);
        });
        assert.deepEqual(texts(side, 'out:a'), ['1', '2a', '2b', '3', '4']);
        assert.deepEqual(texts(side, 'out:b'), ['x', 'y']);
        assert.deepEqual(new Set(await states()), new Set(['delivered']));
    });

    it('a message whose answer was lost is found there, and not sent again; also one of two that say the same', async () => {
        const fates: Fate[] = ['arrives', 'arrives, and the answer is lost', 'arrives'];
        const side = createFarSide(() => fates.shift() ?? 'arrives');
        await played(side, () => write('out:a', ['ok', 'ok', 'bye']));
        assert.deepEqual(texts(side), ['ok', 'ok', 'bye']);
        assert.deepEqual(await states(), ['delivered', 'delivered', 'delivered']);
        assert.deepEqual(side.told, []);
    });

    it('a conversation in which much waits leaves its turn to the others, and to what a rep is told', async () => {
        const side = createFarSide();
        let now = 0;
        const slowly = {
            ...side.sender,
            send(one: Parameters<Sender['send']>[0]) {
                now += 60;
                return side.sender.send(one);
            }
        };
        await write(
            'out:a',
            Array.from({ length: 40 }, (_, at) => `${at}`)
        );
        await write('out:b', ['x']);
        const workers = await start(side, { lanes: 1, now: () => now, senderOf: () => slowly });
        try {
            await quiet();
            // A turn is a second.
            assert.equal(texts(side).indexOf('x'), 17);
        } finally {
            await workers.drain();
        }
    });

    it('a message of which nobody knows whether it arrived is set aside and told, and the next ones go on', async () => {
        const side = createFarSide((text) => (text === '2' ? 'is lost' : 'arrives'));
        await played(side, () => write('out:a', ['1', '2', '3']));
        assert.deepEqual(texts(side), ['1', '3']);
        assert.deepEqual(await states(), ['delivered', 'parked', 'delivered']);
        assert.deepEqual(side.told, [{ text: '2', isCertain: false, reason: 'it may have been delivered' }]);
        const [told] = await database().query(`select lane, kind from bridge_entries where kind = 'undelivered'`);
        assert.deepEqual(told, { lane: 'back:a', kind: 'undelivered' });
    });

    it('a message that is refused for good is told to the rep, and the conversation goes on', async () => {
        const side = createFarSide((text) => (text === '1' ? 'is refused' : 'arrives'));
        await played(side, () => write('out:a', ['1', '2']));
        assert.deepEqual(texts(side), ['2']);
        assert.deepEqual(await states(), ['dead', 'delivered']);
        assert.deepEqual(side.told, [{ text: '1', isCertain: true, reason: 'not allowed' }]);
    });

    it('a message that is asked to wait goes later, before those behind it', async () => {
        const fates: Fate[] = ['is asked to wait', 'is asked to wait', 'arrives', 'is asked to wait'];
        const side = createFarSide(() => fates.shift() ?? 'arrives');
        await played(side, () => write('out:a', ['1', '2', '3']));
        assert.deepEqual(texts(side), ['1', '2', '3']);
        assert.deepEqual(side.told, []);
    });

    it('what has a deadline is tried again before it, however long the other side asks to wait', async () => {
        const fates: Fate[] = ['is asked to wait'];
        const side = createFarSide(() => fates.shift() ?? 'arrives');
        const sender: typeof side.sender & Required<Pick<Sender, 'wakeWithinMs'>> = {
            ...side.sender,
            async send(sending) {
                const sent = await side.sender.send(sending);
                return sent.kind === 'notNow' ? { ...sent, waitMs: 60_000 } : sent;
            },
            wakeWithinMs: () => 20
        };
        const workers = await start(side, { senderOf: () => sender, breakerOf: () => createBreaker(1) });
        try {
            await write('out:a', ['1']);
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.deepEqual(texts(side), ['1']);
    });

    it('while the other side is down nothing is given up, and it is asked now and then only', async () => {
        const side = createFarSide();
        side.isReachable = false;
        await played(side, async () => {
            for (const lane of ['a', 'b', 'c', 'd', 'e', 'f']) await write(`out:${lane}`, ['1', '2']);
            await wait(400);
            assert.ok(side.tries < 40, `${side.tries} tries`);
            assert.deepEqual(new Set(await states()), new Set(['waiting']));
            side.isReachable = true;
        });
        assert.equal(side.log.length, 12);
        assert.deepEqual(side.told, []);
    });

    it('while a gateway answers that nobody is there, a few messages are in doubt, and no more however long it lasts', async () => {
        const side = createFarSide();
        let isDown = true;
        let sends = 0;
        let asked = 0;
        const sender: typeof side.sender = {
            ...side.sender,
            async send(sending) {
                if (!isDown) return side.sender.send(sending);
                sends += 1;
                return { kind: 'unknown', reason: 'a gateway answered' };
            },
            async find(...looking) {
                asked += 1;
                return isDown ? 'unreachable' : side.sender.find(...looking);
            }
        };
        const workers = await start(side, {
            senderOf: (kind) => (kind === 'message' ? sender : undefined)
        });
        try {
            for (let at = 0; at < 12; at += 1) await write(`out:${at}`, [`${at}`]);
            await until(() => sends >= 3 && asked > 0);
            await wait(300);
            // Three in a row, and what the other one of two workers had in hand.
            assert.ok(sends === 3 || sends === 4, `${sends} sends`);
            assert.deepEqual(new Set(await states()), new Set(['waiting']));
            const before = asked;
            await until(() => asked > before);
            isDown = false;
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.deepEqual([side.log.length, side.told.length], [12 - sends, sends]);
    });

    it('what a backup does not know to have been sent is found there, and what was not sent goes, in order', async () => {
        const side = createFarSide();
        const sent = [['1', 'ok'], 'ok', '3'];
        const written = [...sent, 'never sent', 'ok'];
        await played(side, () => write('out:a', sent));
        // The backup is of before all this; the stream tells it again, and what was written meanwhile.
        await database().query('truncate bridge_entries, bridge_seen, bridge_lanes cascade');
        const workers = await start(side, { unbrokenSince: () => performance.now() });
        try {
            await write('out:a', written, 60_000);
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.deepEqual(texts(side), ['1', 'ok', 'ok', '3', 'never sent', 'ok']);
        assert.deepEqual(new Set(await states()), new Set(['delivered']));
        assert.deepEqual(side.told, []);
    });

    it('what was written while this bridge knew its database is not looked for before it is sent', async () => {
        const side = createFarSide();
        const find: typeof side.sender.find = () => assert.fail('looked for');
        const sender: typeof side.sender = { ...side.sender, find };
        const workers = await start(side, {
            unbrokenSince: () => performance.now() - 30_000,
            senderOf: () => sender
        });
        try {
            await write('out:a', ['1', '2'], 20_000);
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.deepEqual(texts(side), ['1', '2']);
    });

    it('what was written too long ago is set aside and told, not sent', async () => {
        const side = createFarSide();
        await played(side, async () => {
            await write('out:a', ['old'], 7_200_000);
            await write('out:a', ['new']);
        });
        assert.deepEqual(texts(side), ['new']);
        assert.deepEqual(side.told, [{ text: 'old', isCertain: false, reason: 'older than maxAge' }]);
    });

    it('what nothing here can deliver is set aside with a reason, and the lane goes on', async () => {
        const side = createFarSide();
        const odd = { lane: 'out:a', key: 'odd', kind: 'odd', body: {}, createdAt: Date.now() };
        await played(side, async () => {
            await database().transaction((statements) => addEntries(statements, [odd]));
            await write('out:a', ['1']);
        });
        assert.deepEqual(texts(side), ['1']);
        const [dead] = await database().query(`select state, reason from bridge_entries where kind = 'odd'`);
        assert.deepEqual(dead, { state: 'dead', reason: 'nothing here delivers odd' });
    });

    it('a fault of ours in one conversation is told, and its message goes later, though nobody starts anew', async () => {
        const side = createFarSide();
        const faults: unknown[] = [];
        let left = 1;
        const sender: typeof side.sender = {
            ...side.sender,
            plan: async (entry) => {
                if ((left -= 1) >= 0) throw new TypeError('a fault');
                return side.sender.plan(entry);
            }
        };
        const workers = await start(side, { senderOf: () => sender, onFault: (error) => void faults.push(error) });
        try {
            await write('out:a', ['1', '2']);
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.deepEqual(texts(side), ['1', '2']);
        assert.equal(faults.length, 1);
    });

    it('a message that cannot be planned yet waits, others go meanwhile, and one that never can is told', async () => {
        const side = createFarSide();
        let asked = 0;
        const sender: typeof side.sender = {
            ...side.sender,
            plan: async (entry) => {
                const [first] = (entry.body as { parts: string[] }).parts;
                if (first === 'never') throw new Unplanned({ kind: 'refused', reason: 'nothing to say' });
                if (first !== 'not yet') return side.sender.plan(entry);
                asked += 1;
                if (asked < 6) throw new Unplanned({ kind: 'notNow', reason: 'no link yet', waitMs: 5 });
                return side.sender.plan(entry);
            }
        };
        const breaker = createBreaker(60_000);
        const workers = await start(side, {
            breakerOf: () => breaker,
            senderOf: (kind) => (kind === 'message' ? sender : undefined)
        });
        try {
            await write('out:a', ['not yet', 'after it']);
            await write('out:b', ['never', 'goes on']);
            await quiet();
        } finally {
            await workers.drain();
        }
        assert.equal(breaker.isOpen, false);
        assert.deepEqual(texts(side, 'out:a'), ['not yet', 'after it']);
        assert.deepEqual(texts(side, 'out:b'), ['goes on']);
        assert.deepEqual(side.told, [{ text: 'never', isCertain: true, reason: 'nothing to say' }]);
    });

    it('who looks for a message knows how long ago its send began, also when the answer came late', async () => {
        const side = createFarSide();
        const ages: number[] = [];
        const sender: typeof side.sender = {
            ...side.sender,
            send: async () => {
                await wait(60);
                return { kind: 'unknown', reason: 'no answer' };
            },
            find: async (_asked, startedAgoMs) => {
                ages.push(startedAgoMs);
                return ages.length === 1 ? 'absent' : { remoteId: 'there' };
            }
        };
        const workers = await start(side, {
            settleMs: LONGEST_MS,
            senderOf: (kind) => (kind === 'message' ? sender : undefined)
        });
        try {
            await write('out:a', ['1']);
            await quiet();
        } finally {
            await workers.drain();
        }
        const [first = 0, second = 0] = ages;
        assert.ok(first >= 55, `${first}`);
        assert.ok(second > first, ages.join());
    });

    it('a worker that was paused too long sends nothing more', async () => {
        const side = createFarSide();
        await write('out:a', ['1']);
        await keepWorker(database(), 'paused', 10_000);
        const held = await takeLane(database(), 'paused');
        assert.ok(held);
        const assertAlive = (): void => {
            throw new ProcessEnded();
        };
        const paused = { ...options(side), assertAlive, pause: async () => undefined };
        await assert.rejects(runLane(paused, held, never), ProcessEnded);
        assert.deepEqual(side.log, []);
        assert.deepEqual(await database().query('select state from bridge_parts'), [{ state: 'waiting' }]);
    });

    it('what has a deadline waits for no message, however many are in doubt', async () => {
        let isHeld = true;
        let held = 0;
        const side = createFarSide();
        const sender: typeof side.sender = {
            ...side.sender,
            async send(sending) {
                const isMessage = sending.entry.lane.startsWith('out:');
                if (isMessage) held += 1;
                while (isHeld && isMessage) await wait(5);
                return side.sender.send(sending);
            }
        };
        const workers = await start(side, { urgentLanes: 1, senderOf: () => sender });
        try {
            for (let at = 0; at < 6; at += 1) await write(`out:${at}`, ['1']);
            await until(() => held >= 2);
            await write('routing:a', ['now']);
            await until(() => side.log.length > 0);
            assert.deepEqual(texts(side), ['now']);
            isHeld = false;
            await quiet();
        } finally {
            isHeld = false;
            await workers.drain();
        }
        assert.equal(side.log.length, 7);
    });

    it('a process that stood still for longer than its lease sends nothing of before, though it lives again', async () => {
        const side = createFarSide();
        const outcomes: string[] = [];
        let signs = 0;
        let now = 0;
        const sender: typeof side.sender = {
            ...side.sender,
            async send(sending) {
                now += 900;
                // Its signs of life come before its turn to send.
                const before = signs;
                await until(() => signs > before + 1);
                try {
                    sending.leaving();
                    outcomes.push('sent');
                } catch (error) {
                    outcomes.push((error as Error).name);
                    throw error;
                }
                return { kind: 'sent' };
            }
        };
        const signing: Database = {
            ...database(),
            async query(text, values) {
                const rows = await database().query(text, values);
                if (text.includes('into bridge_workers')) signs += 1;
                return rows as never;
            }
        };
        const standing = { database: signing, leaseMs: 800, lanes: 1, now: () => now, senderOf: () => sender };
        const workers = await start(side, standing);
        try {
            await write('out:a', ['1']);
            await until(() => outcomes.length > 0);
        } finally {
            await workers.drain();
        }
        assert.equal(outcomes[0], 'WorkerLate');
    });

    const fate = fc.oneof(
        { weight: 6, arbitrary: fc.constant<Fate>('arrives') },
        {
            weight: 4,
            arbitrary: fc.constantFrom<Fate>(
                'arrives, and the answer is lost',
                'arrives after it was looked for',
                'is lost',
                'is asked to wait',
                'is refused',
                'ends the process before it leaves',
                'ends the process after it has arrived'
            )
        }
    );

    it('whatever happens to sends and processes, each message arrives at most once and in order, or is told', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.array(
                    fc.tuple(
                        fc.constantFrom('a', 'b'),
                        fc.array(fc.constantFrom('ok', 'yes', 'no'), { minLength: 1, maxLength: 3 })
                    ),
                    {
                        minLength: 1,
                        maxLength: 8
                    }
                ),
                fc.array(fate, { maxLength: 24 }),
                async (written, fates) => {
                    await database().query(
                        'truncate bridge_entries, bridge_seen, bridge_lanes, bridge_workers cascade'
                    );
                    const side = createFarSide(() => fates.shift() ?? 'arrives');
                    for (const [at, [lane, parts]] of written.entries())
                        await write(`out:${lane}`, [parts.map((text) => `${text} ${at}`)]);
                    await runUntilDone(database(), side, options(side));
                    holds(written, side);
                }
            ),
            { numRuns: 25 }
        );
    });
});

/** Workers, one after the other; each may end in the middle. */
async function runUntilDone(
    database: Database,
    side: FarSide,
    options: Omit<LaneOptions, 'assertAlive' | 'pause'>
): Promise<void> {
    const senderOf = (): typeof side.sender => ({ ...side.sender });
    for (let round = 0; round < 200; round += 1) {
        const worker = `in turn ${(starts += 1)}`;
        await keepWorker(database, worker, 10_000);
        const held = await takeLane(database, worker);
        if (held === undefined) {
            const [left] = await database.query(`select from bridge_lanes where due_at is not null`);
            if (left === undefined) return;
            await wait(2);
            continue;
        }
        const breaker = createBreaker(1);
        const everyKind: LaneOptions = {
            ...options,
            breakerOf: () => breaker,
            senderOf: (kind) => (kind === 'message' ? senderOf() : silent),
            assertAlive: () => undefined,
            pause: (ms) => wait(ms)
        };
        try {
            await runLane(everyKind, held, never);
        } catch (error) {
            if (!(error instanceof ProcessEnded)) throw error;
            await keepWorker(database, worker, -1);
        }
    }
    assert.fail('it never ends');
}

/** What the rep is told, as far as this test goes. */
const silent = {
    plan: async () => [{}],
    send: async () => ({ kind: 'sent' as const }),
    find: async () => 'repeat' as const,
    undelivered: () => []
};

function holds(written: readonly (readonly [string, readonly string[]])[], side: FarSide): void {
    for (const lane of ['a', 'b']) {
        const arrived = side.log.filter((one) => one.lane === `out:${lane}`).map(({ text }) => text);
        const said = written.flatMap(([of, parts], at) => (of === lane ? parts.map((text) => `${text} ${at}`) : []));
        assert.ok(isInOrder(arrived, said), `${arrived.join()} of ${said.join()}`);
    }
    for (const [at, [lane, parts]] of written.entries()) {
        const told = side.told.filter(({ text }) => text === parts.map((part) => `${part} ${at}`).join('|'));
        const whole = parts.every(
            (part) =>
                side.log.filter((one) => one.lane === `out:${lane}` && one.text === `${part} ${at}`).length ===
                parts.filter((same) => same === part).length
        );
        assert.ok(whole ? told.length <= 1 : told.length === 1, `${parts.join()} ${told.length}`);
    }
}

/** Whether these are some of those, in the same order and none twice. */
function isInOrder(some: readonly string[], all: readonly string[]): boolean {
    let at = 0;
    for (const text of all) if (text === some[at]) at += 1;
    return at === some.length;
}

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addEntries, storeBatch } from '../../store/batches.ts';
import { DatabaseFault } from '../../store/database.ts';
import type { Database } from '../../store/database.ts';
import { onBothDatabases } from '../../store/databasesForTests.ts';
import { firstEntry, settleEntry } from '../../store/entries.ts';
import { keepWorker, postponeLane, takeLane } from '../../store/lanes.ts';
import { takeLeadership } from '../../store/leadership.ts';
import { tellOfProcess } from '../../store/processes.ts';
import { tellOfStream } from '../../store/streamStates.ts';
import { bridgeStatus } from './bridgeStatus.ts';
import { findingsOf } from './findings.ts';
import { statusText } from './statusText.ts';

const TOPIC = '/event/Outbound__e';
const FACTS = { host: 'bridge-1', pid: 4711, startedAt: 0, resting: [] };

const texts = async (database: Database): Promise<string[]> =>
    findingsOf(await bridgeStatus(database, TOPIC)).map(({ severity, text }) => `${severity}: ${text}`);

async function write(database: Database, ...keys: readonly string[]): Promise<void> {
    await database.transaction((statements) =>
        addEntries(
            statements,
            keys.map((key) => ({
                lane: `out:${key}`,
                key,
                kind: 'message',
                body: { text: 'Dear Edna Frank, call +61491570006' },
                createdAt: Date.now()
            }))
        )
    );
}

/** A process that leads and lives. */
async function running(database: Database) {
    await keepWorker(database, 'worker', 60_000);
    await tellOfProcess(database, 'worker', FACTS);
    const leadership = await takeLeadership(database, 'worker', 60_000);
    assert.ok(leadership);
    await tellOfStream(database, TOPIC, { name: 'streaming' });
    return leadership;
}

onBothDatabases((database) => {
    it('an operator before the first start reads that nothing runs, and how it is started', async () => {
        assert.deepEqual(await texts(database()), [
            'wrong: No process of the bridge runs: nothing is read and nothing delivered. Start one with bridge run.'
        ]);
        assert.match(statusText(await bridgeStatus(database(), TOPIC)), /leader +nobody\n/);
    });

    it('an operator of a bridge that has nothing to do reads who leads, and that all is well', async () => {
        await running(database());
        assert.deepEqual(await texts(database()), []);
        const text = statusText(await bridgeStatus(database(), TOPIC));
        assert.match(text, /leader +bridge-1, process 4711 \(the 1\. to lead\)/);
        assert.match(text, /stream +\/event\/Outbound__e\n +streaming for/);
        assert.match(text, /All is well\.\n$/);
    });

    it('an operator reads how much waits, for how long, and why, and not what it says', async () => {
        await running(database());
        await write(database(), 'a', 'b', 'c');
        const held = await takeLane(database(), 'worker#0');
        assert.ok(held);
        await postponeLane(database(), held, {
            waitMs: 5_000,
            reason: 'Genesys Cloud cannot be reached',
            isFailure: true
        });
        await database().query(`update bridge_entries set received_at = clock_timestamp() - interval '2 hours'`);
        const status = await bridgeStatus(database(), TOPIC);
        assert.deepEqual(status.waiting.byKind, { message: 3 });
        assert.equal(status.waiting.conversations, 3);
        assert.deepEqual(await texts(database()), [
            'note: 3 entries wait, the oldest for 2 h.',
            'note: 1 conversation waits: Genesys Cloud cannot be reached.'
        ]);
        assert.doesNotMatch(JSON.stringify(status) + statusText(status), /Edna|6149/);
    });

    it('an operator reads what was delivered lately and how fast, and what was set aside', async () => {
        await running(database());
        await write(database(), 'a', 'b');
        for (const state of ['delivered', 'dead'] as const) {
            const held = await takeLane(database(), 'worker#0');
            const entry = held && (await firstEntry(database(), held.lane));
            assert.ok(entry);
            await settleEntry(database(), held, entry, { state });
            await database().query('update bridge_lanes set due_at = null, worker = null where lane = $1', [held.lane]);
        }
        await database().query(`update bridge_entries set received_at = settled_at - interval '40 milliseconds'`);
        const status = await bridgeStatus(database(), TOPIC);
        assert.deepEqual(status.delivered, { lastMinute: 1, p50Ms: 40, p99Ms: 40 });
        assert.deepEqual(
            status.aside.map(({ count, kind, state }) => [count, kind, state]),
            [[1, 'message', 'dead']]
        );
        assert.deepEqual(await texts(database()), [
            'wrong: 1 entry is set aside for somebody to look at: bridge dead-letters list.'
        ]);
        assert.match(statusText(status), /1 in the last minute; half of them within 40 ms/);
    });

    it('an operator reads that the bridge catches up, and how far behind it is', async () => {
        const leadership = await running(database());
        const batch = { topic: TOPIC, replayId: new Uint8Array([1]), entries: [], unreadable: [] };
        await storeBatch(database(), leadership, { ...batch, publishedAt: Date.now() - 5 * 3_600_000 - 30_000 });
        assert.deepEqual(await texts(database()), [
            'note: What is read now was published 5 h before: the bridge is catching up.'
        ]);
        await storeBatch(database(), leadership, batch);
        assert.deepEqual(await texts(database()), []);
    });

    for (const [name, told, finding] of [
        ['fatal', 'Give the user read access.', /^wrong: The stream of Salesforce stands still for .*: Give the user/],
        [
            'waiting',
            'The stream broke.',
            /^note: The stream of Salesforce is broken and is tried again: The stream broke/
        ],
        ['paused', undefined, /^note: Salesforce is asked for nothing .* because 0 entries wait \(mostWaiting/],
        [
            'notTaken',
            new DatabaseFault({ code: '53100' }).message,
            /^wrong: What Salesforce sent could not be stored, and comes again\. .*its disk is full\. Make room there/
        ]
    ] as const)
        it(`an operator whose stream is ${name} reads why, and what to do`, async () => {
            await running(database());
            await tellOfStream(database(), TOPIC, { name, ...(told === undefined ? {} : { told }) });
            const [first = ''] = await texts(database());
            assert.match(first, finding);
        });

    it('an operator reads which process ended without a word, that nobody leads, and who gets no answer', async () => {
        await running(database());
        await keepWorker(database(), 'gone', 60_000);
        await tellOfProcess(database(), 'gone', { ...FACTS, host: 'bridge-2' });
        await tellOfProcess(database(), 'worker', { ...FACTS, resting: ['Genesys Cloud'] });
        await database().query(
            `update bridge_workers set until = clock_timestamp() - interval '90 seconds' where id = 'gone'`
        );
        await database().query(`update bridge_leader set until = clock_timestamp() - interval '1 second'`);
        const found = await texts(database());
        assert.equal(found.length, 3);
        assert.match(found[0] ?? '', /No process follows Salesforce just now/);
        assert.match(found[1] ?? '', /bridge-2, process 4711 ended without a word 1 min 30 s ago/);
        assert.match(found[2] ?? '', /Genesys Cloud did not answer bridge-1, process 4711/);
    });
});

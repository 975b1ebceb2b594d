import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { embeddedFolder } from '../store/embeddedForTests.ts';
import { samplesOf } from '../store/samples.ts';
import type { Sample } from '../store/samples.ts';
import { openStore } from '../store/store.ts';
import { startSampling } from './sampling.ts';

const EVERY_MS = 20;
const LONGEST_MS = 60_000;

describe('an operator who looks at the last hour', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
    let database: Database;
    let isLeading = true;
    let end: () => Promise<void>;

    before(async () => {
        database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
        const entries = ['waits', 'waits too', 'went', 'was refused'].map((key) => ({
            lane: `out:${key}`,
            key,
            kind: 'message',
            body: {},
            createdAt: Date.now()
        }));
        await database.transaction((statements) => addEntries(statements, entries));
        for (const [key, state] of [
            ['went', 'delivered'],
            ['was refused', 'dead']
        ])
            await database.query(
                'update bridge_entries set state = $2, settled_at = clock_timestamp() where key = $1',
                [key, state]
            );
        await database.query(
            `insert into bridge_streams (topic, replay_id, published_at, stored_at)
             values ('topic', '\\x01', clock_timestamp() - interval '90 seconds', clock_timestamp())`
        );
    });
    after(async () => {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    });

    const taken = (): Promise<Sample[]> => samplesOf(database, 3_600_000);
    async function begin(): Promise<void> {
        await database.query('delete from bridge_samples');
        end = startSampling({ database, topic: 'topic', isLeading: () => isLeading, everyMs: EVERY_MS });
    }
    afterEach(() => end());

    async function moreThan(count: number): Promise<Sample[]> {
        for (const since = Date.now(); ; await wait(EVERY_MS)) {
            const samples = await taken();
            if (samples.length > count) return samples;
            assert.ok(Date.now() - since < LONGEST_MS, `no more than ${samples.length} samples`);
        }
    }

    it('sees what waited, was delivered, lagged behind and was set aside at each time', async () => {
        await begin();
        const [first] = await moreThan(1);
        assert.ok(first);
        const { aside, behindMs, delivered, waiting } = first;
        assert.deepEqual({ aside, delivered, waiting }, { aside: 1, delivered: 1, waiting: 2 });
        assert.ok(Math.abs(behindMs - 90_000) < 1_000, `${behindMs}`);
    });

    it('sees one line where several processes run: only the one that leads draws it', async () => {
        isLeading = false;
        await begin();
        await wait(EVERY_MS * 10);
        assert.deepEqual(await taken(), []);
        isLeading = true;
        await moreThan(0);
    });

    it('sees a gap, and then the line again, where the database could not be used', async () => {
        await begin();
        await moreThan(0);
        await database.query('alter table bridge_samples rename to bridge_samples_away');
        await wait(EVERY_MS * 5);
        await database.query('alter table bridge_samples_away rename to bridge_samples');
        await moreThan((await taken()).length);
    });

    it('has nothing more written once the process ends', async () => {
        await begin();
        await moreThan(0);
        await end();
        const { length } = await taken();
        await wait(EVERY_MS * 10);
        assert.equal((await taken()).length, length);
    });
});

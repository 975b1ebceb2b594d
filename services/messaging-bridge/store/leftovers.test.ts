import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { addEntries } from './batches.ts';
import { keepWorker, takeLane } from './lanes.ts';
import { takeLeadership } from './leadership.ts';
import { embeddedFolder } from './embeddedForTests.ts';
import { openStore } from './store.ts';

const LONG_MS = 60_000;
const parent = mkdtempSync(path.join(tmpdir(), 'bridge-leftovers-'));
const folder = path.join(parent, 'data');
after(() => rmSync(parent, { recursive: true, force: true }));
const entry = { lane: 'out:a', key: 'one', kind: 'message', body: {}, createdAt: Date.now() };

it('an operator whose only process was killed need not wait until its time is over', async () => {
    const first = await openStore({ folder: await embeddedFolder(folder) });
    await first.transaction((statements) => addEntries(statements, [entry]));
    await takeLeadership(first, 'killed', LONG_MS);
    await keepWorker(first, 'killed', LONG_MS);
    assert.ok(await takeLane(first, 'killed#1'));
    await first.close();

    const second = await openStore({ folder });
    try {
        await keepWorker(second, 'next', LONG_MS);
        assert.equal((await takeLane(second, 'next#1'))?.lane, 'out:a');
        assert.equal((await takeLeadership(second, 'next', LONG_MS))?.epoch, 2);
    } finally {
        await second.close();
    }
});

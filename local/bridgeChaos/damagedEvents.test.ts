import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import { playDamage } from './damagedEvents.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

test(`an operator whose events come broken has every whole one, in order, and the broken ones with their bytes (seed ${SEED})`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-damage-'));
    const database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
    try {
        const { altered, damaged, missing, setAside, vanished, whole } = await playDamage(database, 300, SEED);
        assert.deepEqual(
            { missing, vanished, altered, whole, damaged },
            {
                missing: [],
                vanished: 0,
                altered: 0,
                whole: 100,
                damaged: 200
            }
        );
        assert.ok(setAside > 50, `${setAside}`);
    } finally {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    }
});

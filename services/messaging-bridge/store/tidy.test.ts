import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Database } from './database.ts';
import { embeddedFolder } from './embeddedForTests.ts';
import { openStore } from './store.ts';
import { tidy } from './tidy.ts';

const TABLES = ['bridge_entries', 'bridge_parts', 'bridge_seen'];

async function sizeOf(database: Database): Promise<number> {
    const sizes = TABLES.map((table) => `pg_total_relation_size('${table}')`).join(' + ');
    const [row] = await database.query<{ bytes: number | string }>(`select ${sizes} as bytes`);
    return Number(row?.bytes);
}

/** As many messages as were delivered on one day, two months ago. */
async function dayOf(database: Database, day: number): Promise<void> {
    await database.query(
        `with added as (
             insert into bridge_entries (lane, key, kind, body, state, created_at, settled_at)
             select 'out:' || n % 10, 'day ${day}: ' || n, 'message', jsonb_build_object('text', repeat('x', 300)),
                 'delivered', now() - interval '60 days', now() - interval '60 days'
             from generate_series(1, 2000) n returning seq, key
         ), parts as (
             insert into bridge_parts (seq, part, body) select seq, 0, '{}' from added
         )
         insert into bridge_seen select key, now() - interval '60 days' from added`
    );
}

test('the folder of an embedded database grows no more once as much is forgotten as comes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bridge-tidy-'));
    const database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
    try {
        const sizes: number[] = [];
        for (let day = 1; day <= 4; day += 1) {
            await dayOf(database, day);
            sizes.push(await sizeOf(database));
            assert.equal((await tidy(database)).rows, 4_000);
        }
        const [, second = 0, , fourth = Infinity] = sizes;
        assert.ok(fourth < second * 1.1, sizes.join(', '));
    } finally {
        await database.close();
        rmSync(folder, { recursive: true, force: true });
    }
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothDatabases } from './databasesForTests.ts';
import { prepareTables } from './tables.ts';

onBothDatabases((database) => {
    const version = async (): Promise<unknown> => (await database().query('select version from bridge_schema'))[0];

    it('a bridge that starts again leaves its tables, and what is in them, as they are', async () => {
        const before = await version();
        await database().query(`insert into bridge_seen (key) values ('kept')`);
        await prepareTables(database());
        assert.deepEqual(await version(), before);
        assert.equal((await database().query('select from bridge_seen')).length, 1);
    });

    it('an operator who starts an older bridge on the tables of a newer one is told which to run', async () => {
        const before = (await version()) as { readonly version: number };
        await database().query('update bridge_schema set version = 99');
        try {
            await assert.rejects(prepareTables(database()), /are of version 99; .*Run the bridge that made them/);
        } finally {
            await database().query('update bridge_schema set version = $1', [before.version]);
        }
    });
});

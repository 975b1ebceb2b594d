import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe } from 'node:test';
import { databaseForTests } from '../../../test/databaseForTests.ts';
import type { TestDatabase } from '../../../test/databaseForTests.ts';
import { postgresPrograms } from '../../../test/postgresForTests.ts';
import type { Database } from './database.ts';
import { embeddedFolder } from './embeddedForTests.ts';
import { openStore } from './store.ts';

/** The same tests on PGlite and on a PostgreSQL that really runs, each on empty tables. */
export function onBothDatabases(tests: (database: () => Database, another: () => Promise<Database>) => void): void {
    describe('on the embedded database', () => {
        let folder: string;
        let database: Database;
        before(async () => {
            folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
            database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
        });
        beforeEach(() => empty(database));
        after(async () => {
            await database.close();
            rmSync(folder, { recursive: true, force: true });
        });
        tests(
            () => database,
            async () => database
        );
    });

    const programs = postgresPrograms();
    const skip = programs === undefined ? 'no PostgreSQL for this machine is installed' : false;
    describe('on PostgreSQL', { skip }, () => {
        let server: TestDatabase;
        let database: Database;
        const others: Database[] = [];
        before(async () => {
            server = await databaseForTests(programs ?? '');
            database = await openStore({ url: server.url });
        });
        beforeEach(() => empty(database));
        after(async () => {
            await Promise.all([database, ...others].map((each) => each.close()));
            await server.close();
        });
        tests(
            () => database,
            async () => {
                const other = await openStore({ url: server.url, connections: 3 });
                others.push(other);
                return other;
            }
        );
    });
}

async function empty(database: Database): Promise<void> {
    const tables = await database.query<{ name: string }>(
        `select tablename as name from pg_tables where tablename like 'bridge\\_%' and tablename <> 'bridge_schema'`
    );
    await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`);
}

/** What a clock that is set back by ten minutes looks like: everything written before lies ten minutes ahead. */
export async function setClockBack(database: Database): Promise<void> {
    const ahead = `+ interval '10 minutes'`;
    await database.query(`update bridge_lanes set due_at = due_at ${ahead}`);
    await database.query(`update bridge_workers set until = until ${ahead}`);
    await database.query(`update bridge_leader set until = until ${ahead}`);
    await database.query(`update bridge_parts set started_at = started_at ${ahead}`);
    await database.query(
        `update bridge_entries set received_at = received_at ${ahead}, created_at = created_at ${ahead}`
    );
}

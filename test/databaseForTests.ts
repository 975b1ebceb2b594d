import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { postgresForTests } from './postgresForTests.ts';

/** An empty database of a PostgreSQL that really runs. */
export interface TestDatabase {
    readonly url: string;
    close(): Promise<void>;
}

/** Where a PostgreSQL runs that several test files share. */
export const SHARED = 'SWITCHBOARD_TEST_POSTGRES';

/** One of the shared PostgreSQL, or of one of its own where none is. Whoever stops and starts PostgreSQL needs an own one. */
export async function databaseForTests(programs: string): Promise<TestDatabase> {
    const shared = process.env[SHARED];
    return shared === undefined ? postgresForTests(programs) : databaseOn(shared);
}

/** An empty one of the PostgreSQL at that address. */
export async function databaseOn(shared: string): Promise<TestDatabase> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await ask(shared, `create database ${name} template template0`);
    const url = new URL(shared);
    url.pathname = name;
    return { url: url.href, close: () => ask(shared, `drop database ${name} with (force)`) };
}

async function ask(url: string, statement: string): Promise<void> {
    const client = new Client(url);
    await client.connect();
    try {
        await client.query(statement);
    } finally {
        await client.end();
    }
}

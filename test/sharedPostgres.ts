/** One PostgreSQL for all test files of a run: to make one takes two seconds of a processor. */
import { SHARED } from './databaseForTests.ts';
import { postgresForTests, postgresPrograms } from './postgresForTests.ts';
import type { TestPostgres } from './postgresForTests.ts';

let shared: TestPostgres | undefined;

export async function globalSetup(): Promise<void> {
    const programs = postgresPrograms();
    if (programs === undefined) return;
    shared = await postgresForTests(programs);
    process.env[SHARED] = shared.url;
}

export async function globalTeardown(): Promise<void> {
    await shared?.close();
}

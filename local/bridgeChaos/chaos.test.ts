import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databaseForTests } from '../../test/databaseForTests.ts';
import { postgresPrograms } from '../../test/postgresForTests.ts';
import { playChaos } from './chaos.ts';
import type { ChaosReport } from './chaos.ts';

const SEED = Number(process.env['SEED'] ?? 20261122);

function assertKept(report: ChaosReport): void {
    const { doubled, failed, lost, outOfOrder } = report;
    assert.deepEqual({ lost, doubled, outOfOrder, failed }, { lost: [], doubled: [], outOfOrder: [], failed: [] });
    assert.ok(report.told < report.written / 4, JSON.stringify(report));
    const { broken, outcomes } = report.routings;
    assert.deepEqual(
        Object.entries(broken).filter(([, routings]) => routings.length > 0),
        []
    );
    assert.ok(outcomes.succeeded > 0, JSON.stringify(outcomes));
}

describe(
    `an operator whose bridge is killed in its work (seed ${SEED})`,
    { concurrency: true, timeout: 900_000 },
    () => {
        it('with the embedded database loses no message, and none arrives twice or out of order', async () => {
            assertKept(await playChaos({ kills: 2, seed: SEED }));
        });

        const programs = postgresPrograms();
        const skip = programs === undefined ? 'no PostgreSQL for this machine is installed' : false;
        it('with three processes and PostgreSQL neither', { skip }, async () => {
            const server = await databaseForTests(programs ?? '');
            try {
                assertKept(await playChaos({ kills: 2, seed: SEED, postgres: server.url }));
            } finally {
                await server.close();
            }
        });
    }
);

/** The real command beside the real bridge, between a local Salesforce and a local Genesys Cloud. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { holdFolder } from '../../services/messaging-bridge/store/folderLock.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { Place } from '../../services/messaging-bridge/store/store.ts';
import { databaseForTests } from '../../test/databaseForTests.ts';
import { postgresPrograms } from '../../test/postgresForTests.ts';
import { startBridge } from '../bridgeChaos/bridgeProcess.ts';
import type { BridgeProcess } from '../bridgeChaos/bridgeProcess.ts';
import { createWorld } from '../bridgeChaos/world.ts';
import type { World } from '../bridgeChaos/world.ts';
import { bridgeCommand } from './bridgeCommand.ts';

const programs = postgresPrograms();

async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (const since = performance.now(); !(await isSo()); await wait(100))
        if (performance.now() - since > 60_000) throw new Error('waited a minute in vain');
}

/** What the database of several processes is like when the one that was killed has given no sign for too long. */
async function giveNoSign(place: Place): Promise<void> {
    const store = await openStore(place);
    for (const table of ['bridge_leader', 'bridge_workers'])
        await store.query(`update ${table} set until = clock_timestamp()`);
    await store.close();
}

describe('an operator', { concurrency: true }, () => {
    for (const database of ['the embedded database', 'PostgreSQL'] as const) {
        const skip = database === 'PostgreSQL' && programs === undefined ? 'no PostgreSQL for this machine' : false;
        describe(`of a bridge with ${database}`, { skip, timeout: 900_000 }, () => {
            let world: World;
            let bridge: BridgeProcess;
            /** Closes what was opened, the last first, also where the next could not be. */
            const closing: (() => Promise<void>)[] = [];
            const ask = (...words: readonly string[]) => bridgeCommand(world.configurationFile, ...words);

            before(async () => {
                const server = database === 'PostgreSQL' ? await databaseForTests(programs ?? '') : undefined;
                if (server !== undefined) closing.push(() => server.close());
                world = await createWorld({
                    postgres: server?.url,
                    conversations: 1,
                    random: Math.random,
                    slowMs: 0
                });
                closing.push(() => world.close());
                const given = JSON.parse(readFileSync(world.configurationFile, 'utf8')) as object;
                writeFileSync(world.configurationFile, JSON.stringify({ ...given, status: { port: 0 } }));
                bridge =
                    server === undefined ? await startedDuringCommand() : await startBridge(world.configurationFile);
                closing.push(() => bridge.kill());
            });
            /** A command has the folder of the embedded database for a moment, and a bridge that starts waits for it. */
            async function startedDuringCommand(): Promise<BridgeProcess> {
                const end = holdFolder(path.join(world.folder, 'data'));
                const starting = startBridge(world.configurationFile);
                await Promise.race([starting, wait(1_500)]).finally(end);
                return starting;
            }
            after(async () => {
                for (const close of closing.reverse()) await close();
            });

            it('asks it how it stands while it runs, and after it was killed', async () => {
                const stand = async (): Promise<string> => (await ask('status')).out;
                const statusUrl = /Its status: (\S+)/.exec(bridge.said)?.[1] ?? '';
                const metrics = async (): Promise<string> => (await fetch(`${statusUrl}/metrics`)).text();
                await until(async () => /bridge_leading 1/.test(await metrics()));
                const text = await stand();
                assert.match(text, /^leader +\S+, process \d+ \(the 1\. to lead\)/);
                assert.match(text, /All is well\.\n$/);
                // A first start hears what is published from then on: whether it has begun, only an event tells.
                let written = 0;
                const read = async (): Promise<number> =>
                    Number(/bridge_events_total (\d+)/.exec(await metrics())?.[1]);
                await until(async () => {
                    world.writes('nowhere', 'entry', 'Good morning.');
                    written += 1;
                    return (await read()) > 0;
                });
                // All is read again that was published, and nothing arrives twice.
                const heard = await read();
                assert.match(
                    (await ask('replay', '--from', 'EARLIEST')).out,
                    /^The stream is read again from the oldest event/
                );
                await until(async () => (await read()) >= heard + written);
                const { code, out } = await ask('status', '--json');
                assert.equal(code, 0);
                const again = JSON.parse(out) as { leader: object; waiting: object };
                assert.deepEqual(
                    { ...again.leader, leadsForMs: 0, process: '' },
                    { epoch: 3, leadsForMs: 0, process: '' }
                );
                assert.equal((again.waiting as { entries: number }).entries, 1);
                await bridge.kill();
                if (database === 'PostgreSQL') await giveNoSign(world.place);
                assert.match(await stand(), /ACT +No process of the bridge runs/);
            });
        });
    }
});

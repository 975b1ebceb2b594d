/** Kills and pauses whoever listens to the notifications of Genesys Cloud, while customers write. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRandomNumbers } from '../../test/faults/world/randomNumbers.ts';
import { CHANNEL } from '../org/interactionService/serviceForTests.ts';
import { DIGITAL_QUEUES } from '../genesys/platformApi/directory.ts';
import { startBridge } from './bridgeProcess.ts';
import type { BridgeProcess } from './bridgeProcess.ts';
import { textOf } from './judged.ts';
import { until } from './play.ts';
import { endedTexts, judgeTold } from './toldSalesforce.ts';
import type { ToldReport } from './toldSalesforce.ts';
import { createWorld } from './world.ts';

export interface CustomersOptions {
    readonly seed: number;
    /** Every second one is a pause where there are several processes: it goes on when another one leads. */
    readonly kills: number;
    /** PostgreSQL for three processes; otherwise the embedded database, and one process. */
    readonly postgres?: string;
}

const EACH_ROUND = 8;

/** Customers, new ones too, write before, while nobody listens, and after. Genesys Cloud owns the channel. */
export async function playCustomers({ kills, postgres, seed }: CustomersOptions): Promise<ToldReport> {
    const random = createRandomNumbers(seed);
    const world = await createWorld({
        postgres,
        conversations: 0,
        random,
        more: { channels: [{ topology: 'genesysChannel', channelAddress: CHANNEL, queueId: DIGITAL_QUEUES[0]?.id }] }
    });
    const bridges: BridgeProcess[] = [];
    const there: string[] = [];
    let written = 0;

    async function write(): Promise<void> {
        for (let left = EACH_ROUND; left > 0; left -= 1) {
            // One more customer in each round.
            const at = left === EACH_ROUND ? there.length : Math.floor(random() * there.length);
            const text = textOf(written, `conversation-${at}`);
            const known = there[at];
            if (known === undefined) there.push(world.genesys.customerTexts({ from: `customer-${at}`, text }));
            else world.genesys.customerWrites(known, text);
            written += 1;
            await wait(random() * 40);
        }
    }
    async function leader(other = -1): Promise<number> {
        const found = (): number => bridges.findIndex(({ isLeading }, place) => isLeading && place !== other);
        await until(() => found() >= 0, 'a leader');
        return found();
    }

    try {
        for (let at = 0; at < (postgres === undefined ? 1 : 3); at += 1)
            bridges.push(await startBridge(world.configurationFile));
        // Before the very first time nothing is asked for.
        await until(() => bridges.some(({ said }) => said.includes('"state":"listening"')), 'somebody who listens');
        for (let kill = 0; kill < kills; kill += 1) {
            const before = endedTexts(world).size;
            await write();
            await until(() => endedTexts(world).size > before, 'work').catch(() => undefined);
            await wait(random() * 300);
            const place = await leader();
            const isPaused = bridges.length > 1 && kill % 2 === 1;
            if (isPaused) bridges[place]?.pause();
            else await bridges[place]?.kill();
            await write();
            if (isPaused) {
                await leader(place);
                bridges[place]?.goOn();
            } else bridges[place] = await startBridge(world.configurationFile);
            await write();
        }
        return await judgeTold(world, bridges, written);
    } finally {
        await Promise.all(bridges.map((bridge) => bridge.kill()));
        await world.close();
    }
}

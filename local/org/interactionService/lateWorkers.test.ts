/** A process of the bridge that stood still for a while hears its answers after another one has taken over. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createBreaker } from '../../../services/messaging-bridge/delivery/breaker.ts';
import { runLane } from '../../../services/messaging-bridge/delivery/laneRunner.ts';
import { routingSenders } from '../../../services/messaging-bridge/routing/routingSenders.ts';
import type { InteractionCallName } from '../../../services/messaging-bridge/salesforce/interactionCalls.ts';
import type { InteractionService } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import type { Database } from '../../../services/messaging-bridge/store/database.ts';
import { onBothDatabases } from '../../../services/messaging-bridge/store/databasesForTests.ts';
import { keepWorker, LaneLost, takeLane } from '../../../services/messaging-bridge/store/lanes.ts';
import { setWorkItem } from '../../../services/messaging-bridge/store/workItems.ts';
import { begin, clientOf, requested, routedBy, store } from './routingForTests.ts';
import type { Begun } from './routingForTests.ts';
import { REP, serviceForTests, until } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

const never = new AbortController().signal;

onBothDatabases((database) => {
    let service: ServiceForTests;
    let begun: Begun;
    beforeEach(async () => {
        service = await serviceForTests();
        begun = await begin(service);
        await setWorkItem(database(), begun.conversation, begun.workItemId);
    });
    afterEach(() => service.close());

    /**
     * One process stands still as soon as its call of this name is on its way, and another one takes over, whose call is
     * the first to arrive. The late one hears its answer while the other still waits for its own.
     */
    async function play(name: InteractionCallName): Promise<void> {
        const client = clientOf(service);
        const [landing, concluded] = [gate(), gate()];
        let hasLeft = false;
        const slow: InteractionService = async (given, body, options) => {
            if (given !== name) return client.service(given, body, options);
            options?.leaving?.();
            hasLeft = true;
            await landing.opened;
            return client.service(given, body);
        };
        const next: InteractionService = async (given, body, options) => {
            const answer = await client.service(given, body, options);
            if (given === name) {
                landing.open();
                await concluded.opened;
            }
            return answer;
        };
        const first = work(database(), 'first', slow).catch((error: unknown) => {
            if (!(error instanceof LaneLost)) throw error;
        });
        await until(() => hasLeft);
        await keepWorker(database(), 'first', -1);
        const second = workUntilDone(database(), 'second', next);
        await first;
        concluded.open();
        await second;
    }

    it('a rep keeps the work although the late process is told that the work is there already', async () => {
        await store(database(), requested(begun, 'Transfer', { userId: REP }));
        await play('startWork');
        const calls = routedBy(service).calls();
        assert.deepEqual(
            calls.map(([call, { success }]) => [call, success]),
            [
                ['POST /agentWork', undefined],
                ['POST /routingResult', true]
            ]
        );
    });
});

function gate(): { readonly opened: Promise<void>; open(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { opened: promise, open: resolve };
}

/** One turn of a worker; false where nothing is due. */
async function work(database: Database, worker: string, service: InteractionService): Promise<boolean> {
    await keepWorker(database, worker, 60_000);
    const held = await takeLane(database, worker);
    if (held === undefined) return false;
    const senders = routingSenders({ database, service, now: Date.now });
    const breaker = createBreaker(1);
    const options = { maxAgeMs: 3_600_000, settleMs: 5, firstWaitMs: 1 };
    await runLane(
        {
            ...options,
            database,
            senderOf: (kind) => senders.get(kind),
            breakerOf: () => breaker,
            assertAlive: () => undefined,
            pause: (ms) => wait(ms),
            onSettled: () => undefined
        },
        held,
        never
    );
    return true;
}

async function workUntilDone(database: Database, worker: string, service: InteractionService): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) {
        const worked = await work(database, worker, service);
        const left = await database.query(`select from bridge_entries where state = 'waiting'`);
        if (left.length === 0) return;
        if (!worked) await wait(5);
    }
    assert.fail('it never ends');
}

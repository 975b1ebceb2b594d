/** The bridge's way back: workers on a real database, which tell the local Interaction Service over real HTTP. */
import { setTimeout as wait } from 'node:timers/promises';
import { createBreaker } from '../../services/messaging-bridge/delivery/breaker.ts';
import type { Sender } from '../../services/messaging-bridge/delivery/sender.ts';
import { startWorkers } from '../../services/messaging-bridge/delivery/workers.ts';
import type { Workers } from '../../services/messaging-bridge/delivery/workers.ts';
import { createInteractionService } from '../../services/messaging-bridge/salesforce/interactionService.ts';
import type { InteractionService } from '../../services/messaging-bridge/salesforce/interactionService.ts';
import { createJwtBearer } from '../../services/messaging-bridge/salesforce/jwtBearer.ts';
import { addEntries } from '../../services/messaging-bridge/store/batches.ts';
import type { NewEntry } from '../../services/messaging-bridge/store/batches.ts';
import type { Database } from '../../services/messaging-bridge/store/database.ts';
import { keys, ORG } from '../org/interactionService/serviceForTests.ts';

/** Far longer than a busy machine stands still. */
const LONGEST_MS = 60_000;

/** The bridge's client of the Interaction Service at that address. */
export function salesforceAt(url: string): InteractionService {
    const bearer = createJwtBearer({
        loginUrl: url,
        audience: 'https://login.salesforce.com',
        clientId: 'consumer',
        user: 'bridge@acme.example',
        privateKey: () => keys.privateKey
    });
    return createInteractionService({
        baseUrl: url,
        orgId: ORG,
        channel: 'Messaging',
        token: async (refused) => (await bearer(refused)).accessToken,
        timeoutMs: LONGEST_MS
    });
}

/** Workers that deliver each kind by its sender, and wait as a test can. */
export const workersFor = (
    database: Database,
    senders: Readonly<Record<string, Sender>>,
    breaker = createBreaker(20)
): Promise<Workers> =>
    startWorkers({
        database,
        name: 'worker',
        lanes: 3,
        leaseMs: LONGEST_MS,
        senderOf: (kind) => senders[kind],
        breakerOf: () => breaker,
        maxAgeMs: 3_600_000,
        settleMs: 200,
        firstWaitMs: 5,
        onSettled: () => undefined,
        onFault: (error) => {
            throw error;
        }
    });

export const add = (database: Database, ...entries: readonly NewEntry[]): Promise<number> =>
    database.transaction((statements) => addEntries(statements, entries));

/** How each entry has ended, in the order in which they were stored. */
export async function states(database: Database): Promise<string[]> {
    const rows = await database.query<{ kind: string; state: string; reason: string | null }>(
        'select kind, state, reason from bridge_entries order by seq'
    );
    return rows.map(({ kind, reason, state }) => [kind, state, reason].filter((part) => part !== null).join(' '));
}

/** Looks again and again, for at most a minute. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
    for (const since = performance.now(); !(await look()); await wait(10))
        if (performance.now() - since > LONGEST_MS) throw new Error('waited a minute in vain');
}

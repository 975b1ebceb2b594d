import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startBridge } from '../../local/bridgeChaos/bridgeProcess.ts';
import type { BridgeProcess } from '../../local/bridgeChaos/bridgeProcess.ts';
import { REP_EVENT } from '../../local/org/pubsub/repEventForTests.ts';
import { setLink } from '../../services/messaging-bridge/store/links.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import type { World } from './world.ts';

export interface BridgesOptions {
    readonly processes: number;
    /** Linked before they start. */
    readonly conversations: number;
    /** Of a PostgreSQL; otherwise the embedded database, for one process. */
    readonly postgres?: string;
    /** In each process. */
    readonly conversationsAtOnce?: number;
    /** What the bridge keeps to, of Genesys Cloud. */
    readonly requestsPerMinute?: number;
}

export interface Bridges {
    /** Once more after `stop`, with what they have kept. */
    start(): Promise<void>;
    stop(): Promise<void>;
}

/** The real program, in as many processes, on empty tables. */
export async function bridgesAt(world: World, options: BridgesOptions): Promise<Bridges> {
    const { conversations, conversationsAtOnce = 16, postgres, processes, requestsPerMinute = 1_000_000_000 } = options;
    const addresses = await world.addresses();
    const folder = mkdtempSync(path.join(world.folder, 'bridge-'));
    const config = path.join(folder, 'bridge.json');
    writeFileSync(path.join(folder, 'database'), postgres ?? '', { mode: 0o600 });
    writeFileSync(
        config,
        JSON.stringify({
            salesforce: {
                loginUrl: addresses.login,
                clientId: 'consumer',
                user: 'bridge@acme.example',
                privateKey: { file: '../salesforce.key' },
                organizationId: addresses.organizationId,
                pubSub: addresses.pubSub,
                interactions: addresses.login,
                channel: 'Messaging',
                event: REP_EVENT.eventName
            },
            genesys: {
                baseUrl: addresses.genesys,
                clientId: addresses.genesysClient,
                clientSecret: { file: '../genesys.secret' },
                requestsPerMinute
            },
            database: postgres === undefined ? { folder: 'data' } : { postgres: { file: 'database' } },
            mostWaiting: 1_000_000,
            conversationsAtOnce
        })
    );
    const database = await openStore(
        postgres === undefined ? { folder: path.join(folder, 'data') } : { url: postgres }
    );
    for (const [at, there] of addresses.conversations.slice(0, conversations).entries())
        await setLink(database, `conversation-${at}`, {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'customer',
            ...there
        });
    await database.close();

    let running: BridgeProcess[] = [];
    return {
        async start(): Promise<void> {
            running = await Promise.all(Array.from({ length: processes }, () => startBridge(config)));
        },
        async stop(): Promise<void> {
            await Promise.all(running.map((bridge) => bridge.stop()));
        }
    };
}

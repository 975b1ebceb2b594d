/** The bridge in this process, between a local Salesforce and a local Genesys Cloud, on a database in a folder. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { operationNamed } from '@switchboard/genesys-api';
import type { Arguments } from '@switchboard/genesys-api';
import { genesysForTests } from '../../services/messaging-bridge/genesys/genesysForTests.ts';
import { readBridgeConfiguration } from '../../services/messaging-bridge/operate/configuration.ts';
import { createBridgeLog } from '../../services/messaging-bridge/operate/log.ts';
import { runBridge } from '../../services/messaging-bridge/operate/runBridge.ts';
import type { RunningBridge } from '../../services/messaging-bridge/operate/runBridge.ts';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import type { PlatformApi } from '../genesys/platformApi/platformApi.ts';
import { keys, ORG, serviceForTests } from '../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';
import type { PubSubServer } from '../org/pubsub/pubSubServer.ts';
import { REP_EVENT } from '../org/pubsub/repEventForTests.ts';
import { serve } from '../server.ts';
import type { LocalServer } from '../server.ts';

export interface WholeBridge {
    readonly bus: EventBus;
    readonly genesys: PlatformApi;
    readonly api: LocalServer;
    readonly service: ServiceForTests;
    readonly pubsub: PubSubServer;
    /** The lines of the bridge's log. */
    readonly logged: readonly string[];
    start(): Promise<void>;
    stop(): Promise<void>;
    /** What an agent does at Genesys Cloud, by the name of the operation. Gives the answer's data. */
    atGenesys(name: string, given: Arguments): Promise<unknown>;
    close(): Promise<void>;
}

export interface WholeBridgeOptions {
    /** What the configuration says of channels, reps and so on. */
    readonly configuration: object;
    /** By which secrets are named beside the bridge's own. */
    readonly env?: Readonly<Record<string, string>>;
    readonly bus?: EventBus;
}

/** Everything around the bridge, which is not started yet. */
export async function wholeBridge({
    bus = new EventBus(),
    configuration,
    env
}: WholeBridgeOptions): Promise<WholeBridge> {
    const { id: clientId, secret } = OAUTH_CLIENTS.service;
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-bridge-'));
    await embeddedFolder(path.join(folder, 'data'));
    bus.deploy(REP_EVENT);
    const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
    const service = await serviceForTests();
    const pubsub = await startPubSubServer({ bus, organizationId: ORG, isToken: (token) => service.isToken(token) });
    const api = await serve(genesys.fetch, { port: 0, upgrade: genesys.upgrade });
    const logged: string[] = [];
    const read = readBridgeConfiguration(
        JSON.stringify({
            salesforce: {
                loginUrl: service.url,
                clientId: 'consumer',
                user: 'bridge@acme.example',
                privateKey: { env: 'KEY' },
                organizationId: ORG,
                pubSub: `http://127.0.0.1:${pubsub.port}`,
                interactions: service.url,
                channel: 'Messaging',
                event: REP_EVENT.eventName
            },
            genesys: { baseUrl: new URL(api.url).origin, clientId, clientSecret: { env: 'SECRET' } },
            database: { folder: 'data' },
            showsWithinSeconds: 2,
            ...configuration
        })
    );
    let bridge: RunningBridge | undefined;

    return {
        bus,
        genesys,
        api,
        service,
        pubsub,
        logged,
        async start(): Promise<void> {
            bridge = await runBridge({
                configuration: read,
                env: { KEY: keys.privateKey, SECRET: secret, ...env },
                folder,
                log: createBridgeLog((line) => void logged.push(line))
            });
        },
        async stop(): Promise<void> {
            await bridge?.stop();
            bridge = undefined;
        },
        async atGenesys(name, given): Promise<unknown> {
            const operation = operationNamed(name);
            assert.ok(operation, name);
            const { client } = genesysForTests(api.url, { clientId, secret, budgetMs: 10_000 });
            return (await client.call(operation, given)).data;
        },
        async close(): Promise<void> {
            await bridge?.stop();
            await pubsub.close();
            await service.close();
            await api.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

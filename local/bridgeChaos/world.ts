/** Everything around the bridge: Salesforce's stream and service, Genesys Cloud with its log, and where the bridge keeps its rows. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import type { Control } from '../genesys/platformApi/control.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import {
    call,
    CHANNEL,
    keys,
    message,
    ORG,
    serviceForTests,
    tokenOf
} from '../org/interactionService/serviceForTests.ts';
import type { Published } from '../org/interactionService/routingForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';
import type { PubSubServer } from '../org/pubsub/pubSubServer.ts';
import { repWrites } from '../org/pubsub/repEventForTests.ts';
import { serve } from '../server.ts';
import type { LocalServer } from '../server.ts';
import { agentConversations } from './agentConversations.ts';
import type { AgentConversation } from './agentConversations.ts';
import { createBadDays } from './badDays.ts';
import type { BadDays } from './badDays.ts';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import type { Place } from '../../services/messaging-bridge/store/store.ts';
import type { Happened } from './judged.ts';

const EVENT = 'Outbound__e';
const CUSTOMER = 'edna';

export interface World {
    readonly folder: string;
    readonly configurationFile: string;
    /** The bridge's database. */
    readonly place: Place;
    /** Of Genesys Cloud, as many as were asked for. */
    readonly conversations: readonly AgentConversation[];
    readonly genesys: Control;
    /** Where it is. */
    readonly genesysUrl: string;
    /** What goes wrong at Genesys Cloud: nothing at first. */
    readonly badDays: BadDays;
    readonly salesforce: { readonly stream: PubSubServer; readonly service: ServiceForTests };
    /** The rep writes. */
    writes(conversation: string, entry: string, text: string): void;
    /** Any other event of the channel, as if it had been published when it says it was. */
    publishes(event: Published): void;
    /** What has arrived at Genesys Cloud, in the order in which it came. This log only grows. */
    arrived(): readonly Happened[];
    /** The rep's entries that Salesforce was told about as not delivered, or perhaps not; each once. */
    told(): readonly Happened[];
    /** Nobody is at the address of Genesys Cloud any more, until it comes back there. */
    goesDown(): Promise<void>;
    comesBack(): Promise<void>;
    close(): Promise<void>;
}

export interface WorldOptions {
    readonly conversations: number;
    /** Where the bridge's PostgreSQL is; otherwise it has an embedded database, made already. */
    readonly postgres?: string | undefined;
    readonly random: () => number;
    /** Of the bridge, beside the two services and the database. */
    readonly more?: object;
    /** Genesys Cloud takes up to so long on both sides of doing something. Milliseconds. */
    readonly slowMs?: number;
}

export async function createWorld({
    conversations,
    more = {},
    postgres,
    random,
    slowMs = 40
}: WorldOptions): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-chaos-'));
    const place: Place =
        postgres === undefined ? { folder: await embeddedFolder(path.join(folder, 'data')) } : { url: postgres };
    if (postgres !== undefined) writeFileSync(path.join(folder, 'database'), postgres, { mode: 0o600 });
    let agoMs = 0;
    const bus = new EventBus({ now: () => Date.now() - agoMs });
    bus.deploy({
        eventName: EVENT,
        fields: [
            { name: 'Event_Type__c', type: 'Text' },
            { name: 'Payload__c', type: 'LongTextArea' }
        ]
    });
    const service = await serviceForTests();
    // The customer has written first, as in life: of a conversation that it does not know Salesforce takes nothing.
    const token = await tokenOf(service.url);
    const begun = await call(
        service.url,
        'POST /interactions',
        message('Where is my order?', randomUUID(), { from: CUSTOMER }),
        { token }
    );
    assert.equal(begun.status, 202);
    const pubsub = await startPubSubServer({ bus, organizationId: ORG, isToken: (token) => service.isToken(token) });
    const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
    const badDays = createBadDays(random);
    const slowly = async (request: Request): Promise<Response> => {
        await wait(random() * slowMs);
        const answer = await genesys.fetch(request);
        await wait(random() * slowMs);
        return answer;
    };
    const open = (port: number): Promise<LocalServer> =>
        serve(badDays.around(slowly), { port, upgrade: genesys.upgrade });
    let api = await open(0);
    const genesysAt = new URL(api.url);

    writeFileSync(path.join(folder, 'salesforce.key'), keys.privateKey, { mode: 0o600 });
    writeFileSync(path.join(folder, 'genesys.secret'), OAUTH_CLIENTS.service.secret, { mode: 0o600 });
    const configurationFile = path.join(folder, 'bridge.json');
    writeFileSync(
        configurationFile,
        JSON.stringify({
            salesforce: {
                loginUrl: service.url,
                clientId: 'consumer',
                user: 'bridge@acme.example',
                privateKey: { file: 'salesforce.key' },
                organizationId: ORG,
                pubSub: `http://127.0.0.1:${pubsub.port}`,
                interactions: service.url,
                channel: 'Messaging',
                event: EVENT
            },
            genesys: {
                baseUrl: genesysAt.origin,
                clientId: OAUTH_CLIENTS.service.id,
                clientSecret: { file: 'genesys.secret' },
                requestsPerMinute: 100_000
            },
            database: postgres === undefined ? { folder: 'data' } : { postgres: { file: 'database' } },
            showsWithinSeconds: 2,
            conversationsAtOnce: 4,
            ...more
        })
    );

    return {
        folder,
        configurationFile,
        place,
        conversations: await agentConversations(genesys, conversations),
        genesys: genesys.control,
        genesysUrl: api.url,
        badDays,
        salesforce: { stream: pubsub, service },
        writes(conversation, entry, text): void {
            const place = { conversation, channelAddress: CHANNEL, customer: CUSTOMER };
            bus.publish(EVENT, repWrites(place, entry, text));
        },
        publishes({ createdAt, payload, type }): void {
            agoMs = Date.now() - createdAt;
            bus.publish(EVENT, { Event_Type__c: type, Payload__c: JSON.stringify(payload) });
            agoMs = 0;
        },
        arrived: () => genesys.control.received().map(({ text = '', time }) => ({ what: text, at: Date.parse(time) })),
        told(): Happened[] {
            const first = new Map<string, Happened>();
            for (const { at, body } of service.accepted) {
                const [, what] = /"failedConversationEntryIdentifier":"([^"]+)"/.exec(JSON.stringify(body)) ?? [];
                if (what !== undefined && !first.has(what)) first.set(what, { what, at });
            }
            return [...first.values()];
        },
        goesDown: () => api.close(),
        async comesBack(): Promise<void> {
            api = await open(Number(genesysAt.port));
        },
        async close(): Promise<void> {
            await pubsub.close();
            await service.close();
            await api.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
